/** Floating seats of the cloud as a fleet holds them: each device beats by itself, and none in step with another. */
import { describe, expect, it } from 'vitest';
import type { SeatRecord } from '../../../src/api/records.js';
import { untilNextBeat } from '../../../src/seats/seat-timing.js';
import { BY_KEY, serve } from './usage-harness.js';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const MINUTE = 60_000;

async function seatOf(floating_timeout: number | null): Promise<SeatRecord> {
  const body = { id: 1, license_type: 'perpetual', is_floating_cloud: true, floating_timeout };
  const { capabilities } = await serve({ body, headers: { Date: new Date(NOW).toUTCString() } });
  const taken = await capabilities.seats?.request(BY_KEY);
  if (taken === undefined) throw new Error('LicenseSpring has seats');
  return taken.value;
}

const beatsOf = (seat: SeatRecord, randoms: readonly number[]): readonly number[] =>
  randoms.map((random) => untilNextBeat({ seat, receivedAt: NOW, skewMs: 0 }, NOW, random) / MINUTE);

describe('beats of a fleet', () => {
  it('come at half the timeout or a little earlier', async () => {
    expect(beatsOf(await seatOf(120), [0, 0.5, 0.999999])).toEqual([60, 57, expect.closeTo(54, 3)]);
  });

  it('of devices that took their seats at one moment are spread over a twentieth of the timeout', async () => {
    const fleet = Array.from({ length: 100 }, (_, index) => index / 100);
    const beats = beatsOf(await seatOf(120), fleet);
    expect(new Set(beats).size).toBe(100);
    const [first, last] = [Math.min(...beats), Math.max(...beats)];
    expect(last - first).toBeGreaterThan(5.9);
    expect(first).toBeGreaterThanOrEqual(54);
    const inOneMinute = Math.max(
      ...beats.map((at) => beats.filter((one) => one >= at && one < at + 1).length),
    );
    expect(inOneMinute).toBeLessThanOrEqual(18);
  });

  it('leave time for another try before the shortest seat lapses', async () => {
    const [beat = 0] = beatsOf(await seatOf(1), [0]);
    expect(beat).toBe(0.5);
  });
});
