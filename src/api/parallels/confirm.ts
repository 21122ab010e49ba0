/**
 * After an activation the licence takes seconds to show (the vendor's scripts pause ten before and after), and
 * what the call answers is not published: so it is read back until it is there.
 */
import { InterruptedError, LicensectlError } from '../../errors.js';
import type { Client } from '../client.js';
import type { CapabilityDeps } from '../provider.js';
import { isObject, type JsonObject, member, readText } from '../read.js';
import { showLicense } from './operations.js';
import { showsLicense } from './read.js';

const DEADLINE_MS = 30_000;
const FIRST_PAUSE_MS = 1_000;
const PAUSE_MS = 2_000;

/**
 * What the farm shows before the activation, to tell the new licence from the old one; null when it shows nothing or
 * cannot be read: that is for the activation itself to find out.
 */
export function licenseBefore(client: Client): Promise<JsonObject | null> {
  return lookOnce(client);
}

/**
 * The licence object once it shows the key; null when the deadline passes first. @throws InterruptedError.
 * @param before of {@link licenseBefore}
 */
export async function confirmLicense(
  client: Client,
  deps: CapabilityDeps,
  key: string | null,
  before: JsonObject | null,
): Promise<JsonObject | null> {
  const deadline = deps.now() + DEADLINE_MS;
  let pause = FIRST_PAUSE_MS;
  for (;;) {
    const body = await lookOnce(client);
    if (body !== null && isNew(body, key, before)) return body;
    if (deps.now() + pause > deadline) return null;
    await deps.sleep(pause);
    pause = PAUSE_MS;
  }
}

/** The activation has been accepted by now, or is not sent yet; a failure to look is not a failure of it. */
async function lookOnce(client: Client): Promise<JsonObject | null> {
  try {
    const answer = await client.call(showLicense, {});
    return isObject(answer.value) ? answer.value : null;
  } catch (error) {
    if (error instanceof InterruptedError || !(error instanceof LicensectlError)) throw error;
    return null;
  }
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
