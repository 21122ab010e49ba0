/**
 * Holds output back until it is known to be whole: in memory up to a limit, beyond it in a temporary file that
 * nobody else can read and that has no name any more. Memory stays constant however much is spooled.
 */
import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writer } from './writer.js';

/** Bytes kept in memory. */
export const SPOOL_MEMORY_BYTES = 1024 * 1024;
const COPY_BYTES = 256 * 1024;
const WRITE_LENGTH = 64 * 1024;

export interface Spool {
  write(text: string): void;
  /** Copies everything to the writer. */
  copyTo(writer: Writer): Promise<void>;
  /** Frees memory and file; to be called however the work ends. */
  discard(): void;
}

/** An open file without a name, readable by its owner only. */
function openUnnamed(directory: string): { readonly fd: number; readonly remove: () => void } {
  const path = join(directory, `licensectl-${randomUUID()}`);
  const fd = openSync(path, 'wx+', 0o600);
  try {
    unlinkSync(path);
    return { fd, remove: () => undefined };
  } catch {
    // Some systems refuse to unlink an open file; then it goes when it is closed.
    return { fd, remove: () => unlinkSync(path) };
  }
}

/**
 * @param transform applied to batches of whole calls of `write`.
 * @param directory where the file is made; the system's folder for temporary files when absent.
 */
export function createSpool(transform: (text: string) => string, directory: string = tmpdir()): Spool {
  let held = '';
  let memory: Buffer[] = [];
  let memoryBytes = 0;
  let fileBytes = 0;
  let file: { readonly fd: number; readonly remove: () => void } | null = null;

  const append = (bytes: Buffer): void => {
    if (file === null && memoryBytes + bytes.length <= SPOOL_MEMORY_BYTES) {
      memory.push(bytes);
      memoryBytes += bytes.length;
      return;
    }
    file ??= openUnnamed(directory);
    for (let offset = 0; offset < bytes.length; ) offset += writeSync(file.fd, bytes, offset);
    fileBytes += bytes.length;
  };

  const settle = (): void => {
    if (held === '') return;
    append(Buffer.from(transform(held), 'utf8'));
    held = '';
  };

  return {
    write(text) {
      held += text;
      if (held.length >= WRITE_LENGTH) settle();
    },
    async copyTo(writer) {
      settle();
      for (const bytes of memory) await writer.writeBytes(bytes);
      if (file === null) return;
      for (let position = 0; position < fileBytes; ) {
        // A new buffer each time: the stream may still hold the one before.
        const chunk = Buffer.allocUnsafe(Math.min(COPY_BYTES, fileBytes - position));
        const length = readSync(file.fd, chunk, 0, chunk.length, position);
        if (length === 0) throw new Error('the temporary file for output became shorter');
        position += length;
        await writer.writeBytes(chunk.subarray(0, length));
      }
    },
    discard() {
      memory = [];
      held = '';
      if (file === null) return;
      closeSync(file.fd);
      file.remove();
      file = null;
    },
  };
}
