/** LicenseNote, and the notes that PUT LicenseCode makes and deletes. */
import { numberOf, textOf } from '../row.js';
import type { Store } from '../store.js';
import { answer, type Handler } from './answer.js';
import { type LicenseCode, requireCode } from './code-record.js';
import { formatDate } from './dates.js';
import { type Inputs, MAX_INTEGER } from './input.js';
import { Refusal } from './refusal.js';

type NoteType = 'general' | 'system';
const NOTE_TYPES: readonly NoteType[] = ['general', 'system'];
const PRINTED_TYPES = { general: 'General', system: 'System' } as const;

/** The row of zentitle_state with the number of the newest note there ever was. */
export const LAST_NOTE = 'lastNoteId';

type CodeKey = Pick<LicenseCode, 'productId' | 'code'>;

export const getLicenseNote: Handler = (input, { store }) =>
  answer(printNotes(store, requireCode(input, store)));

/** The document shows no answer for the three changes; the sentences follow those of other sections. */
export const postLicenseNote: Handler = (input, { store, now }) => {
  const code = requireCode(input, store);
  const type = input.requiredChoice('type', NOTE_TYPES);
  addNote(store, code, type, input.requiredText('description'), formatDate(now()));
  return answer('License Note Created Successfully');
};

export const putLicenseNote: Handler = (input, { store }) => {
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
  return answer('License Note Updated Successfully');
};

/** Without a note id, or with 0, every note of the code goes. */
export const deleteLicenseNote: Handler = (input, { store }) => {
  const code = requireCode(input, store);
  const noteId = input.integer('noteid', 0, MAX_INTEGER) ?? 0;
  if (noteId === 0) deleteAllNotes(store, code);
  else deleteNote(store, code, noteId);
  return answer('License Note Deleted Successfully');
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

function addNote(
  store: Store,
  { productId, code }: CodeKey,
  type: NoteType,
  text: string,
  created: string,
): void {
  store.run(
    `insert into zentitle_notes (noteId, productId, code, type, created, createdBy, description) values (?, ?, ?, ?, ?, '', ?)`,
    nextNoteId(store),
    productId,
    code,
    PRINTED_TYPES[type],
    created,
    text,
  );
}

/** Numbers of deleted notes are not given again: a deletion that is sent twice must not hit a new note. */
function nextNoteId(store: Store): number {
  const row = store.get(
    'update zentitle_state set value = value + 1 where name = ? returning value',
    LAST_NOTE,
  );
  return Number(row?.value);
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
