/** Notes on a licence code. */
import type { Field, Operation } from '../../operation.js';
import { licenseCode, productId } from './fields.js';
import { noted, READERS, required, row, WRITERS } from './row.js';

const code: readonly Field[] = [required(productId), required(licenseCode)];

/** 0 would mean every note; leaving the field out says that more clearly. */
const noteId: Field = {
  name: 'noteid',
  type: 'integer',
  wire: 'text',
  min: 1,
  flag: 'note-id',
  note: 'Id of the note.',
};

const noteType: Field = {
  name: 'type',
  type: 'string',
  values: ['general', 'system'],
  note: 'Kind of note.',
};

const description: Field = { name: 'description', type: 'string', note: 'Text of the note.' };

export const listNotes: Operation = row('GET', 'LicenseNote', {
  id: 'zentitle.notes.list',
  summary: 'List the notes on a licence code',
  effect: 'read',
  keyKinds: READERS,
  input: code,
  answer: { kind: 'records' },
});

export const createNote: Operation = row('POST', 'LicenseNote', {
  id: 'zentitle.notes.create',
  summary: 'Add a note to a licence code',
  effect: 'create',
  keyKinds: WRITERS,
  input: [...code, required(noteType), required(description)],
  answer: { kind: 'undocumented' },
});

export const updateNote: Operation = row('PUT', 'LicenseNote', {
  id: 'zentitle.notes.update',
  summary: 'Change a note on a licence code',
  effect: 'write',
  keyKinds: WRITERS,
  input: [...code, required(noteId), noteType, description],
  answer: { kind: 'undocumented' },
});

export const deleteNotes: Operation = row('DELETE', 'LicenseNote', {
  id: 'zentitle.notes.delete',
  summary: 'Delete one note on a licence code, or all of them',
  effect: 'destroy-wide',
  narrowedBy: 'noteid',
  keyKinds: WRITERS,
  input: [...code, noted('Id of the note; left out, every note on the code goes.', noteId)],
  answer: { kind: 'undocumented' },
});
