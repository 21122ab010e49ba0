/**
 * What people and scripts see, letter by letter: real processes against an emulator, on clocks that stand still.
 * `npx vitest run test/golden -u` takes over what has changed; read the difference before it is committed.
 */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lab, openLab } from '../e2e/lab.js';

const NOON = '2027-01-15T12:00:00Z';
const FIXED_CLOCK = fileURLToPath(new URL('fixed-clock.cjs', import.meta.url));

/** Below the working folder of the tests. */
const LICENSE_FILE = 'test/fixtures/licensespring/offline-license.txt';
const VENDOR_KEY = 'test/fixtures/licensespring/emulator-public-key.pem';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab({ env: { NODE_OPTIONS: `--require=${FIXED_CLOCK}` }, start: ['--clock', NOON] });
});
afterAll(() => lab.close());

/** One call as a person would see it in a shell, with the one thing masked that varies. */
async function transcript(line: string): Promise<string> {
  const { stdout, stderr, status } = await lab.run(line.split(' '));
  const said = stderr === '' ? '' : `--- standard error\n${stderr}`;
  const ended = status === 0 ? '' : `--- exit ${status}\n`;
  return `$ licensectl ${line}\n${stdout}${said}${ended}`.replaceAll(lab.url, 'http://127.0.0.1:PORT');
}

/** Calls that change nothing, so that they can run side by side. */
async function expectGolden(name: string, lines: readonly string[]): Promise<void> {
  const texts = await Promise.all(lines.map(transcript));
  await expect(texts.join('\n')).toMatchFileSnapshot(`files/${name}.txt`);
}

describe('help', () => {
  it.each([
    ['help', ''],
    ['help-codes', 'codes '],
    ['help-emulator', 'emulator '],
    ['help-codes-list', 'codes list '],
    ['help-codes-update', 'codes update '],
    ['help-feature-create', 'feature create '],
    ['help-activate', 'activate '],
    ['help-profile-update', 'profile update '],
    ['help-heartbeat', 'heartbeat '],
    ['help-login', 'login '],
    ['help-api', 'api '],
    ['help-offline-request', 'offline request '],
    ['help-offline-verify', 'offline verify '],
  ])('%s', async (name, words) => {
    await expectGolden(name, [`${words}--help`]);
  });
});

describe('data in every format', () => {
  it.each([
    ['codes-list', 'codes list --limit 5'],
    ['codes-show', 'codes show 206454320110930859 --product 6453300110 --details --notes --server-functions'],
    ['profile-show', 'profile show TestProfile --product 6453300110'],
    ['product-list', 'product list'],
    ['product-show', 'product show 6872450105'],
    ['codes-activity', 'codes activity 286901020157066211 --product 6872450105 --system-info'],
    ['trial-list', 'trial list --limit 5'],
    ['check-zentitle', 'check 206454320110930859 --product 6453300110'],
    [
      'check-licensespring',
      'check GRAC-E000-0000-0001 --product lsprod --hardware-id grace-device-01 --context licensespring',
    ],
    ['check-babel', 'check ACTIV-ATION-DESK0-00001 --machine-id M --client-id ci --context babel'],
    ['check-parallels', 'check --context parallels'],
    ['show-parallels', 'show --context parallels'],
    [
      'offline-verify',
      `offline verify ${LICENSE_FILE} --public-key ${VENDOR_KEY} --hardware-id office-pc-01`,
    ],
  ])('%s', async (name, line) => {
    const formats = ['table', 'tsv', 'csv', 'ndjson', 'json'];
    await expectGolden(
      name,
      formats.map((format) => `${line} --output ${format}`),
    );
  });
});

describe('errors as text and as envelope', () => {
  it.each([
    ['error-input', 'codes list --limit many'],
    ['error-option', 'codes list --prodcut 6453300110'],
    ['error-not-found', 'profile show NoSuchProfile --product 6453300110'],
    ['error-refused', 'activate EXPIR-EDKEY-00000-00001 --machine-id M --client-id ci --context babel'],
    ['error-unsupported', 'trial list --context babel'],
    [
      'error-hardware-id',
      `offline verify ${LICENSE_FILE} --public-key ${VENDOR_KEY} --hardware-id another-pc`,
    ],
    ['error-not-a-request', `offline activate ${LICENSE_FILE} --context licensespring`],
  ])('%s', async (name, line) => {
    await expectGolden(name, [line, `${line} --json`]);
  });
});
