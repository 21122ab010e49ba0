/** The work of `heartbeat`. */
import type { Input, Operation } from '../api/operation.js';
import type { CapabilityRow } from '../api/provider.js';
import type { SeatRecord } from '../api/records.js';
import { NotFoundError, RejectedError, UsageError } from '../errors.js';
import type { Outcome, Row } from '../output/result.js';
import { holdSeat, type SeatCalls, type SeatEvent } from '../seats/heartbeat-loop.js';
import { switchOption, textOption } from './arguments.js';
import { BEAT_COLUMNS } from './columns.js';
import type { Command, Parsed } from './command.js';
import { describeDuration, parseDuration } from './durations.js';
import { sourceOf } from './flag-source.js';
import { capability, prepare } from './prepare.js';
import { recordOf, usage } from './rows.js';
import type { Connection, RunContext } from './run-context.js';

/** Babel's proof of a hold, as its rows name it. */
const TOKEN = 'licenseToken';

export async function heartbeat(context: RunContext, command: Command, parsed: Parsed): Promise<Outcome> {
  const token = textOption(parsed, 'token');
  if (token !== undefined) context.protect(token);
  const period = textOption(parsed, 'for');
  const durationMs = period === undefined ? null : parseDuration(period, '--for');
  if (switchOption(parsed, 'once')) {
    if (durationMs !== null) throw misfit('--once sends a single beat: --for means nothing to it.');
    return beatOnce(context, command, parsed, token);
  }
  if (token !== undefined) throw misfit('--token goes with --once: otherwise a new seat is requested.');
  return hold(context, command, parsed, durationMs);
}

async function hold(
  context: RunContext,
  command: Command,
  parsed: Parsed,
  durationMs: number | null,
): Promise<Outcome> {
  const { connection, input } = await prepare(context, command, parsed);
  const live = context.streams.stderr.isTTY === true;
  const events = holdSeat(callsOf(context, connection, input), {
    clock: context.clock,
    random: Math.random,
    durationMs,
    skewMs: () => connection.client.clockSkewMs(),
    onWait: (seat, ms) => {
      if (live) context.progress(`Holding a seat${inUse(seat)}; next in ${describeDuration(ms)}`);
    },
    onRetry: (failure, ms) => {
      context.notice(`A beat failed: ${failure.message} Trying again in ${describeDuration(ms)}.`);
    },
    onGivenBack: (seat, failure) => sayGivenBack(context, seat, failure),
  });
  return { result: { kind: 'list', columns: BEAT_COLUMNS, id: 'event', rows: rowsOf(events) } };
}

/** A single beat for a seat that something else holds. */
async function beatOnce(
  context: RunContext,
  command: Command,
  parsed: Parsed,
  token: string | undefined,
): Promise<Outcome> {
  const beat = { ...command, flagsFrom: { ...sourceOf(command), capability: 'seats.heartbeat' as const } };
  const handled = [{ field: TOKEN, flag: 'token', value: token }];
  const { connection, input } = await prepare(context, beat, parsed, handled);
  const { value: seat, raw } = await capability(connection, 'seats').heartbeat(input);
  if (!seat.active) {
    throw new RejectedError('The seat is lost. The server no longer counts it as ours.', {
      code: 'seat_lost',
      hint: 'Request another one.',
      provider: seat.provider,
    });
  }
  const message = `The seat is renewed${inUse(seat)}.`;
  return { result: recordOf(beatRow('renewed', context.clock.now(), seat), 'event', { raw, message }) };
}

function callsOf(context: RunContext, connection: Connection, input: Input): SeatCalls {
  const seats = capability(connection, 'seats');
  return {
    async request() {
      const { value } = await seats.request(input);
      if (value.token !== null) context.protect(value.token);
      return value;
    },
    renew: async (seat) =>
      (await seats.heartbeat(inputFor(connection, 'seats.heartbeat', input, seat))).value,
    release: async (seat) => (await seats.release(inputFor(connection, 'seats.release', input, seat))).value,
  };
}

/** What the request was made with, as far as the other row takes it, and the proof of the hold. */
function inputFor(connection: Connection, name: CapabilityRow, input: Input, seat: SeatRecord): Input {
  const row: Operation | undefined = connection.provider.rows[name];
  const taken: Record<string, unknown> = {};
  for (const field of row?.input ?? []) {
    const value = field.name === TOKEN ? seat.token : input[field.name];
    if (value !== undefined && value !== null) taken[field.name] = value;
  }
  return taken;
}

async function* rowsOf(events: AsyncIterable<SeatEvent>): AsyncGenerator<Row> {
  for await (const { event, at, seat } of events) yield beatRow(event, at, seat);
}

/** A beat as data. The token is left out: it is a credential, and whoever holds the seat has it. */
function beatRow(event: SeatEvent['event'], at: number, seat: SeatRecord): Row {
  const { provider, key, licenseId, active, seatsUsed, seatsAllowed, heartbeatSeconds, expiresAt } = seat;
  return {
    at: new Date(at).toISOString(),
    event,
    provider,
    key,
    licenseId,
    active,
    seatsUsed,
    seatsAllowed,
    heartbeatSeconds,
    expiresAt,
  };
}

function inUse(seat: SeatRecord): string {
  const used = usage(seat.seatsUsed, seat.seatsAllowed);
  return used === null ? '' : ` (${used})`;
}

function sayGivenBack(context: RunContext, seat: SeatRecord, failure: unknown): void {
  if (failure === null) context.notice('The seat is given back.');
  // A refusal means that there was nothing left to give back.
  else if (!(failure instanceof RejectedError) && !(failure instanceof NotFoundError)) {
    const until =
      seat.expiresAt === null ? 'by itself when no more beats come' : `by itself at ${seat.expiresAt}`;
    const reason = failure instanceof Error ? failure.message : String(failure);
    context.notice(`The seat could not be given back: ${reason} It lapses ${until}.`, 'seat_not_released');
  }
}

function misfit(message: string): UsageError {
  return new UsageError(message, { code: 'conflicting_options' });
}
