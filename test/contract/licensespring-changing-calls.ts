/** Every changing call of the License API, each with an input that does change something. */
import type { Input } from '../../src/api/operation.js';
import type { ChangingCall } from './changing-calls.js';
import { type RequestedLicense, requestFile } from './licensespring-request-file.js';
import { rowOf } from './row-of.js';

export type Prepare = ChangingCall['prepare'];

const IN_AN_HOUR = new Date(Date.now() + 3_600_000).toISOString();

const on = (license_key: string, product: string): RequestedLicense => ({
  license_key,
  product,
  hardware_id: 'HW-1',
});
export const keyed = on('1111-2222-3333-4444', 'lsprod');
const floating = on('FLOA-T000-0000-0001', 'lsfloat');
const features = on('FLFE-ATUR-0000-0001', 'lsfloat');
const metered = on('METE-R000-0000-0001', 'lsmeter');
const meteredFeatures = on('FMET-ER00-0000-0001', 'lsmeter');
const suite = on('SUIT-E000-0000-0001', 'lssuite');
const render = { ...features, feature: 'render' };
const asFile = (license: RequestedLicense): Input => ({ request: requestFile(license) });

/** Makes other calls first, each of which succeeds, and then lets a minute pass. */
export const after =
  (calls: readonly (readonly [name: string, input: Input])[], input: Input): Prepare =>
  async ({ client }, later) => {
    for (const [name, earlier] of calls) {
      await client.call(await rowOf('licensespring', `licensespring.${name}`), earlier);
    }
    await later();
    return input;
  };
export const activated = (license: RequestedLicense, input: Input = {}): Prepare =>
  after([['license.activate', { ...license }]], { ...license, ...input });

/** By the id of the row without `licensespring.`. */
export const LICENSESPRING_CALLS: readonly (readonly [name: string, prepare: Prepare])[] = [
  ['license.activate', () => ({ ...keyed })],
  ['license.deactivate', activated(keyed)],
  ['license.check', activated(floating)],
  ['bundle.activate', () => ({ ...suite })],
  ['bundle.deactivate', after([['bundle.activate', { ...suite }]], { ...suite })],
  ['bundle.check', after([['bundle.activate', { ...suite }]], { ...suite })],
  ['floating.borrow', activated(floating, { borrowed_until: IN_AN_HOUR })],
  [
    'floating.release',
    after(
      [
        ['license.activate', { ...floating }],
        ['license.check', { ...floating }],
      ],
      { ...floating },
    ),
  ],
  ['feature.check', activated(features, render)],
  ['feature.borrow', activated(features, { ...render, borrowed_until: IN_AN_HOUR })],
  [
    'feature.release',
    after(
      [
        ['license.activate', { ...features }],
        ['feature.check', render],
      ],
      render,
    ),
  ],
  ['consumption.add', activated(metered, { consumptions: 2 })],
  ['consumption.add-feature', activated(meteredFeatures, { feature: 'pages', consumptions: 2 })],
  ['variables.track', activated(keyed, { variables: { site: 'north' } })],
  ['trial.create', () => ({ product: 'lsprod', hardware_id: 'HW-1' })],
  [
    'user.change-password',
    () => ({
      username: 'someone@example.com',
      password: 'somepassword',
      new_password: 'contract-password-1',
    }),
  ],
  ['offline.activate', () => asFile(keyed)],
  ['offline.deactivate', after([['offline.activate', asFile(keyed)]], asFile(keyed))],
  ['offline.activate-bundle', () => asFile(suite)],
  ['offline.deactivate-bundle', after([['offline.activate-bundle', asFile(suite)]], asFile(suite))],
];

export const LICENSESPRING_CHANGING_CALLS: readonly ChangingCall[] = LICENSESPRING_CALLS.map(
  ([name, prepare]) => ({
    provider: 'licensespring',
    id: `licensespring.${name}`,
    prepare,
  }),
);
