import { describe, expect, it } from 'vitest';
import type { SeatRecord } from '../../../src/api/records.js';
import {
  AuthenticationError,
  InterruptedError,
  NetworkError,
  NotFoundError,
  RejectedError,
} from '../../../src/errors.js';
import { type HoldOptions, holdSeat, type SeatCalls } from '../../../src/seats/heartbeat-loop.js';
import { FREED, MINUTE, playHold, START, seat } from './seat-calls.js';

/** A clock that jumps; at `interruptAt` a sleep ends as Ctrl-C ends it. */
class FakeClock {
  time = START;
  interruptAt = Number.POSITIVE_INFINITY;
  now = (): number => this.time;
  sleep = async (ms: number): Promise<void> => {
    const wakes = this.time + ms;
    this.time = Math.min(wakes, this.interruptAt);
    if (wakes >= this.interruptAt) throw new InterruptedError('SIGINT');
  };
}

const expiring = (clock: FakeClock, inMs: number, more: Partial<SeatRecord> = {}): SeatRecord =>
  seat({ expiresAt: new Date(clock.time + inMs).toISOString(), ...more });
const offline = (): NetworkError => new NetworkError('No route.', { code: 'unreachable' });

interface Story {
  readonly clock?: FakeClock;
  readonly calls?: Partial<SeatCalls>;
  readonly options?: Partial<HoldOptions>;
}

/** Plays a story to its end: `[seconds since the start, what happened]`. */
async function play({ clock = new FakeClock(), calls = {}, options = {} }: Story) {
  const log: [number, string][] = [];
  const note = (what: string): void => void log.push([(clock.time - START) / 1000, what]);
  return { log, ...(await playHold(note, calls, { clock, ...options })) };
}

describe('holding a seat', () => {
  it('beats at the interval and gives back when the time is up', async () => {
    expect(await play({ options: { durationMs: 11 * MINUTE } })).toEqual({
      log: [
        [0, 'request'],
        [300, 'beat'],
        [600, 'beat'],
        [660, 'release fltk_1'],
      ],
      events: ['requested', 'renewed', 'renewed', 'released'],
      error: null,
    });
  });

  it('sends no beat at the moment the time is up', async () => {
    const { log } = await play({ options: { durationMs: 5 * MINUTE } });
    expect(log).toEqual([
      [0, 'request'],
      [300, 'release fltk_1'],
    ]);
  });

  it('obeys the interval of the latest answer', async () => {
    const { log } = await play({
      calls: { renew: async () => seat({ heartbeatSeconds: 60 }) },
      options: { durationMs: 7.5 * MINUTE },
    });
    expect(log.filter(([, what]) => what === 'beat').map(([at]) => at)).toEqual([300, 360, 420]);
  });

  it('beats up to a tenth early, by chance', async () => {
    const { log } = await play({ options: { durationMs: 6 * MINUTE, random: () => 0.5 } });
    expect(log[1]).toEqual([285, 'beat']);
  });

  it('beats before the seat lapses when the interval is longer than that', async () => {
    const clock = new FakeClock();
    const { log } = await play({
      clock,
      calls: { request: async () => expiring(clock, 100_000) },
      options: { durationMs: 2 * MINUTE },
    });
    expect(log[1]).toEqual([90, 'beat']);
  });

  it('keeps the token that the answer to a beat leaves out', async () => {
    const { log } = await play({
      calls: { renew: async () => seat({ token: null }) },
      options: { durationMs: 6 * MINUTE },
    });
    expect(log.at(-1)).toEqual([360, 'release fltk_1']);
  });

  it('gives the seat back on Ctrl-C and passes the interrupt on', async () => {
    const clock = new FakeClock();
    clock.interruptAt = START + 400_000;
    const { log, events, error } = await play({ clock });
    expect(log).toEqual([
      [0, 'request'],
      [300, 'beat'],
      [400, 'release fltk_1'],
      [400, 'given back'],
    ]);
    expect(events).toEqual(['requested', 'renewed']);
    expect(error).toBeInstanceOf(InterruptedError);
  });

  it('gives the seat back when the reader goes away', async () => {
    let released = 0;
    const steps = holdSeat(
      {
        request: async () => seat(),
        renew: async () => seat(),
        release: async () => {
          released += 1;
          return FREED;
        },
      },
      {
        clock: new FakeClock(),
        random: () => 0,
        durationMs: null,
        skewMs: () => 0,
        onWait: () => undefined,
        onRetry: () => undefined,
        onGivenBack: () => undefined,
      },
    );
    for await (const event of steps) if (event.event === 'requested') break;
    expect(released).toBe(1);
  });

  it('sends nothing more when the request is refused', async () => {
    const refusal = new RejectedError('No seat is free.', { code: 'no_free_seat' });
    const { log, error } = await play({ calls: { request: () => Promise.reject(refusal) } });
    expect(log).toEqual([[0, 'request']]);
    expect(error).toBe(refusal);
  });
});

