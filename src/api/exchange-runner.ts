/** Sends a call until it has an answer, may not be repeated, or has been tried often enough. */
import { LicensectlError, NetworkError } from '../errors.js';
import type { Notice } from '../notice.js';
import { type CallFacts, interruption } from './call-facts.js';
import { failureError } from './network-errors.js';
import type { Pace } from './pace.js';
import { type Attempt, MAX_ATTEMPTS, retryDelayMs } from './retry.js';
import type { Tracer } from './trace.js';
import { type Transport, TransportFailure, type WireRequest, type WireResponse } from './transport.js';

export interface RunnerDeps {
  readonly transport: Transport;
  readonly tracer: Tracer;
  readonly clock: { now(): number; sleep(ms: number): Promise<void> };
  readonly random: () => number;
  readonly notice: Notice;
  readonly pace: Pace;
  /** The longest window that the system counts requests in, milliseconds; null where none is documented. */
  readonly windowMs: number | null;
  /** Told of every answer, for the server's clock. */
  readonly observed: (response: WireResponse) => void;
}

export interface Job<T> {
  readonly facts: CallFacts;
  readonly timeoutMs: number;
  /** Absent for what must be done after an interruption as well: a logoff. */
  readonly signal: AbortSignal | undefined;
  readonly maxAttempts: number;
  /** Makes the request anew for each attempt: a signature holds for its date only. */
  readonly prepare: () => Promise<WireRequest>;
  /** True when a refused session was dropped and one more attempt makes sense. */
  readonly renew: (response: WireResponse) => boolean;
  /** Turns an answer into the result. @throws LicensectlError when it is not a success */
  readonly accept: (response: WireResponse) => T;
}

/** Pauses from this length on are announced: silence would look like a hang. */
const ANNOUNCED_PAUSE_MS = 1000;

/**
 * @throws what `accept` threw last; NetworkError or UnknownOutcomeError when there was no answer; the reason of
 * the signal when it is aborted
 */
export async function run<T>(job: Job<T>, deps: RunnerDeps): Promise<T> {
  let renewed = false;
  let attempt = 1;
  for (;;) {
    job.signal?.throwIfAborted();
    const outcome = await inTurn(job, attempt, deps);
    if ('response' in outcome && !renewed && outcome.response.status >= 400 && job.renew(outcome.response)) {
      // The refusal was of the session, so nothing was done: this holds for every effect.
      renewed = true;
      continue;
    }
    const { result, error } = judge(job, outcome);
    if (error === null) return result;
    const delayMs = attempt < job.maxAttempts ? nextDelay(job, attempt, outcome, error, deps) : null;
    if (delayMs === null) throw error;
    attempt += 1;
    await pause(delayMs, attempt, outcome, deps);
  }
}

/** Waits for its turn first: a request that is signed with a date must not wait afterwards. */
async function inTurn<T>(job: Job<T>, attempt: number, deps: RunnerDeps): Promise<Outcome> {
  const done = await turnOf(job, deps);
  try {
    // The person may have interrupted while it waited.
    job.signal?.throwIfAborted();
    return await sendOnce(job, await job.prepare(), attempt, deps);
  } finally {
    done();
  }
}

/**
 * A call that begins after an interruption gives back what is held. It has a signal of its own, while the clock waits
 * for nobody any more: so it goes at once rather than not at all.
 */
async function turnOf<T>({ signal }: Job<T>, { pace }: RunnerDeps): Promise<() => void> {
  try {
    return await pace.begin();
  } catch (error) {
    if (signal?.aborted === true) throw error;
    return () => {};
  }
}

type Outcome = { readonly failure: TransportFailure } | { readonly response: WireResponse };

async function sendOnce<T>(
  job: Job<T>,
  request: WireRequest,
  attempt: number,
  deps: RunnerDeps,
): Promise<Outcome> {
  const { transport, tracer, clock } = deps;
  tracer.request(request, attempt);
  const started = clock.now();
  try {
    const response = await transport.send(request, { timeoutMs: job.timeoutMs, signal: job.signal });
    tracer.response(response, clock.now() - started);
    deps.observed(response);
    return { response };
  } catch (error) {
    if (!(error instanceof TransportFailure)) throw error;
    tracer.failure(error, clock.now() - started);
    if (job.signal?.aborted) throw interruption(job.signal.reason, job.facts, error.sent);
    return { failure: error };
  }
}

type Judged<T> =
  | { readonly result: T; readonly error: null }
  | { readonly result?: never; readonly error: LicensectlError };

function judge<T>(job: Job<T>, outcome: Outcome): Judged<T> {
  if ('failure' in outcome) return { error: failureError(outcome.failure, job.facts) };
  try {
    return { result: job.accept(outcome.response), error: null };
  } catch (error) {
    if (error instanceof LicensectlError) return { error };
    throw error;
  }
}

function nextDelay<T>(
  job: Job<T>,
  attempt: number,
  outcome: Outcome,
  error: LicensectlError,
  { clock, random, pace, windowMs }: RunnerDeps,
): number | null {
  const judged: Attempt =
    'failure' in outcome
      ? outcome
      : {
          response: outcome.response,
          fault: outcome.response.status === 500 && error instanceof NetworkError,
        };
  const delayMs = retryDelayMs(job.facts.effect, attempt, judged, clock.now(), random, windowMs);
  if ('response' in outcome && outcome.response.status === 429 && delayMs !== null) pace.hold(delayMs);
  return delayMs;
}

async function pause(ms: number, attempt: number, outcome: Outcome, deps: RunnerDeps): Promise<void> {
  const slow = 'failure' in outcome && outcome.failure.reason === 'timeout';
  if (slow || ms >= ANNOUNCED_PAUSE_MS) {
    const why =
      'failure' in outcome ? outcome.failure.message : `The server answers HTTP ${outcome.response.status}.`;
    const when = ms >= ANNOUNCED_PAUSE_MS ? ` in ${Math.ceil(ms / 1000)} s` : '';
    deps.notice(`${why} Trying again${when} (${attempt} of ${MAX_ATTEMPTS}).`);
  }
  deps.tracer.pause(ms);
  await deps.clock.sleep(ms);
}
