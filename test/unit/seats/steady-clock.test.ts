import { describe, expect, it } from 'vitest';
import type { SeatRecord } from '../../../src/api/records.js';
import { steadyClock } from '../../../src/api/steady-clock.js';
import { InterruptedError, NetworkError } from '../../../src/errors.js';
import type { SeatCalls } from '../../../src/seats/heartbeat-loop.js';
import { MINUTE, playHold, START, seat } from './seat-calls.js';

const HOUR = 60 * MINUTE;

/** A computer: timers run with `elapsed`, its wall clock can be set, and it can be suspended while it sleeps. */
class Computer {
  wall = START;
  elapsed = 0;
  readonly sleeps: number[] = [];
  /** Done once when the timers reach the first number. */
  readonly plans: [number, (computer: Computer) => void][] = [];
  now = (): number => this.wall;
  sleep = async (ms: number): Promise<void> => {
    this.sleeps.push(ms);
    this.elapsed += ms;
    this.wall += ms;
    while (this.plans[0] !== undefined && this.plans[0][0] <= this.elapsed) this.plans.shift()?.[1](this);
  };
}

const setBack = (ms: number) => (computer: Computer) => {
  computer.wall -= ms;
};
/** Timers stand still meanwhile. */
const suspended = (ms: number) => (computer: Computer) => {
  computer.wall += ms;
};

describe('a steady clock', () => {
  it('waits as long as it is told, in sleeps that no timer is too small for', async () => {
    const computer = new Computer();
    const clock = steadyClock(computer);
    await clock.wait(40 * 24 * HOUR);
    expect(computer.elapsed).toBe(40 * 24 * HOUR);
    expect(new Set(computer.sleeps)).toEqual(new Set([30_000]));
    expect(clock.now()).toBe(START + computer.elapsed);
  });

  it('waits no longer when the wall clock is set back, and never goes back with it', async () => {
    const computer = new Computer();
    const clock = steadyClock(computer);
    computer.plans.push([MINUTE, setBack(HOUR)]);
    await clock.wait(5 * MINUTE);
    expect(computer.elapsed).toBe(5 * MINUTE);
    expect([clock.now() - START, clock.aheadMs()]).toEqual([5 * MINUTE, HOUR]);
    computer.wall -= HOUR;
    expect(clock.now() - START).toBe(5 * MINUTE);
  });

  it('wakes soon after the computer was suspended for longer than it was to wait', async () => {
    const computer = new Computer();
    computer.plans.push([MINUTE, suspended(HOUR)]);
    await steadyClock(computer).wait(5 * MINUTE);
    expect(computer.elapsed).toBe(MINUTE);
  });

  it('sleeps once even for no time: an interruption is noticed there', async () => {
    const computer = new Computer();
    await steadyClock(computer).wait(0);
    expect(computer.sleeps).toEqual([0]);
  });
});

/** Holds a seat on this computer; what is sent, and what is told, by its timers, in minutes. */
async function hold(computer: Computer, calls: Partial<SeatCalls>, durationMs: number | null) {
  const sent: [number, string][] = [];
  const note = (what: string): void => void sent.push([computer.elapsed / MINUTE, what]);
  const { error } = await playHold(note, calls, { clock: computer, durationMs });
  return { sent, error };
}

describe('a hold through changes of the clock', () => {
  it('keeps its beats and its end when the clock is set back', async () => {
    const computer = new Computer();
    computer.plans.push([7 * MINUTE, setBack(3 * HOUR)]);
    expect((await hold(computer, {}, 12 * MINUTE)).sent).toEqual([
      [0, 'request'],
      [5, 'beat'],
      [10, 'beat'],
      [12, 'release fltk_1'],
    ]);
  });

  it('beats at once after a suspension', async () => {
    const computer = new Computer();
    computer.plans.push([MINUTE, suspended(4 * MINUTE)]);
    expect((await hold(computer, {}, 20 * MINUTE)).sent.slice(0, 3)).toEqual([
      [0, 'request'],
      [1, 'beat'],
      [6, 'beat'],
    ]);
  });

  it('gives up at the expiry that the server named, though the clock was set back before', async () => {
    const computer = new Computer();
    computer.plans.push([2 * MINUTE, setBack(HOUR)]);
    let beats = 0;
    const { sent, error } = await hold(
      computer,
      {
        async renew() {
          beats += 1;
          if (beats > 1) throw new NetworkError('No route.', { code: 'unreachable' });
          return seat({ expiresAt: new Date(computer.wall + 6 * MINUTE).toISOString() });
        },
      },
      null,
    );
    expect(error).toMatchObject({ code: 'seat_lost' });
    expect(sent.slice(-2)).toEqual([
      [11, 'release fltk_1'],
      [11, 'given back'],
    ]);
  });

  it('does not flood a server whose interval no timer can wait', async () => {
    const computer = new Computer();
    const request = async (): Promise<SeatRecord> => seat({ heartbeatSeconds: 60 * 86_400 });
    const { sent } = await hold(computer, { request }, 61 * 24 * HOUR);
    expect(sent.map(([at, what]) => [at / 60 / 24, what]).slice(0, 2)).toEqual([
      [0, 'request'],
      [60, 'beat'],
    ]);
  });

  it('that is interrupted at a beat gives the seat back and leaves nothing in doubt', async () => {
    const doubtful = new InterruptedError('SIGTERM', {
      message: 'Whether the call took effect is not known.',
      details: { code: 'interrupted_outcome_unknown' },
    });
    const { sent, error } = await hold(new Computer(), { renew: () => Promise.reject(doubtful) }, null);
    expect(sent.map(([, what]) => what)).toEqual(['request', 'beat', 'release fltk_1', 'given back']);
    expect(error).toMatchObject({ code: 'interrupted', signal: 'SIGTERM' });
  });
});
