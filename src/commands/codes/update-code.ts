/** The work of `codes update`. */
import type { Consent } from '../../api/client.js';
import { effectOf, type Input } from '../../api/operation.js';
import { isObject, type JsonObject, member, readList } from '../../api/read.js';
import type { Outcome } from '../../output/result.js';
import { bodyFrom } from '../body-flags.js';
import { changesMore, refuseNoChange } from '../change.js';
import type { Command, Parsed } from '../command.js';
import { confirmUnlessDry } from '../confirm.js';
import { confirmReach, expectedCount, reachOf, refuseNeedlessCount } from '../confirm-wide.js';
import { sourceOf } from '../flag-source.js';
import { offered, type Prepared, prepare } from '../prepare.js';
import { counted, recordOf } from '../rows.js';
import type { RunContext } from '../run-context.js';

/** What names the code rather than changes it. */
const NAMING: readonly string[] = ['productid', 'licensecode'];

export async function updateCode(context: RunContext, command: Command, parsed: Parsed): Promise<Outcome> {
  const expected = expectedCount(parsed);
  const prepared = await prepare(context, command, parsed, await bodyFrom(context, parsed));
  const { connection, input } = prepared;
  refuseNoChange(command, input, NAMING);
  const { sent, consent } = await confirmNotes(context, prepared, expected);
  if (!changesMore(sent, NAMING)) return nothingToDo(input);
  const update = offered(connection, ({ codes }) => codes?.update, sourceOf(command));
  const { value, raw } = await update(sent, consent);
  return { result: recordOf(value, 'code', { raw, message: `Code ${value.code} is updated.` }) };
}

/** What is sent, with the word for it where it is wide. */
interface Confirmed {
  readonly sent: Input;
  readonly consent?: Consent;
}

/** Notes are the one thing of a code that a change takes away. */
async function confirmNotes(
  context: RunContext,
  { connection, row, input }: Prepared,
  expected: number | null,
): Promise<Confirmed> {
  const effect = effectOf(row, input);
  if (effect === 'destroy-wide') {
    const reach = await reachOf(connection, row, input);
    // Of no notes none is deleted, not even one that is added by now; the rest of the change goes on.
    if (reach.count === 0 && (expected ?? 0) === 0) return { sent: withoutDeletions(input) };
    return { sent: input, consent: await confirmReach(context, reach, 'delete', expected) };
  }
  refuseNeedlessCount(expected, '--note deleteall');
  if (effect === 'destroy') {
    const ids = deletedNotes(input);
    const which = `${counted(ids.length, 'note').replace(/^1 /, '')} ${ids.join(', ')}`;
    await confirmUnlessDry(context, `Delete ${which} of code ${String(input.licensecode)}?`);
  }
  return { sent: input };
}

function deletedNotes({ notes }: Input): readonly string[] {
  return readList(notes)
    .filter(isObject)
    .filter((note) => typeOf(note) === 'delete')
    .map((note) => String(member(note, 'description')));
}

/** The notes that are added; without the list, where there are none. */
function withoutDeletions({ notes, ...rest }: Input): Input {
  const added = readList(notes).filter((note) => !isObject(note) || !typeOf(note).startsWith('delete'));
  return added.length === 0 ? rest : { ...rest, notes: added };
}

function typeOf(note: JsonObject): string {
  return String(member(note, 'type')).trim().toLowerCase();
}

function nothingToDo({ licensecode, productid }: Input): Outcome {
  const record = { code: licensecode, product: productid, message: null };
  const message = `Code ${String(licensecode)} has no notes: there is nothing to do.`;
  return { result: recordOf(record, 'code', { message }) };
}
