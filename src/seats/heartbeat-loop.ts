/**
 * Holding a floating seat: take it, renew it at the server's interval, give it back however this ends. Time and
 * chance come in, so that the whole life of a seat can be played through at once.
 */
import type { DeactivationRecord, SeatRecord } from '../api/records.js';
import { type SteadyClock, steadyClock, type WallClock } from '../api/steady-clock.js';
import {
  InterruptedError,
  type LicensectlError,
  NetworkError,
  NotFoundError,
  RateLimitError,
  RejectedError,
  UnknownOutcomeError,
} from '../errors.js';
import { intervalOf, type ReceivedSeat, retryDelay, untilNextBeat } from './seat-timing.js';

/** What is done to the server. */
export interface SeatCalls {
  request(): Promise<SeatRecord>;
  renew(seat: SeatRecord): Promise<SeatRecord>;
  release(seat: SeatRecord): Promise<DeactivationRecord>;
}

export interface HoldOptions {
  readonly clock: WallClock;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** How long to hold the seat, in milliseconds; null until interrupted. */
  readonly durationMs: number | null;
  /** Milliseconds the server's clock is ahead of ours; null when unknown. */
  readonly skewMs: () => number | null;
  /** Before each wait: how things stand, and how long until the next beat. */
  readonly onWait: (seat: SeatRecord, nextMs: number) => void;
  /** A beat failed in a way that may pass. */
  readonly onRetry: (failure: LicensectlError, nextMs: number) => void;
  /** Giving the seat back on the way out of a failure or an interrupt; `failure` is null when it worked. */
  readonly onGivenBack: (seat: SeatRecord, failure: unknown) => void;
}

export interface SeatEvent {
  readonly event: 'requested' | 'renewed' | 'released';
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly seat: SeatRecord;
}

/**
 * Yields an event for the request, for each beat, and for the release at the end of `durationMs`.
 * @throws RejectedError `seat_lost` when the server says so, or when no beat came through before the seat lapsed
 * @throws whatever the request or, when time is up, the release throws; InterruptedError from the clock
 */
export async function* holdSeat(calls: SeatCalls, options: HoldOptions): AsyncGenerator<SeatEvent> {
  const clock = steadyClock(options.clock);
  const endsAt = options.durationMs === null ? Number.POSITIVE_INFINITY : clock.now() + options.durationMs;
  let held = received(await calls.request(), clock, options);
  let givenBack = false;
  try {
    if (!held.seat.active) throw lost('The server granted no active seat.');
    yield eventOf('requested', held, options);
    for (;;) {
      const beatIn = untilNextBeat(held, clock.now(), options.random());
      const left = endsAt - clock.now();
      options.onWait(held.seat, Math.min(beatIn, left));
      await clock.wait(Math.min(beatIn, left));
      if (clock.now() >= endsAt) break;
      const renewed = await renew(calls, held, endsAt, clock, options);
      if (renewed === null) break;
      held = renewed;
      yield eventOf('renewed', held, options);
    }
    givenBack = true;
    const { activationsUsed } = await calls.release(held.seat);
    const seat = { ...held.seat, active: false, expiresAt: null, seatsUsed: activationsUsed };
    yield eventOf('released', { ...held, seat }, options);
  } finally {
    if (!givenBack) options.onGivenBack(held.seat, await failureOf(calls.release(held.seat)));
  }
}

function eventOf(event: SeatEvent['event'], { seat }: ReceivedSeat, { clock }: HoldOptions): SeatEvent {
  return { event, at: clock.now(), seat };
}

function received(seat: SeatRecord, clock: SteadyClock, { skewMs }: HoldOptions): ReceivedSeat {
  return { seat, receivedAt: clock.now(), skewMs: (skewMs() ?? 0) - clock.aheadMs() };
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return null;
  } catch (error) {
    return error;
  }
}

/** One beat, tried again until the seat lapses; null when the time to hold it was over before. */
async function renew(
  calls: SeatCalls,
  held: ReceivedSeat,
  endsAt: number,
  clock: SteadyClock,
  options: HoldOptions,
): Promise<ReceivedSeat | null> {
  const { lapsesAt } = intervalOf(held);
  for (let attempt = 0; ; attempt += 1) {
    try {
      const seat = await calls.renew(held.seat);
      if (!seat.active) throw lost('The server no longer counts the seat as ours.');
      // Answers to a beat may leave out what does not change.
      return received(
        {
          ...seat,
          token: seat.token ?? held.seat.token,
          key: seat.key ?? held.seat.key,
          licenseId: seat.licenseId ?? held.seat.licenseId,
        },
        clock,
        options,
      );
    } catch (error) {
      // What became of the beat does not matter any more: the seat is given back.
      if (error instanceof InterruptedError) throw new InterruptedError(error.signal);
      if (!isTransient(error)) throw asLoss(error);
      const left = Math.min(lapsesAt, endsAt) - clock.now();
      if (clock.now() >= lapsesAt) throw lost('No beat came through before it lapsed.', error);
      if (left <= 0) return null;
      const delay = Math.min(retryDelay(attempt, options.random()), left);
      options.onRetry(error, delay);
      await clock.wait(delay);
      if (clock.now() >= endsAt) return null;
    }
  }
}

function isTransient(error: unknown): error is LicensectlError {
  return (
    error instanceof NetworkError || error instanceof RateLimitError || error instanceof UnknownOutcomeError
  );
}

/** A refused beat is a lost seat: its token expired, or was given to another. */
function asLoss(error: unknown): unknown {
  if (error instanceof RejectedError && error.code === 'seat_lost') return error;
  if (error instanceof RejectedError || error instanceof NotFoundError) return lost(error.message, error);
  return error;
}

function lost(reason: string, cause?: LicensectlError): RejectedError {
  return new RejectedError(`The seat is lost. ${reason}`, {
    code: 'seat_lost',
    hint: 'Run the command again to request another one.',
    provider: cause?.provider,
    operation: cause?.operation,
    httpStatus: cause?.httpStatus,
    cause,
  });
}
