/** Worlds grow: what each call asks the store must not take longer with every device that there is. */
import { expect, test } from 'vitest';
import { handleLicensespring } from '../../../src/emulator/licensespring/handle.js';
import { TOKEN_PATH } from '../../../src/emulator/licensespring/oauth.js';
import { licensespringSchema } from '../../../src/emulator/licensespring/schema.js';
import { openStore } from '../../../src/emulator/open-store.js';
import type { SystemDeps } from '../../../src/emulator/system.js';
import { type Caller, caller, signedHeaders } from './signed-calls.js';

const FLOATING = { product: 'lsfloat', license_key: 'FLOA-T000-0000-0001', hardware_id: 'pc' };
const METERED = { product: 'lsmeter', license_key: 'FMET-ER00-0000-0001', hardware_id: 'pc' };
const USER = {
  product: 'lsuser',
  username: 'someone@example.com',
  password: 'somepassword',
  hardware_id: 'pc',
};
const MANY = { product: 'lsprod', license_key: 'UNLI-MITE-D000-0001' };

/** By method and name; each must succeed. */
const CALLS: readonly (readonly ['GET' | 'POST', string, Readonly<Record<string, string>>])[] = [
  ['POST', 'activate_license', FLOATING],
  ['GET', 'check_license', FLOATING],
  ['POST', 'floating/borrow', { ...FLOATING, borrowed_until: '2026-05-05' }],
  ['POST', 'floating/release', FLOATING],
  ['POST', 'deactivate_license', FLOATING],
  ['POST', 'activate_license', METERED],
  ['POST', 'add_feature_consumption', { ...METERED, feature: 'pages' }],
  ['GET', 'device_licenses', { hardware_id: 'pc' }],
  ['POST', 'activate_license', USER],
  ['GET', 'check_license', USER],
  // The second device takes the place of one that was freed.
  ['POST', 'activate_license', { ...MANY, hardware_id: 'pc-1' }],
  ['POST', 'activate_license', { ...MANY, hardware_id: 'pc-2' }],
  ['POST', 'deactivate_license', { ...MANY, hardware_id: 'pc-1' }],
  ['POST', 'activate_license', { ...MANY, hardware_id: 'pc-3' }],
  ['GET', 'trial_key', { product: 'lsprod', hardware_id: 'pc' }],
];

test('no call looks through all devices, slots, trials, tokens or recent calls', () => {
  const api = caller();
  api.system.settings.licensespringPlan = 'enterprise';
  const asked = new Set<string>();
  const deps = listening(api.system.deps, asked);
  for (const [method, name, input] of CALLS) {
    expect(answer(api, deps, method, `/api/v4/${name}`, input), name).toBe(200);
  }
  const client = { client_id: 'emulator-client', client_secret: 'emulator-client-secret-88c1d2' };
  const form = new URLSearchParams({ grant_type: 'client_credentials', ...client });
  expect(answer(api, deps, 'POST', TOKEN_PATH, String(form))).toBe(200);

  const plans = new Map([...asked].map((sql) => [sql, planOf(sql)]));
  expect(plans.size).toBeGreaterThan(30);
  expect([...plans].filter(([, plan]) => plan.some((step) => LONG_SCAN.test(step)))).toEqual([]);
  // A licence may have any number of devices: not even its own are all looked at.
  const [freed] = [...plans].filter(([sql]) => sql.includes('freed = 1 and'));
  expect(freed?.[1]).toEqual([
    'SEARCH licensespring_device USING INDEX licensespring_device_freed (license_id=?)',
  ]);
});

test('emptying a world looks each reference up', () => {
  const scans = planOf('delete from licensespring_license').filter((step) => step.startsWith('SCAN'));
  expect(scans).toEqual(['SCAN licensespring_license']);
});

test('every table and index is declared once', () => {
  const declared = licensespringSchema.matchAll(/create (?:table|index) if not exists (\w+)/g);
  const names = [...declared].map(([, name]) => name);
  expect(names).toContain('licensespring_slot_held');
  expect(names).toEqual([...new Set(names)]);
});

/** Lists of products, versions and variables are short; `d`, `l` and `u` are what joins call the others. */
const LONG_SCAN =
  /^SCAN (?:licensespring_(?:license|device|slot|trial|user|recent_call|oauth_token)|[dlu])\b/;

function planOf(sql: string): string[] {
  const store = openStore(':memory:');
  try {
    store.exec(licensespringSchema);
    const values = (sql.match(/\?/g) ?? []).map(() => null);
    return store.all(`explain query plan ${sql}`, ...values).map(({ detail }) => String(detail));
  } finally {
    store.close();
  }
}

/** The store, which notes each statement but for insertions. */
function listening(deps: SystemDeps, asked: Set<string>): SystemDeps {
  const { store } = deps;
  const note = (sql: string): string => {
    if (!sql.startsWith('insert')) asked.add(sql);
    return sql;
  };
  return {
    ...deps,
    store: {
      ...store,
      all: (sql, ...values) => store.all(note(sql), ...values),
      get: (sql, ...values) => store.get(note(sql), ...values),
      run: (sql, ...values) => store.run(note(sql), ...values),
    },
  };
}

function answer(
  { system }: Caller,
  deps: SystemDeps,
  method: 'GET' | 'POST',
  path: string,
  input: Readonly<Record<string, string>> | string,
): number {
  const isQuery = method === 'GET' && typeof input !== 'string';
  const body = typeof input === 'string' ? input : JSON.stringify(input);
  const request = {
    method,
    path,
    query: new URLSearchParams(isQuery ? input : {}),
    headers: signedHeaders(system.deps.now()),
    body: Buffer.from(isQuery ? '' : body),
    remoteAddress: '127.0.0.1',
  };
  return handleLicensespring(request, deps).status;
}
