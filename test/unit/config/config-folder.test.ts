import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { inConfigFolder } from '../../../src/config/config-folder.js';
import { NotFoundError } from '../../../src/errors.js';
import { temporaryFolders } from '../../support/temp-folder.js';

const temporaryFolder = temporaryFolders();

describe('inConfigFolder', () => {
  it('lets nobody else in, and says so', async () => {
    const folder = await temporaryFolder();
    await inConfigFolder(folder, async () => {
      await expect(inConfigFolder(folder, async () => undefined, { retries: 0 })).rejects.toMatchObject({
        kind: 'usage',
        code: 'config_locked',
        message: `Another licensectl is changing the contexts in ${folder}.`,
      });
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('tells a full disk from a bug', async () => {
    const folder = await temporaryFolder();
    const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    await expect(inConfigFolder(folder, () => Promise.reject(full))).rejects.toMatchObject({
      code: 'config_not_writable',
      message: `The config folder ${folder} cannot be written to (ENOSPC).`,
    });
  });

  it('passes on what the work throws, and unlocks', async () => {
    const folder = await temporaryFolder();
    for (const error of [new NotFoundError('none', { code: 'context_not_found' }), new TypeError('a bug')]) {
      await expect(inConfigFolder(folder, () => Promise.reject(error))).rejects.toBe(error);
    }
    expect(await readdir(folder)).toEqual([]);
  });
});
