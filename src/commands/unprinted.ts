/** Keeping what a server gives only once, when it can be neither printed nor written where it was wanted. */
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PartialError } from '../errors.js';
import { tryWrite } from './file-output.js';

export interface Kept {
  /** Absolute. */
  readonly path: string;
  /** Why it could not be kept either; null when it was. */
  readonly failure: Error | null;
}

/**
 * Saves a text in the data folder, for this user alone.
 * @param kind what the name of the file begins with
 * @param extension with its dot
 */
export async function keepUnprinted(
  dataDir: string,
  kind: string,
  text: string,
  extension: string,
): Promise<Kept> {
  const folder = join(dataDir, 'unprinted');
  const name = `${kind}-${createHash('sha256').update(text).digest('hex').slice(0, 12)}${extension}`;
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => undefined);
  const path = join(folder, name);
  return { path, failure: await tryWrite(path, text) };
}

/**
 * Saves the answer to a call that changed something.
 * @returns the error to end with, which says where the answer is or that it is lost
 */
export async function keepAnswer(dataDir: string, body: string, cause: Error): Promise<PartialError> {
  const { path, failure } = await keepUnprinted(dataDir, 'answer', body, '.txt');
  const details = { code: 'answer_not_printed', cause };
  if (failure === null) {
    return new PartialError(`The answer is in ${path}: it could not be printed (${withoutStop(cause)}).`, {
      ...details,
      hint: 'What the command did is done: take the answer from there before you repeat the command.',
    });
  }
  return new PartialError(
    `The answer could neither be printed (${withoutStop(cause)}) nor be kept in ${path} (${withoutStop(failure)}).`,
    { ...details, hint: 'What the command did is done: look at it before you repeat the command.' },
  );
}

/** The message of an error, to stand within a sentence. */
export const withoutStop = ({ message }: Error): string => message.replace(/\.$/, '');
