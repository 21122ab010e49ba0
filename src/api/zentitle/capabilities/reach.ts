/** What the wide calls of the Web API take away, counted by the documented read beside each. */
import type { Client } from '../../client.js';
import type { Input, Operation } from '../../operation.js';
import type { Reach } from '../../provider.js';
import { member, readText } from '../../read.js';
import { recordsIn } from '../answers.js';
import { deleteNotes, listNotes } from '../operations/notes.js';
import { currentActivations } from './activity.js';

/** @throws TypeError for a call that is not wide */
export async function reachOf(client: Client, operation: Operation, input: Input): Promise<Reach> {
  const subject = `code ${readText(input.licensecode) ?? ''}`;
  if (operation.effect !== 'destroy-wide') throw new TypeError(`${operation.id} is not a wide call`);
  return operation.id === deleteNotes.id
    ? notesOf(client, input, subject)
    : activationsOf(client, input, subject);
}

async function activationsOf(client: Client, input: Input, subject: string): Promise<Reach> {
  const { value } = await currentActivations(client, readText(input.productid) ?? '', input.licensecode);
  return {
    count: value.length,
    noun: 'activation',
    names: value.map(({ deviceId }) => deviceId ?? 'unknown'),
    subject,
  };
}

async function notesOf(client: Client, { productid, licensecode }: Input, subject: string): Promise<Reach> {
  const answer = await client.call(listNotes, { productid, licensecode });
  const ids = recordsIn(answer, listNotes, 'noteID').map((note) => readText(member(note, 'noteID')) ?? '');
  return { count: ids.length, noun: 'note', names: ids, subject };
}
