/** Old text or new text and nothing between, for the eyes of one user from the first byte on. */
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeAtomic } from '../../../src/files/write-atomic.js';
import { temporaryFolders } from '../../support/temp-folder.js';

/** The file system itself, with a look at what lies there before each step. */
const looks = vi.hoisted(() => ({
  before: async (_step: 'sync' | 'chmod' | 'rename', _file: string): Promise<void> => {},
}));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    open: async (file: string, ...more: [string, number]) => {
      const handle = await real.open(file, ...more);
      const { sync } = handle;
      handle.sync = async () => {
        await looks.before('sync', file);
        await sync.call(handle);
      };
      return handle;
    },
    chmod: async (file: string, mode: number) => {
      await looks.before('chmod', file);
      await real.chmod(file, mode);
    },
    rename: async (from: string, to: string) => {
      await looks.before('rename', from);
      await real.rename(from, to);
    },
  };
});

const temporaryFolder = temporaryFolders();
const modeOf = async (file: string): Promise<string> => ((await stat(file)).mode & 0o777).toString(8);

let umask: number;
beforeEach(() => {
  umask = process.umask();
});
afterEach(() => {
  process.umask(umask);
  looks.before = async () => {};
});

/** A file with old text, which others may read. */
async function oldFile(): Promise<string> {
  const file = join(await temporaryFolder(), 'kept.txt');
  await writeFile(file, 'old');
  await chmod(file, 0o644);
  return file;
}

describe('writeAtomic', () => {
  it('writes a new file and leaves nothing beside it', async () => {
    const folder = await temporaryFolder();
    await writeAtomic(join(folder, 'new.txt'), 'täxt', 0o600);
    expect(await readFile(join(folder, 'new.txt'), 'utf8')).toBe('täxt');
    expect(await readdir(folder)).toEqual(['new.txt']);
  });

  it.each([
    [0o000, 0o600],
    [0o000, 0o644],
    [0o277, 0o600],
    [0o077, 0o644],
  ])('with umask %o gives the mode %o, whatever the old file had', async (mask, mode) => {
    const file = await oldFile();
    process.umask(mask);
    await writeAtomic(file, 'new', mode);
    expect(await modeOf(file)).toBe(mode.toString(8));
  });

  it('writes and syncs beside the old text, private from the first byte, and then replaces it', async () => {
    const file = await oldFile();
    process.umask(0);
    const seen: (readonly string[])[] = [];
    looks.before = async (step, temporary) => {
      expect(dirname(temporary)).toBe(dirname(file));
      seen.push([
        step,
        await readFile(temporary, 'utf8'),
        await modeOf(temporary),
        await readFile(file, 'utf8'),
      ]);
    };
    await writeAtomic(file, 'new', 0o600);
    expect(seen).toEqual([
      ['sync', 'new', '600', 'old'],
      ['chmod', 'new', '600', 'old'],
      ['rename', 'new', '600', 'old'],
    ]);
    expect(await readFile(file, 'utf8')).toBe('new');
  });

  it.each(['sync', 'chmod', 'rename'] as const)(
    'leaves the old text alone when %s fails',
    async (failing) => {
      const file = await oldFile();
      looks.before = async (step) => {
        if (step === failing) throw new Error('disk full');
      };
      await expect(writeAtomic(file, 'new', 0o600)).rejects.toThrow('disk full');
      expect(await readFile(file, 'utf8')).toBe('old');
      expect(await readdir(dirname(file))).toEqual(['kept.txt']);
    },
  );

  it('tells when the target is a folder, and leaves nothing behind', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'taken'));
    await expect(writeAtomic(join(folder, 'taken'), 'new', 0o600)).rejects.toMatchObject({ code: 'EISDIR' });
    expect(await readdir(folder)).toEqual(['taken']);
  });
});
