/** LicenseNote, and the notes that PUT LicenseCode makes and deletes. */
import { numberOf, textOf } from '../row.js';
import type { Store } from '../store.js';
import { answer, createdAnswer, doneAnswer, type Handler } from './answer.js';
import { type LicenseCode, requireCode } from './code-record.js';
import { nextId } from './counters.js';
import { formatDate } from './dates.js';
import { type Inputs, MAX_INTEGER } from './input.js';
import { Refusal } from './refusal.js';

type NoteType = 'general' | 'system';
const NOTE_TYPES: readonly NoteType[] = ['general', 'system'];
const PRINTED_TYPES = { general: 'General', system: 'System' } as const;

type CodeKey = Pick<LicenseCode, 'productId' | 'code'>;

export const getLicenseNote: Handler = (input, { store }) =>
  answer(printNotes(store, requireCode(input, store)));

/** The document shows no answer for the three changes; the sentences follow those of other sections. */
export const postLicenseNote: Handler = (input, { store, now, settings }) => {
  const code = requireCode(input, store);
  const type = input.requiredChoice('type', NOTE_TYPES);
  const noteID = addNote(store, code, type, input.requiredText('description'), formatDate(now()));
  return createdAnswer('License Note Created Successfully', noteID, { noteID }, settings);
};

export const putLicenseNote: Handler = (input, { store, settings }) => {
  const code = requireCode(input, store);
  const noteId = input.requiredInteger('noteid', 1, MAX_INTEGER);
  requireNote(store, code, noteId);
  const type = input.choice('type', NOTE_TYPES);
  store.run(
    `update zentitle_notes set type = coalesce(?, type), description = coalesce(?, description), listed = 1
      where noteId = ?`,
    type === undefined ? null : PRINTED_TYPES[type],
    input.blankableText('description') ?? null,
    noteId,
  );
  return doneAnswer('License Note Updated Successfully', settings);
};

/** Without a note id, or with 0, every note of the code goes. */
export const deleteLicenseNote: Handler = (input, { store, settings }) => {
  const code = requireCode(input, store);
  const noteId = input.integer('noteid', 0, MAX_INTEGER) ?? 0;
  if (noteId === 0) deleteAllNotes(store, code);
  else deleteNote(store, code, noteId);
  return doneAnswer('License Note Deleted Successfully', settings);
};

/** The list `notes` of PUT LicenseCode, in the documented order: deleteall, then delete, then the rest. */
export function changeNotes(entries: readonly Inputs[], code: CodeKey, store: Store, created: string): void {
  const steps = entries.map((entry) => ({
    type: entry.requiredChoice('type', [...NOTE_TYPES, 'delete', 'deleteall'] as const),
    entry,
  }));
  if (steps.some(({ type }) => type === 'deleteall')) deleteAllNotes(store, code);
  for (const { type, entry } of steps) {
    if (type === 'delete') deleteNote(store, code, entry.requiredInteger('description', 1, MAX_INTEGER));
  }
  for (const { type, entry } of steps) {
    if (type === 'general' || type === 'system') {
      addNote(store, code, type, entry.requiredText('description'), created);
    }
  }
}

export function printNotes(store: Store, { productId, code }: CodeKey): readonly unknown[] {
  const rows = store.all(
    'select * from zentitle_notes where code = ? and productId = ? and listed = 1 order by noteId',
    code,
    productId,
  );
  return rows.map((row) => ({
    noteID: numberOf(row, 'noteId'),
    type: textOf(row, 'type'),
    created: textOf(row, 'created'),
    createdBy: textOf(row, 'createdBy'),
    description: textOf(row, 'description'),
  }));
}

/** Returns the id of the new note. */
function addNote(
  store: Store,
  { productId, code }: CodeKey,
  type: NoteType,
  text: string,
  created: string,
): number {
  const noteId = nextId(store, 'lastNoteId');
  store.run(
    `insert into zentitle_notes (noteId, productId, code, type, created, createdBy, description) values (?, ?, ?, ?, ?, '', ?)`,
    noteId,
    productId,
    code,
    PRINTED_TYPES[type],
    created,
    text,
  );
  return noteId;
}

function deleteAllNotes(store: Store, { productId, code }: CodeKey): void {
  store.run('delete from zentitle_notes where code = ? and productId = ?', code, productId);
}

function deleteNote(store: Store, code: CodeKey, noteId: number): void {
  requireNote(store, code, noteId);
  store.run('delete from zentitle_notes where noteId = ?', noteId);
}

function requireNote(store: Store, { productId, code }: CodeKey, noteId: number): void {
  const found = store.get(
    'select 1 as found from zentitle_notes where noteId = ? and code = ? and productId = ?',
    noteId,
    code,
    productId,
  );
  if (found === undefined) throw new Refusal(`License code ${code} has no note ${noteId}.`);
}
