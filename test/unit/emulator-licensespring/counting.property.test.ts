/** The counting rules of the page on activations and device transfers, against a plain model of them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonOf } from '../../support/one-system.js';
import { type Caller, caller } from './signed-calls.js';

interface Rules {
  readonly maxActivations: number;
  /** 0 for no limit, -1 for none allowed. */
  readonly maxTransfers: number;
}

interface Step {
  readonly verb: 'activate' | 'deactivate';
  readonly device: string;
}

/** Which devices are active, and which were left without another one taking over. */
class Model {
  readonly active = new Set<string>();
  /** Every device that was ever active, in the order in which they came. */
  readonly known: string[] = [];
  readonly left = new Set<string>();
  transfers = 0;

  constructor(readonly rules: Rules) {}

  /** The code of the refusal, or undefined. */
  apply({ verb, device }: Step): string | undefined {
    return verb === 'activate' ? this.activate(device) : this.deactivate(device);
  }

  private activate(device: string): string | undefined {
    const { maxActivations, maxTransfers } = this.rules;
    if (this.active.has(device)) return undefined;
    if (this.active.size >= maxActivations) return 'license_activated_max_times';
    const from = this.known.find((name) => this.left.has(name));
    if (this.left.has(device)) {
      this.left.delete(device);
    } else if (from !== undefined) {
      const allowed = maxTransfers === 0 ? Number.POSITIVE_INFINITY : Math.max(0, maxTransfers);
      if (this.transfers >= allowed) return 'license_transferred_max_times';
      this.transfers += 1;
      this.left.delete(from);
    }
    this.active.add(device);
    if (!this.known.includes(device)) this.known.push(device);
    return undefined;
  }

  private deactivate(device: string): string | undefined {
    if (this.active.size === 0) return 'license_not_active';
    if (!this.active.delete(device)) return 'device_not_found';
    this.left.add(device);
    return undefined;
  }
}

const KEY = 'IDLE-0000-0000-0001';

function started({ maxActivations, maxTransfers }: Rules): Caller {
  const api = caller();
  const sql = 'update licensespring_license set max_activations = ?, max_transfers = ? where license_key = ?';
  expect(api.system.deps.store.run(sql, maxActivations, maxTransfers, KEY).changes).toBe(1);
  return api;
}

const rules = fc.record({
  maxActivations: fc.integer({ min: 1, max: 3 }),
  maxTransfers: fc.integer({ min: -1, max: 3 }),
});
const steps = fc.array(
  fc.record({
    verb: fc.constantFrom<Step['verb']>('activate', 'activate', 'deactivate'),
    device: fc.constantFrom('A', 'B', 'C', 'D'),
  }),
  { minLength: 1, maxLength: 25, size: 'max' },
);

test('any sequence of activations and deactivations counts as the model does', () => {
  fc.assert(
    fc.property(rules, steps, (given, sequence) => {
      const api = started(given);
      const model = new Model(given);
      for (const step of sequence) {
        const body = { product: 'lsprod', license_key: KEY, hardware_id: step.device };
        const response = api.post(`${step.verb}_license`, body);
        const refused = model.apply(step);
        const answer = response.body === 'license_deactivated' ? {} : (jsonOf(response) as object);
        expect([response.status, (answer as { code?: string }).code]).toEqual(
          refused === undefined ? [200, undefined] : [400, refused],
        );
        if ('times_activated' in answer) {
          expect(answer).toMatchObject({
            times_activated: model.active.size,
            transfer_count: model.transfers,
          });
        }
      }
      for (const device of model.active) {
        const query = { product: 'lsprod', license_key: KEY, hardware_id: device };
        expect(jsonOf(api.get('check_license', query))).toMatchObject({
          times_activated: model.active.size,
          max_activations: given.maxActivations,
          transfer_count: model.transfers,
        });
      }
    }),
    { numRuns: 30 },
  );
});

/** Two users of one licence: 2 activations each, 3 on the licence. */
const USERS = ['shared@example.com', 'nora@harbour-dental.example'] as const;

test('users of one licence share its maximum, and none takes the device of the other', () => {
  const turns = fc.array(
    fc.record({
      verb: fc.constantFrom<Step['verb']>('activate', 'activate', 'deactivate'),
      device: fc.constantFrom('A', 'B', 'C'),
      user: fc.constantFrom(...USERS),
    }),
    { minLength: 1, maxLength: 20, size: 'max' },
  );
  fc.assert(
    fc.property(turns, (sequence) => {
      const api = caller();
      const { store } = api.system.deps;
      const sql = `select d.license_id as id from licensespring_device d where d.hardware_id = 'shared-device-01'`;
      const license_id = Number(store.get(sql)?.id);
      store.run('update licensespring_license set max_activations = 3 where id = ?', license_id);
      // The shared device is nora's from the start.
      const holder = new Map<string, string>([['shared-device-01', USERS[1]]]);
      for (const { verb, device, user } of sequence) {
        const body = { product: 'lsuser', license_id, username: user, password: 'somepassword' };
        const { status, body: text = '' } = api.post(`${verb}_license`, { ...body, hardware_id: device });
        const mine = [...holder.values()].filter((name) => name === user).length;
        let code: string | undefined;
        if (verb === 'deactivate') {
          if (!holder.delete(device)) code = 'device_not_found';
        } else if (holder.has(device)) {
          if (holder.get(device) !== user) code = 'license_device_exists';
        } else if (holder.size >= 3) code = 'license_activated_max_times';
        else if (mine >= 2) code = 'license_user_activated_max_times';
        else holder.set(device, user);
        const answered = text === 'license_deactivated' ? undefined : (JSON.parse(text).code as unknown);
        expect([verb, device, user, status, answered]).toEqual([
          verb,
          device,
          user,
          code === undefined ? 200 : code === 'license_device_exists' ? 409 : 400,
          code,
        ]);
      }
    }),
    { numRuns: 20 },
  );
});
