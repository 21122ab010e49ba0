/** The note that a running emulator leaves for the other emulator commands. */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomic } from '../../files/write-atomic.js';

export interface EmulatorNote {
  readonly schemaVersion: 1;
  readonly pid: number;
  readonly url: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** null when the state is in memory. */
  readonly dataDir: string | null;
  /** null without TLS. */
  readonly certPem: string | null;
}

const noteFile = (dataDir: string): string => join(dataDir, 'emulator.json');

function isNote(value: unknown): value is EmulatorNote {
  if (typeof value !== 'object' || value === null) return false;
  const { schemaVersion, pid, url, certPem } = value as Partial<Record<keyof EmulatorNote, unknown>>;
  return (
    schemaVersion === 1 &&
    typeof pid === 'number' &&
    typeof url === 'string' &&
    (certPem === null || typeof certPem === 'string')
  );
}

/** null when there is none, or none that can be read as one: such a file is of no use to anybody. */
export async function readNote(dataDir: string): Promise<EmulatorNote | null> {
  try {
    const value: unknown = JSON.parse(await readFile(noteFile(dataDir), 'utf8'));
    return isNote(value) ? value : null;
  } catch {
    return null;
  }
}

export async function writeNote(dataDir: string, note: EmulatorNote): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeAtomic(noteFile(dataDir), `${JSON.stringify(note, null, 2)}\n`, 0o600);
}

/** Removes the note of this emulator, not one that another has written since. */
export async function removeNote(dataDir: string, { pid, url }: EmulatorNote): Promise<void> {
  const present = await readNote(dataDir);
  if (present?.pid === pid && present.url === url) await rm(noteFile(dataDir), { force: true });
}
