/** A server's side of a hold: a seat that is always granted, and a log of what was sent. */
import type { DeactivationRecord, SeatRecord } from '../../../src/api/records.js';
import {
  type HoldOptions,
  holdSeat,
  type SeatCalls,
  type SeatEvent,
} from '../../../src/seats/heartbeat-loop.js';

export const START = Date.parse('2026-11-20T12:00:00Z');
export const MINUTE = 60_000;

export const seat = (more: Partial<SeatRecord> = {}): SeatRecord => ({
  provider: 'babel',
  key: 'KEY',
  licenseId: 'lic1',
  token: 'fltk_1',
  active: true,
  expiresAt: null,
  heartbeatSeconds: 300,
  seatsUsed: 1,
  seatsAllowed: 2,
  ...more,
});

export const FREED: DeactivationRecord = {
  provider: 'babel',
  key: 'KEY',
  product: null,
  deviceId: null,
  status: 'deactivated',
  removed: 1,
  activationsUsed: 0,
  activationsAllowed: 2,
};

export interface Played {
  readonly events: readonly SeatEvent['event'][];
  /** What ended the hold; null when it ended by itself. */
  readonly error: unknown;
}

/**
 * Holds a seat to its end, however that comes.
 * @param note is told what is sent, and what the holder is told
 * @param calls answers of the server, where they are not the usual ones
 */
export async function playHold(
  note: (what: string) => void,
  calls: Partial<SeatCalls>,
  options: Pick<HoldOptions, 'clock'> & Partial<HoldOptions>,
): Promise<Played> {
  const steps = holdSeat(
    {
      request: async () => {
        note('request');
        return calls.request?.() ?? seat();
      },
      renew: async (held) => {
        note('beat');
        return calls.renew?.(held) ?? seat();
      },
      release: async (held) => {
        note(`release ${held.token}`);
        return calls.release?.(held) ?? FREED;
      },
    },
    {
      random: () => 0,
      durationMs: null,
      skewMs: () => 0,
      onWait: () => undefined,
      onRetry: (_, ms) => note(`retry in ${ms / 1000}`),
      onGivenBack: (_, failure) => note(failure === null ? 'given back' : `kept: ${String(failure)}`),
      ...options,
    },
  );
  const events: SeatEvent['event'][] = [];
  try {
    for await (const { event } of steps) events.push(event);
  } catch (error) {
    return { events, error };
  }
  return { events, error: null };
}
