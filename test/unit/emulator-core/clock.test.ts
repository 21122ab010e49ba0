import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClock } from '../../../src/emulator/clock.js';
import { useEmulators } from './harness.js';

const start = useEmulators();

describe('the clock', () => {
  it('goes on from where it is set', () => {
    let real = 1000;
    const clock = createClock(() => real);
    expect(clock.now()).toBe(1000);
    clock.set(50_000);
    real += 7;
    expect(clock.now()).toBe(50_007);
    clock.advance(-7);
    expect(clock.now()).toBe(50_000);
  });

  it('moves by exactly what is asked, though real time goes on meanwhile', () => {
    let real = 0;
    const clock = createClock(() => {
      real += 1;
      return real;
    });
    clock.advance(400);
    expect(clock.state().offsetMs).toBe(400);
  });

  it('stands still while it is frozen, also when it is moved, and goes on from there', () => {
    let real = 0;
    const clock = createClock(() => real);
    clock.freeze();
    real += 500;
    clock.advance(20);
    expect(clock.now()).toBe(20);
    clock.resume();
    real += 3;
    expect(clock.now()).toBe(23);
  });

  it('is the same after its state was saved and loaded', () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constantFrom('set', 'advance', 'real'),
        ms: fc.integer({ min: -1e12, max: 1e12 }),
      }),
      fc.record({ kind: fc.constantFrom('freeze', 'resume'), ms: fc.constant(0) }),
    );
    fc.assert(
      fc.property(fc.array(step), fc.nat(1e9), (steps, later) => {
        let real = 0;
        const clock = createClock(() => real);
        for (const { kind, ms } of steps) {
          if (kind === 'real') real += Math.abs(ms);
          else if (kind === 'set') clock.set(ms);
          else if (kind === 'advance') clock.advance(ms);
          else if (kind === 'freeze') clock.freeze();
          else clock.resume();
        }
        const copy = createClock(() => real);
        copy.load(clock.state());
        real += later;
        expect(copy.now()).toBe(clock.now());
      }),
    );
  });
});

describe('the Date header and the handlers', () => {
  it('follow the clock over the control path', async () => {
    const emulator = await start();
    await emulator.control('POST', '/clock', { set: '2031-05-06T07:08:09+02:00', frozen: true });
    const reply = await emulator.system('/v1/echo');
    expect(reply.headers.date).toBe('Tue, 06 May 2031 05:08:09 GMT');
    expect(reply.json<{ now: number }>().now).toBe(Date.parse('2031-05-06T05:08:09Z'));
    const moved = await emulator.control('POST', '/clock', { advanceSeconds: 86_400 });
    expect(moved.json()).toMatchObject({ now: '2031-05-07T05:08:09.000Z', frozen: true });
    // Whole milliseconds, whatever 1.1 times 1000 is in binary.
    const bit = await emulator.control('POST', '/clock', { advanceSeconds: 1.1 });
    expect(bit.json()).toMatchObject({ now: '2031-05-07T05:08:10.100Z' });
    expect((await emulator.system('/v1/echo')).json<{ now: number }>().now).toBe(
      Date.parse('2031-05-07T05:08:10.100Z'),
    );
    const real = (await emulator.control('POST', '/clock', { real: true })).json();
    expect(real).toMatchObject({ offsetSeconds: 0, frozen: false });
  });

  it.each([
    {},
    { set: 'tomorrow' },
    { set: '2031-02-30T00:00:00Z' },
    { set: '2031-01-01T00:00:00Z', advanceSeconds: 1 },
    { advanceSeconds: 1e12 },
    { advance: 1 },
  ])('stay where they are after %j', async (change) => {
    const emulator = await start();
    const reply = await emulator.control('POST', '/clock', change);
    expect(reply.status).toBe(400);
    expect((await emulator.control('GET', '/clock')).json()).toMatchObject({
      offsetSeconds: 0,
      frozen: false,
    });
  });
});
