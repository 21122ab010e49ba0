/**
 * Secrets in a file of their own, for machines without a keyring: mode 0600, written atomically. A file that
 * others may read, or that cannot be understood, is refused by name.
 */
import { stat } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import { isObject } from '../api/read.js';
import { UsageError } from '../errors.js';
import { isMissing } from '../files/file-errors.js';
import { readKeptFile } from '../files/read-kept-file.js';
import { writeAtomic } from '../files/write-atomic.js';
import type { Secrets } from './context.js';

type AllSecrets = Readonly<Record<string, Secrets>>;

const FILE = 'credentials.json';
const PRIVATE = 0o600;
const OTHERS = 0o077;

/**
 * Secrets of every context, by context name; empty when there is no file.
 * @throws UsageError `credentials_exposed` when group or others have any right to the file,
 *   `credentials_broken` when it cannot be read as credentials
 */
export async function readSecretsFile(folder: string): Promise<AllSecrets> {
  const file = join(folder, FILE);
  let text: string;
  try {
    // Windows has no such bits; its home folders are private by default.
    const status = await stat(file);
    const mode = platform() === 'win32' ? PRIVATE : status.mode;
    if (!status.isFile()) throw broken(file);
    if ((mode & OTHERS) !== 0) {
      throw new UsageError(`The credentials file ${file} can be read by other users of this computer.`, {
        code: 'credentials_exposed',
        hint: `Run \`chmod 600 ${file}\`, and replace the credentials if others may have seen them.`,
      });
    }
    text = await readKeptFile(file);
  } catch (error) {
    if (isMissing(error)) return {};
    if (error instanceof UsageError) throw error;
    throw broken(file, error);
  }
  return parse(file, text);
}

export async function writeSecretsFile(folder: string, secrets: AllSecrets): Promise<void> {
  const text = `${JSON.stringify({ schemaVersion: 1, contexts: secrets }, null, 2)}\n`;
  await writeAtomic(join(folder, FILE), text, PRIVATE);
}

function parse(file: string, text: string): AllSecrets {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // The parser's message quotes the text, so it is not kept as the cause: the text is secret.
    throw broken(file);
  }
  if (!isObject(parsed) || !isObject(parsed.contexts)) throw broken(file);
  const contexts: Record<string, Secrets> = {};
  for (const [name, entry] of Object.entries(parsed.contexts)) {
    if (!isObject(entry)) throw broken(file);
    const secrets: Record<string, string> = {};
    for (const [key, value] of Object.entries(entry)) if (typeof value === 'string') secrets[key] = value;
    contexts[name] = secrets;
  }
  return contexts;
}

function broken(file: string, cause?: unknown): UsageError {
  return new UsageError(`The credentials file ${file} cannot be read as credentials.`, {
    code: 'credentials_broken',
    hint: 'Mend it, or move it away and run `licensectl login` again. Nothing was changed.',
    cause,
  });
}
