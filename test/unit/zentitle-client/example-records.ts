/** Records of the documented examples, and the spellings in which they must read the same. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { JsonObject } from '../../../src/api/read.js';
import { example } from './examples.js';

/** Of a call whose example shows several, the first. */
export function firstRecord(call: string): JsonObject {
  const [record] = [example(call).output].flat() as JsonObject[];
  if (record === undefined) throw new Error(`${call} shows no record.`);
  return record;
}

/** Reads the record with its names, at every depth, in any casing, and expects the same each time. */
export function expectSameInAnyCasing(record: JsonObject, read: (record: JsonObject) => unknown): void {
  fc.assert(
    fc.property(fc.infiniteStream(fc.boolean()), (upper) => {
      const cased = (name: string): string =>
        Array.from(name, (letter) => (upper.next().value ? letter.toUpperCase() : letter.toLowerCase())).join(
          '',
        );
      expect(read(respelled(record, cased) as JsonObject)).toEqual(read(record));
    }),
  );
}

function respelled(value: unknown, respell: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((inner) => respelled(inner, respell));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [respell(name), respelled(inner, respell)]),
  );
}
