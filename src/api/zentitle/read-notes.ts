/** Notes on a code, from GET LicenseNote and, within a code, GET LicenseCode. */
import { type JsonObject, member, readText } from '../read.js';
import type { NoteRecord } from '../records.js';
import { readDate } from './read-values.js';

export function readNote(record: JsonObject): NoteRecord {
  return {
    id: readText(member(record, 'noteID')) ?? '',
    type: (readText(member(record, 'type')) ?? '').toLowerCase(),
    createdAt: readDate(member(record, 'created')),
    createdBy: readText(member(record, 'createdBy')),
    description: readText(member(record, 'description')) ?? '',
  };
}
