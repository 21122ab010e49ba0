/** Notes on licence codes. */
import { NotFoundError, RejectedError } from '../../../errors.js';
import type { Client } from '../../client.js';
import type { Input } from '../../operation.js';
import type { Capabilities, CapabilityDeps, Read } from '../../provider.js';
import { readText } from '../../read.js';
import type { NoteRecord } from '../../records.js';
import { bodyBehind } from '../../refusal.js';
import { messageIn, recordsIn } from '../answers.js';
import { changing, creating } from '../changes.js';
import { createNote, deleteNotes, listNotes, updateNote } from '../operations/notes.js';
import { readNote } from '../read-notes.js';
import { momentOf, readId } from '../read-values.js';

/** A guess at plain English: `No notes found`, `There are no license notes`. */
const NO_NOTES = /\bno (?:\w+ ){0,2}notes?\b/i;

/** A code without notes answers with nothing, or, in the older service's manner, with a sentence that says so. */
export async function notesOf(
  client: Client,
  { productid, licensecode }: Input,
): Promise<Read<readonly NoteRecord[]>> {
  try {
    const answer = await client.call(listNotes, { productid, licensecode });
    return { value: recordsIn(answer, listNotes, 'noteID').map(readNote), raw: answer.body };
  } catch (error) {
    const refused = error instanceof NotFoundError || error instanceof RejectedError;
    if (!refused || !NO_NOTES.test(error.message)) throw error;
    return { value: [], raw: bodyBehind(error) };
  }
}

export function noteCapability(client: Client, deps: CapabilityDeps): NonNullable<Capabilities['notes']> {
  const named = ({ noteid, licensecode, productid }: Input): Readonly<Record<string, unknown>> => ({
    ...(noteid !== undefined && { id: readId(noteid) }),
    code: readText(licensecode),
    product: readText(productid),
  });
  return {
    list: (input) => notesOf(client, input),
    add: creating(client, deps, {
      operation: createNote,
      noun: 'note',
      idKeys: ['noteID', 'id'],
      named,
      lookUp: async (input) => newestLike(input, (await notesOf(client, input)).value),
    }),
    update: changing(client, updateNote, named),
    async delete(input, consent) {
      const answer = await client.call(deleteNotes, input, consent);
      return {
        value: {
          id: readId(input.noteid),
          code: readText(input.licensecode),
          product: readText(input.productid),
          removed: consent?.count ?? 1,
          message: messageIn(answer),
        },
        raw: answer.body,
      };
    },
  };
}

/** The id of the newest note with this type and text; null when there is none. */
function newestLike({ type, description }: Input, notes: readonly NoteRecord[]): string | null {
  const kind = String(type).toLowerCase();
  const [newest = null] = notes
    .filter((note) => note.type === kind && note.description.trim() === String(description).trim())
    .sort((one, other) => madeAt(other) - madeAt(one) || Number(other.id) - Number(one.id));
  return newest?.id ?? null;
}

function madeAt({ createdAt }: NoteRecord): number {
  return createdAt === null ? 0 : (momentOf(createdAt) ?? 0);
}
