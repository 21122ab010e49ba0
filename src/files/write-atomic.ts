/** Writing a file so that a reader, or a crash, sees the old text or the new one and nothing between. */
import { randomBytes } from 'node:crypto';
import { chmod, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes beside the target, syncs, sets the mode and renames over it.
 * @param mode permission bits of the file, `0o600` for anything private
 * @throws the file system's own error; nothing is left behind then
 */
export async function writeAtomic(file: string, text: string, mode: number): Promise<void> {
  const temporary = join(dirname(file), `.licensectl-${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = await open(temporary, 'wx', mode);
    try {
      await handle.writeFile(text, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    // The mode given to open() is cut by the umask.
    await chmod(temporary, mode);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
