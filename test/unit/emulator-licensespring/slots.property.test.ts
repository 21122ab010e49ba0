/** Floating slots on a clock that moves, against a plain model: of a licence, and of one of its features. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caller, expectRefusal, license } from './signed-calls.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Kind {
  readonly key: string;
  readonly size: number;
  readonly timeoutMinutes: number;
  readonly maxBorrowHours: number;
  readonly check: string;
  readonly borrow: string;
  readonly release: string;
  readonly input: Readonly<Record<string, string>>;
  /** What a release without a slot is refused with; undefined where it succeeds. */
  readonly notInUse?: string;
}

const KINDS: readonly Kind[] = [
  {
    key: 'FLOA-T000-0000-0001',
    size: 3,
    timeoutMinutes: 120,
    maxBorrowHours: 168,
    check: 'check_license',
    borrow: 'floating/borrow',
    release: 'floating/release',
    input: {},
  },
  {
    key: 'FLFE-ATUR-0000-0001',
    size: 2,
    timeoutMinutes: 60,
    maxBorrowHours: 72,
    check: 'check_license_feature',
    borrow: 'floating/feature_borrow',
    release: 'floating/feature_release',
    input: { feature: 'render' },
    notInUse: 'floating_feature_device_not_in_use',
  },
];

interface Hold {
  readonly contactUntil: number;
  readonly borrowedUntil: number;
}

class Slots {
  readonly #holds = new Map<string, Hold>();

  constructor(readonly kind: Kind) {}

  /** Devices that hold a slot at this instant. */
  used(now: number): string[] {
    return [...this.#holds]
      .filter(([, { contactUntil, borrowedUntil }]) => contactUntil > now || borrowedUntil > now)
      .map(([name]) => name);
  }

  /** Whether there was a slot to take or to renew. */
  take(device: string, now: number, borrowedUntil?: number): boolean {
    const used = this.used(now);
    if (!used.includes(device) && used.length >= this.kind.size) return false;
    const before = used.includes(device) ? this.#holds.get(device) : undefined;
    this.#holds.set(device, {
      contactUntil: now + this.kind.timeoutMinutes * MINUTE,
      borrowedUntil: borrowedUntil ?? before?.borrowedUntil ?? 0,
    });
    return true;
  }

  free(device: string, now: number): boolean {
    const held = this.used(now).includes(device);
    this.#holds.delete(device);
    return held;
  }
}

const DEVICES = ['a', 'b', 'c', 'd', 'e'] as const;
const device = fc.constantFrom(...DEVICES);
/** The two timeouts to the minute; times within them; and longer ones, in which borrowed slots alone are left. */
const minutes = fc.oneof(
  fc.constantFrom(60, 120),
  fc.integer({ min: 1, max: 130 }),
  fc.integer({ min: 130, max: 1500 }),
);
const step = fc.oneof(
  fc.record({ verb: fc.constant('check' as const), device }),
  fc.record({ verb: fc.constant('release' as const), device }),
  fc.record({ verb: fc.constant('move' as const), device, minutes }),
  fc.record({
    verb: fc.constant('borrow' as const),
    device,
    hours: fc.option(fc.integer({ min: 1, max: 60 })),
  }),
  fc.record({ verb: fc.constant('reactivate' as const), device }),
);

test.each(KINDS)('$check', (kind) => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25, size: 'max' }), (sequence) => {
      const api = caller();
      const { deps } = api.system;
      const slots = new Slots(kind);
      const input = (hardware_id: string) => ({
        product: 'lsfloat',
        license_key: kind.key,
        hardware_id,
        ...kind.input,
      });
      for (const name of DEVICES) license(api.post('activate_license', input(name)));
      for (const next of sequence) {
        const now = deps.now();
        const body = input(next.device);
        if (next.verb === 'move') {
          api.system.advance(next.minutes * MINUTE);
        } else if (next.verb === 'check') {
          const response = api.get(kind.check, body);
          if (slots.take(next.device, now)) {
            expect(license(response).floating_in_use_devices).toBe(slots.used(now).length);
          } else expectRefusal(response, 'floating_not_available');
        } else if (next.verb === 'borrow') {
          const until = now + (next.hours ?? kind.maxBorrowHours) * HOUR;
          const borrowed_until = next.hours === null ? null : new Date(until).toISOString();
          const response = api.post(kind.borrow, { ...body, borrowed_until });
          if (slots.take(next.device, now, until)) {
            expect(license(response).borrowed_until).toBe(new Date(until).toISOString());
          } else expectRefusal(response, 'floating_not_available');
        } else if (next.verb === 'release') {
          const response = api.post(kind.release, body);
          const held = slots.free(next.device, now);
          if (held || kind.notInUse === undefined) {
            expect([response.status, response.body]).toEqual([200, '']);
          } else expectRefusal(response, kind.notInUse);
        } else {
          expect(api.post('deactivate_license', body).status).toBe(200);
          slots.free(next.device, now);
          license(api.post('activate_license', body));
        }
      }
    }),
    { numRuns: 25 },
  );
});
