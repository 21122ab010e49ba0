/** The work of `note delete`: one note, or every note of a code. */
import type { Consent } from '../../api/client.js';
import { effectOf, type Input } from '../../api/operation.js';
import type { Outcome } from '../../output/result.js';
import type { Command, Parsed } from '../command.js';
import { confirmKnowing } from '../confirm.js';
import { confirmReach, expectedCount, reachOf, refuseNeedlessCount } from '../confirm-wide.js';
import { capability, type Prepared, prepare } from '../prepare.js';
import { counted, recordOf } from '../rows.js';
import type { RunContext } from '../run-context.js';

export async function deleteNotes(context: RunContext, command: Command, parsed: Parsed): Promise<Outcome> {
  const expected = expectedCount(parsed);
  const prepared = await prepare(context, command, parsed);
  const { connection, row, input } = prepared;
  const wide = effectOf(row, input) === 'destroy-wide';
  if (!wide) refuseNeedlessCount(expected, 'deleting all notes of a code, without --note');
  let consent: Consent | undefined;
  if (wide) {
    const reach = await reachOf(connection, row, input);
    if (reach.count === 0) return nothingToDo(input);
    consent = await confirmReach(context, reach, 'delete', expected);
  } else {
    await confirmOne(context, prepared);
  }
  const { value, raw } = await capability(connection, 'notes').delete(input, consent);
  const what = wide ? counted(consent?.count ?? 0, 'note') : `note ${String(input.noteid)}`;
  return {
    result: recordOf(value, wide ? 'code' : 'id', {
      raw,
      message: `Deleted ${what} of code ${String(input.licensecode)}.`,
    }),
  };
}

/** Asks, quoting the note. */
async function confirmOne(context: RunContext, { connection, input }: Prepared): Promise<void> {
  const { noteid, licensecode } = input;
  const question = `Delete note ${String(noteid)} of code ${String(licensecode)}?`;
  await confirmKnowing(context, question, async () => {
    const { value } = await capability(connection, 'notes').list(input);
    const note = value.find(({ id }) => id === String(noteid));
    return note === undefined ? 'The code has no such note.' : `It says: ${note.description}`;
  });
}

function nothingToDo({ licensecode, productid }: Input): Outcome {
  const record = { id: null, code: licensecode, product: productid, removed: 0, message: null };
  return {
    result: recordOf(record, 'code', {
      message: `Code ${String(licensecode)} has no notes: there is nothing to do.`,
    }),
  };
}
