/** Notes on a licence code. */
import { text } from '../../field-kinds.js';
import type { Field, Operation } from '../../operation.js';
import { codeOfProduct } from './fields.js';
import { integer } from './kinds.js';
import { noted, required, row } from './row.js';

/**
 * 0 would mean every note; leaving the field out says that more clearly. What an "int" of the document cannot hold might
 * be read as one.
 */
const noteId: Field = integer('noteid', 'Id of the note.', { min: 1, max: 2_147_483_647, flag: 'note' });

const noteType: Field = text('type', 'Kind of note.', { values: ['general', 'system'] });

const description: Field = text('description', 'Text of the note.');

export const listNotes: Operation = row('GET', 'LicenseNote', {
  id: 'zentitle.notes.list',
  summary: 'List the notes on a licence code',
  effect: 'read',
  input: codeOfProduct,
  answer: { kind: 'records' },
});

export const createNote: Operation = row('POST', 'LicenseNote', {
  id: 'zentitle.notes.create',
  summary: 'Add a note to a licence code',
  effect: 'create',
  input: [...codeOfProduct, required(noteType), required(description)],
  answer: { kind: 'undocumented' },
});

export const updateNote: Operation = row('PUT', 'LicenseNote', {
  id: 'zentitle.notes.update',
  summary: 'Change a note on a licence code',
  effect: 'write',
  input: [...codeOfProduct, required(noteId), noteType, description],
  answer: { kind: 'undocumented' },
});

export const deleteNotes: Operation = row('DELETE', 'LicenseNote', {
  id: 'zentitle.notes.delete',
  summary: 'Delete one note on a licence code, or all of them',
  effect: 'destroy-wide',
  narrowedBy: 'noteid',
  input: [...codeOfProduct, noted('Id of the note; left out, every note on the code goes.', noteId)],
  answer: { kind: 'undocumented' },
});
