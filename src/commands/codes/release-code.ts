/** The work of `codes return` and `codes clear`: taking a code off the computers that have it. */
import type { Consent } from '../../api/client.js';
import { effectOf } from '../../api/operation.js';
import type { Reach } from '../../api/provider.js';
import type { Outcome } from '../../output/result.js';
import type { Command, Parsed } from '../command.js';
import { confirmUnlessDry } from '../confirm.js';
import { confirmReach, expectedCount, reachOf, refuseNeedlessCount } from '../confirm-wide.js';
import { sourceOf } from '../flag-source.js';
import { offered, type Prepared, prepare } from '../prepare.js';
import { counted, recordOf } from '../rows.js';
import type { RunContext } from '../run-context.js';

export async function returnCode(context: RunContext, command: Command, parsed: Parsed): Promise<Outcome> {
  const expected = expectedCount(parsed);
  const prepared = await prepare(context, command, parsed);
  const { connection, row, input } = prepared;
  const reach = await reachOf(connection, row, input);
  if (reach.count === 0) return nothingToDo(prepared, 'returned', 'activations');
  const consent = await confirmReach(context, reach, 'return', expected);
  const send = offered(connection, ({ codes }) => codes?.return, sourceOf(command));
  const { value, raw } = await send(input, consent);
  const record = { ...value, returned: reach.count };
  const message = `Returned ${counted(reach.count, reach.noun)} of code ${value.code}.`;
  return { result: recordOf(record, 'code', { raw, message }) };
}

export async function clearCode(context: RunContext, command: Command, parsed: Parsed): Promise<Outcome> {
  const expected = expectedCount(parsed);
  const prepared = await prepare(context, command, parsed);
  const { connection, row, input } = prepared;
  const code = String(input.licensecode);
  const send = offered(connection, ({ codes }) => codes?.clear, sourceOf(command));
  if (effectOf(row, input) !== 'destroy-wide') {
    refuseNeedlessCount(expected, 'clearing all the activity of a code, without --computer');
    const computer = String(input.computerid);
    await confirmUnlessDry(context, `Delete the activity of code ${code} on computer ${computer}?`);
    const { value, raw } = await send(input);
    const message = `Cleared the activity of code ${code} on computer ${computer}.`;
    return { result: recordOf(value, 'code', { raw, message }) };
  }
  const reach = await wholeReach(prepared);
  if (reach.count === 0) return nothingToDo(prepared, 'cleared', 'activity');
  const consent: Consent = await confirmReach(context, reach, 'clear', expected);
  const { value, raw } = await send(input, consent);
  const message = `Cleared ${counted(reach.count, reach.noun)} of code ${code}.`;
  return { result: recordOf({ ...value, cleared: reach.count }, 'code', { raw, message }) };
}

/** Current activations, and that those of the past go as well; where there are no others, these are what is counted. */
async function wholeReach({ connection, row, input }: Prepared): Promise<Reach> {
  const reach = await reachOf(connection, row, input);
  const { productid, licensecode } = input;
  const read = offered(connection, ({ codes }) => codes?.activity, { capability: 'codes.activity' });
  const { value } = await read({ productid, licensecode });
  const noun = 'past activation';
  if (reach.count === 0) {
    return { ...reach, count: value.length, noun, names: value.map(({ deviceId }) => deviceId ?? 'unknown') };
  }
  const past = value.length - reach.count;
  return past > 0 ? { ...reach, besides: counted(past, noun) } : reach;
}

function nothingToDo({ input }: Prepared, done: string, what: string): Outcome {
  const record = { code: input.licensecode, product: input.productid, message: null, [done]: 0 };
  const message = `Code ${String(input.licensecode)} has no ${what}: there is nothing to do.`;
  return { result: recordOf(record, 'code', { message }) };
}
