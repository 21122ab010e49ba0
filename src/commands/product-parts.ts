/** Sentences about feature groups, features and custom fields, of which one command may make or change several. */
import type { ChangeRecord } from '../api/records.js';

/** `feature DXF`, `features DXF, PDF`. */
export function partsIn(record: ChangeRecord, key: string, noun: string): string {
  const names = record[key];
  const listed = Array.isArray(names) ? names : [names];
  return `${noun}${listed.length === 1 ? '' : 's'} ${listed.join(', ')}`;
}

/** As {@link partsIn}, with the verb: `Feature DXF is updated.` */
export function partsAre(record: ChangeRecord, key: string, noun: string, done: string): string {
  const subject = partsIn(record, key, noun);
  const names = record[key];
  const verb = Array.isArray(names) && names.length !== 1 ? 'are' : 'is';
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)} ${verb} ${done}.`;
}
