/** What the wide calls of the Web API take away, counted by the documented read beside each. */
import type { Client } from '../../client.js';
import { effectOf, type Input, type Operation } from '../../operation.js';
import type { Reach } from '../../provider.js';
import { readText } from '../../read.js';
import { updateCode } from '../operations/codes.js';
import { deleteNotes } from '../operations/notes.js';
import { currentActivations } from './activity.js';
import { notesOf } from './notes.js';

/** @throws TypeError for a call that is not wide */
export async function reachOf(client: Client, operation: Operation, input: Input): Promise<Reach> {
  const subject = `code ${readText(input.licensecode) ?? ''}`;
  if (effectOf(operation, input) !== 'destroy-wide') throw new TypeError(`${operation.id} is not wide here`);
  const ofNotes = operation.id === deleteNotes.id || operation.id === updateCode.id;
  return ofNotes ? notesReached(client, input, subject) : activationsOf(client, input, subject);
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

async function notesReached(client: Client, input: Input, subject: string): Promise<Reach> {
  const { value } = await notesOf(client, input);
  return { count: value.length, noun: 'note', names: value.map(({ id }) => id), subject };
}
