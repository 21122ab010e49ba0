/** The config folder, for whoever changes something in it: made, writable, and theirs alone while they work. */
import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LicensectlError, UsageError } from '../errors.js';
import { errnoOf } from '../files/file-errors.js';

/** `EACCES`; not the `ERR_…` of Node itself, which is no matter of the folder. */
const ERRNO = /^E[A-Z0-9]+$/;

interface LockRetries {
  readonly retries: number;
  readonly factor?: number;
  /** Milliseconds. */
  readonly minTimeout?: number;
  /** Milliseconds. */
  readonly maxTimeout?: number;
  readonly randomize?: boolean;
}

/** Steady and short: the lock is held for milliseconds. Gives up after some ten seconds. */
const LOCK_RETRIES: LockRetries = {
  retries: 200,
  factor: 1,
  minTimeout: 20,
  maxTimeout: 50,
  randomize: true,
};

/**
 * Runs `work` with nobody else changing the folder.
 * @param retries how long to wait for somebody else's lock
 * @throws UsageError `config_not_writable`, or `config_locked` when another process does not let go; what `work` throws
 */
export async function inConfigFolder(
  folder: string,
  work: () => Promise<void>,
  retries: LockRetries = LOCK_RETRIES,
): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // Looked at first: the lock would take any failure for a lock of somebody else's, and wait.
    await access(folder, constants.W_OK | constants.X_OK);
    const { default: lockfile } = await import('proper-lockfile');
    const release = await lockfile.lock(folder, {
      lockfilePath: join(folder, '.lock'),
      retries,
    });
    try {
      await work();
    } finally {
      await release();
    }
  } catch (error) {
    throw failure(folder, error);
  }
}

function failure(folder: string, error: unknown): unknown {
  const errno = errnoOf(error);
  if (error instanceof LicensectlError || errno === undefined || !ERRNO.test(errno)) return error;
  if (errno === 'ELOCKED') {
    return new UsageError(`Another licensectl is changing the contexts in ${folder}.`, {
      code: 'config_locked',
      hint: `Try again. Should none be running, remove ${join(folder, '.lock')}.`,
      cause: error,
    });
  }
  return new UsageError(`The config folder ${folder} cannot be written to (${errno}).`, {
    code: 'config_not_writable',
    hint: 'Check its rights and the free space, or set LICENSECTL_CONFIG_DIR to another folder.',
    cause: error,
  });
}
