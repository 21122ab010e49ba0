/** The work of `deactivate`: one device, or everything under a code. */
import type { Consent } from '../api/client.js';
import { flagName } from '../api/flag-name.js';
import { effectOf, type Operation } from '../api/operation.js';
import type { DeactivationRecord } from '../api/records.js';
import { UsageError } from '../errors.js';
import type { Outcome } from '../output/result.js';
import { switchOption, textArgument } from './arguments.js';
import type { Command, Parsed } from './command.js';
import { confirmUnlessDry } from './confirm.js';
import { confirmReach, expectedCount, reachOf, refuseNeedlessCount } from './confirm-wide.js';
import { optionName } from './field-values.js';
import { capability, type Prepared, prepare } from './prepare.js';
import { counted, recordOf, usage } from './rows.js';
import type { RunContext } from './run-context.js';

export async function deactivate(context: RunContext, command: Command, parsed: Parsed): Promise<Outcome> {
  const expected = expectedCount(parsed);
  const prepared = await prepare(context, command, parsed);
  const { row, input, connection } = prepared;
  const all = switchOption(parsed, 'all');
  checkExtent(row, all, effectOf(row, input) === 'destroy-wide');
  if (!all) refuseNeedlessCount(expected, '--all');
  const key = textArgument(parsed, 'KEY') ?? null;
  let consent: Consent | undefined;
  if (all) {
    const reach = await reachOf(connection, row, input);
    if (reach.count === 0) return nothingToDo(prepared, key);
    consent = await confirmReach(context, reach, 'deactivate', expected);
  } else {
    await confirmUnlessDry(context, `Deactivate ${subjectOf(prepared, key)}?`);
  }
  const { value, raw } = await capability(connection, 'deactivate')(input, consent);
  return {
    result: recordOf(value, value.key === null ? 'deviceId' : 'key', { raw, message: sentence(value) }),
  };
}

/** A wide row takes everything when nothing narrows it: that must be said, never left out by mistake. */
function checkExtent(row: Operation, all: boolean, wide: boolean): void {
  const narrowing = row.input.find(({ name }) => name === row.narrowedBy);
  const narrower = narrowing === undefined ? null : flagName(narrowing);
  if (row.effect !== 'destroy-wide') {
    if (!all) return;
    throw new UsageError(`${row.provider} frees one device at a time: --all means nothing to it.`, {
      code: 'flag_not_supported',
      provider: row.provider,
    });
  }
  if (all === wide) return;
  throw all
    ? new UsageError(`${narrower ?? 'One device'} and --all exclude each other.`, {
        code: 'conflicting_options',
      })
    : new UsageError(`Say which activations: ${narrower === null ? '' : `${narrower} for one, or `}--all.`, {
        code: 'missing_input',
        provider: row.provider,
        hint: 'Nothing was sent.',
      });
}

function nothingToDo({ row, input }: Prepared, key: string | null): Outcome {
  const record: DeactivationRecord = {
    provider: row.provider,
    key,
    product: typeof input.productid === 'string' ? input.productid : null,
    deviceId: null,
    status: 'deactivated',
    removed: 0,
    activationsUsed: 0,
    activationsAllowed: null,
  };
  return {
    result: recordOf(record, 'key', { message: `Code ${key} has no activations: there is nothing to do.` }),
  };
}

/** Whom it hits, in the words of the flags: `1111-… (hardware-id HWID-1, product lsprod)`. */
function subjectOf({ row, input, connection }: Prepared, key: string | null): string {
  const where = row.input
    .filter(({ name, secret }) => secret !== true && typeof input[name] === 'string' && input[name] !== key)
    .map((field) => `${optionName(field)} ${String(input[field.name])}`);
  const details = where.length === 0 ? '' : ` (${where.join(', ')})`;
  return `${key ?? `the licence of ${connection.context.baseUrl}`}${details}`;
}

function sentence(record: DeactivationRecord): string {
  const subject = record.key ?? 'the licence';
  const device = record.deviceId === null ? '' : ` on ${record.deviceId}`;
  const removed = record.removed === null ? '' : `, ${counted(record.removed, 'activation')} removed`;
  const used = usage(record.activationsUsed, record.activationsAllowed);
  return `Deactivated ${subject}${device}${removed}${used === null ? '' : ` (${used})`}.`;
}
