import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPace, type Rate, UNPACED } from '../../../src/api/pace.js';

/** Time that jumps from one sleeper to the next when everything else has come to rest. */
class VirtualTime {
  #now = Date.parse('2026-11-20T12:00:00Z');
  readonly #sleepers: { readonly at: number; readonly wake: () => void }[] = [];

  readonly now = (): number => this.#now;

  readonly sleep = (ms: number): Promise<void> =>
    new Promise((wake) => {
      this.#sleepers.push({ at: this.#now + ms, wake });
    });

  setBack(ms: number): void {
    this.#now -= ms;
  }

  async run<T>(work: Promise<T>): Promise<T> {
    let done = false;
    const finished = work.finally(() => {
      done = true;
    });
    for (;;) {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      if (done) return finished;
      this.#sleepers.sort((a, b) => a.at - b.at);
      const next = this.#sleepers.shift();
      if (next === undefined) throw new Error('everybody waits for ever');
      this.#now = Math.max(this.#now, next.at);
      next.wake();
    }
  }
}

/** A server that counts arrivals, each at a moment of its own between send and answer. */
class CountingServer {
  readonly arrivals: number[] = [];

  most(perMs: number): number {
    const sorted = [...this.arrivals].sort((a, b) => a - b);
    let from = 0;
    return sorted.reduce((most, time, to) => {
      while ((sorted[from] ?? time) <= time - perMs) from += 1;
      return Math.max(most, to - from + 1);
    }, 0);
  }
}

const RATES: readonly Rate[] = [
  { requests: 5, perMs: 1000 },
  { requests: 20, perMs: 10_000 },
];

async function burst(
  rates: readonly Rate[],
  calls: number,
  workers: number,
  latency: (call: number) => readonly [before: number, after: number],
): Promise<{ readonly server: CountingServer; readonly tookMs: number }> {
  const time = new VirtualTime();
  const pace = createPace(rates, time);
  const server = new CountingServer();
  const started = time.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < calls) {
      const [before, after] = latency(next++);
      const done = await pace.begin();
      await time.sleep(before);
      server.arrivals.push(time.now());
      await time.sleep(after);
      done();
    }
  };
  await time.run(Promise.all(Array.from({ length: workers }, worker)));
  return { server, tookMs: time.now() - started };
}

describe('the pace of a client', () => {
  it('never lets a server see more than the rates, whatever the network does', async () => {
    const delays = fc.array(fc.tuple(fc.nat(1500), fc.nat(1500)), {
      minLength: 1,
      maxLength: 60,
      size: 'max',
    });
    await fc.assert(
      fc.asyncProperty(delays, fc.integer({ min: 1, max: 40 }), async (latencies, workers) => {
        const latency = (call: number): readonly [number, number] =>
          latencies[call % latencies.length] ?? [0, 0];
        const { server } = await burst(RATES, 60, workers, latency);
        expect(server.arrivals).toHaveLength(60);
        for (const { requests, perMs } of RATES) expect(server.most(perMs)).toBeLessThanOrEqual(requests);
      }),
      { numRuns: 200 },
    );
  });

  it('lets through all that the rates allow', async () => {
    const { server, tookMs } = await burst(RATES, 100, 8, () => [1, 1]);
    expect(server.arrivals).toHaveLength(100);
    // Five windows of ten seconds, the first of which begins at once.
    expect(tookMs).toBeLessThan(44_000);
  });

  it('does not keep a few calls waiting', async () => {
    expect((await burst(RATES, 5, 5, () => [3, 4])).tookMs).toBe(7);
    expect(await UNPACED.begin()).toBeTypeOf('function');
  });

  it('lets nobody begin while it is held, and goes on at half the rate', async () => {
    const time = new VirtualTime();
    const pace = createPace(RATES, time);
    const started = time.now();
    pace.hold(30_000);
    pace.hold(10_000);
    const begun: number[] = [];
    const calls = Array.from({ length: 4 }, async () => {
      const done = await pace.begin();
      begun.push(time.now() - started);
      done();
    });
    await time.run(Promise.all(calls));
    expect(begun).toEqual([30_000, 30_000, 31_000, 31_000]);
  });

  it('keeps a trickle however often it is told to slow down', async () => {
    const time = new VirtualTime();
    const pace = createPace([{ requests: 1, perMs: 1000 }], time);
    for (let refusal = 0; refusal < 20; refusal += 1) {
      pace.hold(1000);
      (await time.run(pace.begin()))();
    }
    const before = time.now();
    (await time.run(pace.begin()))();
    expect(time.now() - before).toBe(1000);
  });

  it('is never slower than an eighth of the rate', async () => {
    const time = new VirtualTime();
    const pace = createPace([{ requests: 16, perMs: 1000 }], time);
    for (let refusal = 0; refusal < 20; refusal += 1) {
      pace.hold(5000);
      (await time.run(pace.begin()))();
    }
    pace.hold(5000);
    const before = time.now();
    const begun: number[] = [];
    for (let call = 0; call < 3; call += 1) {
      (await time.run(pace.begin()))();
      begun.push(time.now() - before);
    }
    expect(begun).toEqual([5000, 5000, 6000]);
  });

  it('goes on as soon as the oldest answer is out of the window', async () => {
    const time = new VirtualTime();
    const pace = createPace([{ requests: 2, perMs: 1000 }], time);
    const started = time.now();
    (await pace.begin())();
    await time.run(time.sleep(400));
    (await pace.begin())();
    (await time.run(pace.begin()))();
    expect(time.now() - started).toBe(1000);
    await time.run(pace.begin());
    expect(time.now() - started).toBe(1400);
  });

  it('counts an answer once, however often it is told of it', async () => {
    const time = new VirtualTime();
    const pace = createPace([{ requests: 1, perMs: 1000 }], time);
    const done = await pace.begin();
    done();
    done();
    await time.run(pace.begin());
    await expect(time.run(pace.begin())).rejects.toThrow('everybody waits for ever');
  });

  it('is not stopped by a clock that is set back', async () => {
    const time = new VirtualTime();
    const pace = createPace([{ requests: 1, perMs: 1000 }], time);
    (await time.run(pace.begin()))();
    pace.hold(1000);
    time.setBack(86_400_000);
    const before = time.now();
    await time.run(pace.begin());
    expect(time.now() - before).toBeLessThanOrEqual(121_000);
  });

  it('goes on with the next when one is interrupted', async () => {
    const time = new VirtualTime();
    let interrupted = true;
    const pace = createPace([{ requests: 1, perMs: 1000 }], {
      now: time.now,
      sleep: (ms) => (interrupted ? Promise.reject(new Error('interrupted')) : time.sleep(ms)),
    });
    (await pace.begin())();
    await expect(pace.begin()).rejects.toThrow('interrupted');
    interrupted = false;
    await expect(time.run(pace.begin())).resolves.toBeTypeOf('function');
  });
});
