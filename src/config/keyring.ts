/**
 * Secrets in the keyring of the operating system: one entry for each context. A keyring that waits for a
 * person who is not there must not hold up a script, so each call is given three seconds.
 */
import { isObject } from '../api/read.js';
import { AuthenticationError } from '../errors.js';
import type { Secrets } from './context.js';

const SERVICE = 'licensectl';
const LIMIT_MS = 3000;

interface KeyringEntry {
  setPassword(text: string, signal: AbortSignal): Promise<void>;
  getPassword(signal: AbortSignal): Promise<string | null>;
  deletePassword(signal: AbortSignal): Promise<boolean>;
}

/** @param account says whose entry: the config folder and the context name */
export async function writeKeyring(account: string, secrets: Secrets): Promise<void> {
  await limited(account, (entry, signal) => entry.setPassword(JSON.stringify(secrets), signal));
}

/** The secrets, or null when the keyring has none for this account. */
export async function readKeyring(account: string): Promise<Secrets | null> {
  const text = await limited(account, (entry, signal) => entry.getPassword(signal));
  if (text === null) return null;
  const parsed = parse(text);
  if (!isObject(parsed)) return null;
  const secrets: Record<string, string> = {};
  for (const [key, value] of Object.entries(parsed)) if (typeof value === 'string') secrets[key] = value;
  return secrets;
}

/** What somebody else has put there is no JSON; the parser's message would quote it, and it is secret. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export async function removeFromKeyring(account: string): Promise<void> {
  await limited(account, (entry, signal) => entry.deletePassword(signal));
}

/** @throws AuthenticationError `keyring_unavailable` when there is none, it is locked, or it does not answer */
async function limited<T>(
  account: string,
  work: (entry: KeyringEntry, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      controller.abort();
      reject(new Error(`no answer within ${LIMIT_MS / 1000} seconds`));
    }, LIMIT_MS);
  });
  try {
    const { AsyncEntry } = await import('@napi-rs/keyring');
    // The Linux fallback, the kernel's keyring, forgets everything at the next start.
    const entry = new AsyncEntry(SERVICE, account, { linux: { store: 'secret-service' } });
    return await Promise.race([work(entry, controller.signal), late]);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new AuthenticationError(`The keyring of this system cannot be used: ${why}.`, {
      code: 'keyring_unavailable',
      hint: 'Unlock it, or log in with `--credential-store file` to keep the secrets in a file only you can read.',
      cause: error,
    });
  } finally {
    clearTimeout(timer);
  }
}
