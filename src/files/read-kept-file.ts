/** Reading a file that this program keeps: a plain one of reasonable size, whatever somebody has put in its place. */
import { readFile, stat } from 'node:fs/promises';

/** Far beyond thousands of contexts. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * A named pipe would be waited for, and a device never ends, so neither is opened.
 * @throws Error when it is no plain file or larger than 64 MiB; the file system's own error
 */
export async function readKeptFile(file: string): Promise<string> {
  const status = await stat(file);
  if (!status.isFile()) throw new Error(`${file} is no plain file`);
  if (status.size > MAX_BYTES) throw new Error(`${file} has ${status.size} bytes`);
  return readFile(file, 'utf8');
}