describe('a beat that fails', () => {
  it('is tried again with growing pauses, and the seat lives on', async () => {
    let failures = 3;
    const clock = new FakeClock();
    const { log, error } = await play({
      clock,
      calls: {
        request: async () => expiring(clock, 10 * MINUTE),
        renew: async () => {
          if (failures > 0) {
            failures -= 1;
            throw offline();
          }
          return seat();
        },
      },
      options: { durationMs: 6 * MINUTE },
    });
    expect(log.map(([, what]) => what)).toEqual([
      'request',
      'beat',
      'retry in 0.5',
      'beat',
      'retry in 1',
      'beat',
      'retry in 2',
      'beat',
      'release fltk_1',
    ]);
    expect(error).toBeNull();
  });

  it('loses the seat when none came through before the server let it lapse', async () => {
    const clock = new FakeClock();
    const { log, error } = await play({
      clock,
      calls: { request: async () => expiring(clock, 330_000), renew: () => Promise.reject(offline()) },
    });
    expect(error).toMatchObject({ kind: 'rejected', code: 'seat_lost' });
    expect((error as Error).cause).toMatchObject({ code: 'unreachable' });
    const beats = log.filter(([, what]) => what === 'beat').map(([at]) => at);
    expect(beats.at(0)).toBe(297);
    expect(beats.at(-1)).toBe(330);
    expect(log.at(-1)).toEqual([330, 'given back']);
  });

  it('counts the expiry by the clock of the server', async () => {
    const clock = new FakeClock();
    const ahead = 10 * MINUTE;
    const { log } = await play({
      clock,
      calls: {
        request: async () => expiring(clock, ahead + 330_000),
        renew: () => Promise.reject(offline()),
      },
      options: { skewMs: () => ahead },
    });
    expect(log.at(-1)).toEqual([330, 'given back']);
  });

  it('takes an expiry that is already past for none, and allows two intervals', async () => {
    const clock = new FakeClock();
    const { log, error } = await play({
      clock,
      calls: { request: async () => expiring(clock, -1000), renew: () => Promise.reject(offline()) },
    });
    expect(log.at(-1)).toEqual([600, 'given back']);
    expect(error).toMatchObject({ code: 'seat_lost' });
  });

  it('ends in order when the time is up while it is being tried again', async () => {
    const { log, events, error } = await play({
      calls: { renew: () => Promise.reject(offline()) },
      options: { durationMs: 5 * MINUTE + 2000 },
    });
    expect(log.at(-1)).toEqual([302, 'release fltk_1']);
    expect(events).toEqual(['requested', 'released']);
    expect(error).toBeNull();
  });

  it.each([
    ['an answer without the seat', async () => seat({ active: false })],
    ['an expired token', () => Promise.reject(new RejectedError('Token expired.', { code: 'TokenExpired' }))],
    [
      'a token that is gone',
      () => Promise.reject(new NotFoundError('No such token.', { code: 'TokenNotFound' })),
    ],
  ])('is a lost seat after %s', async (_, renew: () => Promise<SeatRecord>) => {
    const { log, error } = await play({ calls: { renew } });
    expect(error).toMatchObject({ kind: 'rejected', code: 'seat_lost' });
    expect(log).toEqual([
      [0, 'request'],
      [300, 'beat'],
      [300, 'release fltk_1'],
      [300, 'given back'],
    ]);
  });

  it('passes other errors on, after giving the seat back', async () => {
    const refused = new AuthenticationError('Key revoked.', { code: 'invalid_api_key' });
    const { log, error } = await play({ calls: { renew: () => Promise.reject(refused) } });
    expect(error).toBe(refused);
    expect(log.at(-1)).toEqual([300, 'given back']);
  });
});

describe('giving back', () => {
  it('fails the command when it fails at the end', async () => {
    const { error } = await play({
      calls: { release: () => Promise.reject(offline()) },
      options: { durationMs: MINUTE },
    });
    expect(error).toMatchObject({ code: 'unreachable' });
  });

  it('does not hide why the seat was given up when it fails on the way out', async () => {
    const clock = new FakeClock();
    clock.interruptAt = START + 1000;
    const { log, error } = await play({ clock, calls: { release: () => Promise.reject(offline()) } });
    expect(error).toBeInstanceOf(InterruptedError);
    expect(log.at(-1)).toEqual([1, 'kept: NetworkError: No route.']);
  });
});
