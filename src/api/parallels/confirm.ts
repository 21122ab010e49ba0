/**
 * After a change the licence takes seconds to show or to go (the vendor's scripts pause ten before and after), and what
 * the call answers is not published: so the licence is read back until it is as it should be.
 */
import { InterruptedError, LicensectlError, NotFoundError } from '../../errors.js';
import type { Client } from '../client.js';
import type { CapabilityDeps } from '../provider.js';
import { isObject, type JsonObject, member, readText } from '../read.js';
import { showLicense } from './operations.js';
import { isRefusal, showsLicense } from './read.js';
import { readStatus } from './status.js';

const DEADLINE_MS = 30_000;
const FIRST_PAUSE_MS = 1_000;
const PAUSE_MS = 2_000;

/**
 * What the farm shows before an activation, to tell the new licence from the old one; null when it shows nothing or cannot
 * be read: that is for the activation itself to find out.
 */
export async function licenseBefore(client: Client): Promise<JsonObject | null> {
  const seen = await lookOnce(client);
  return seen === 'none' ? null : seen;
}

/**
 * The licence object once it shows the key; null when the deadline passes first. @throws InterruptedError.
 * @param before of {@link licenseBefore}
 */
export function confirmLicense(
  client: Client,
  deps: CapabilityDeps,
  key: string | null,
  before: JsonObject | null,
): Promise<JsonObject | null> {
  return poll(deps, async () => {
    const seen = await lookOnce(client);
    return isObject(seen) && isNew(seen, key, before) ? seen : null;
  });
}

/** Whether the farm shows no active licence any more; false when the deadline passes first. @throws InterruptedError. */
export async function confirmGone(client: Client, deps: CapabilityDeps): Promise<boolean> {
  const gone = await poll(deps, async () => {
    const seen = await lookOnce(client);
    return seen !== null && isGone(seen, deps.now()) ? seen : null;
  });
  return gone !== null;
}

/** Looks until there is something; null when the deadline passes first. */
async function poll<T>(deps: CapabilityDeps, look: () => Promise<T | null>): Promise<T | null> {
  const deadline = deps.now() + DEADLINE_MS;
  let pause = FIRST_PAUSE_MS;
  for (;;) {
    const seen = await look();
    if (seen !== null) return seen;
    if (deps.now() + pause > deadline) return null;
    await deps.sleep(pause);
    pause = PAUSE_MS;
  }
}

/** The licence object; `none` where the farm says that there is nothing to show; null when it could not be read. */
type Look = JsonObject | 'none' | null;

/** The change has been accepted by now, or is not sent yet; a failure to look is not a failure of it. */
async function lookOnce(client: Client): Promise<Look> {
  try {
    const { value } = await client.call(showLicense, {});
    return isObject(value) && !isRefusal(value) ? value : null;
  } catch (error) {
    if (error instanceof InterruptedError || !(error instanceof LicensectlError)) throw error;
    return error instanceof NotFoundError && error.code === 'no_license' ? 'none' : null;
  }
}

/** What a farm shows after a deactivation is not published: nothing, or a licence that is not active. */
function isGone(seen: JsonObject | 'none', now: number): boolean {
  return seen === 'none' || !showsLicense(seen) || readStatus(seen, now) === 'inactive';
}

/** The masked key decides where it can; otherwise what is shown must be another licence than before. */
function isNew(body: JsonObject, key: string | null, before: JsonObject | null): boolean {
  if (!showsLicense(body)) return false;
  const matches = key === null ? null : matchesKey(readText(member(body, 'licenseKey')), key);
  if (matches !== null) return matches;
  return before === null || IDENTITY.some((name) => shown(body, name) !== shown(before, name));
}

/** What tells one licence from another; counters of use change by themselves. */
const IDENTITY = [
  'licenseKey',
  'licenseType',
  'type',
  'expiryDate',
  'supportExpireDate',
  'licenseFirstActive',
  'installedUsers',
] as const;

function shown(body: JsonObject, name: string): string {
  return readText(member(body, name)) ?? '';
}

/**
 * Whether a masked key is this one, by what it lets see; null when that is nothing. How the farm masks is not
 * published: in the sample (`****-ME****-****-B9****-CV55K2`) a run of stars can stand for any number of characters.
 */
function matchesKey(masked: string | null, key: string): boolean | null {
  const groups = masked?.split('-') ?? [];
  const parts = key.trim().split('-');
  if (groups.length !== parts.length || groups.every((group) => /^\**$/.test(group))) return null;
  return groups.every((group, at) => fits(group, parts[at] ?? ''));
}

function fits(group: string, part: string): boolean {
  const pattern = group.split(/\*+/).map((seen) => seen.replace(/[^0-9A-Za-z]/g, '\\$&'));
  return new RegExp(`^${pattern.join('.*')}$`, 'i').test(part);
}
