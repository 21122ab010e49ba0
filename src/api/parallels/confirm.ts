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

/** The licence object once it shows the key; null when the deadline passes first. @throws InterruptedError. */
export async function confirmLicense(
  client: Client,
  deps: CapabilityDeps,
  key: string | null,
): Promise<JsonObject | null> {
  const deadline = deps.now() + DEADLINE_MS;
  let pause = FIRST_PAUSE_MS;
  for (;;) {
    const body = await lookOnce(client);
    if (body !== null && showsLicense(body) && mayBe(readText(member(body, 'licenseKey')), key)) return body;
    if (deps.now() + pause > deadline) return null;
    await deps.sleep(pause);
    pause = PAUSE_MS;
  }
}

/** The activation has been accepted by now; a failure to look is not a failure of it. */
async function lookOnce(client: Client): Promise<JsonObject | null> {
  try {
    const answer = await client.call(showLicense, {});
    return isObject(answer.value) ? answer.value : null;
  } catch (error) {
    if (error instanceof InterruptedError || !(error instanceof LicensectlError)) throw error;
    return null;
  }
}

/**
 * Whether a masked key can be the one that was activated; the licence from before may show for a while. Keys
 * whose lengths differ cannot be compared: how the farm masks is not published.
 */
function mayBe(masked: string | null, key: string | null): boolean {
  if (masked === null || key === null || masked.length !== key.length) return true;
  return [...masked].every((character, at) => character === '*' || same(character, key[at] ?? ''));
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
