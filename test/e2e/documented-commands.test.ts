/** What help shows can be typed as it stands, in the emulator's default world. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOG } from '../../src/cli/catalog.js';
import type { Command } from '../../src/commands/command.js';
import { type Lab, openLab } from './lab.js';
import { openWorkplace } from './workplace.js';

/** They serve, stop the emulator of this suite, or speak to a vendor: other suites run them. */
const ELSEWHERE = ['login', 'emulator start', 'emulator exec', 'emulator stop'];

const BABEL_SEAT =
  'SEAT_TOKEN=$(licensectl api POST /v1/license/request -f userKey=FLOAT-BUILD-FARM0-00001 -f machineId=M-1 ' +
  '-f clientId=build-42 -f clientName=ci --context babel | sed -n \'s/.*"licenseToken": "\\(.*\\)".*/\\1/p\')';

const LAPTOP_REQUEST =
  'licensectl offline request 1111-2222-3333-4444 --product lsprod --hardware-id HWID-1 --out laptop.req --context licensespring';
const LAPTOP_LICENSE = `${LAPTOP_REQUEST}; licensectl offline activate laptop.req --out laptop.lic --context licensespring`;

/** What must have happened before an example. */
const BEFORE: Readonly<Record<string, string>> = {
  'heartbeat --once': BABEL_SEAT,
  'heartbeat FLOA-T000':
    'licensectl activate FLOA-T000-0000-0001 --product lsfloat --hardware-id HWID-1 --context licensespring',
  'bundle activate --username': 'printf somepassword > password.txt',
  'bundle check':
    'licensectl bundle activate SUIT-E000-0000-0001 --product lssuite --hardware-id HWID-1 --context licensespring',
  'bundle deactivate':
    'licensectl bundle activate SUIT-E000-0000-0001 --product lssuite --hardware-id HWID-1 --context licensespring',
  'consumption add METE':
    'licensectl activate METE-R000-0000-0001 --product lsmeter --hardware-id HWID-1 --context licensespring',
  'consumption add NEGA':
    'licensectl activate NEGA-TIVE-0000-0001 --product lsmeter --hardware-id HWID-1 --context licensespring',
  'feature check pages':
    'licensectl activate FMET-ER00-0000-0001 --product lsmeter --hardware-id HWID-1 --context licensespring',
  'feature consume':
    'licensectl activate FMET-ER00-0000-0001 --product lsmeter --hardware-id HWID-1 --context licensespring',
  'feature check render':
    'licensectl activate FLFE-ATUR-0000-0001 --product lsfloat --hardware-id HWID-1 --context licensespring',
  'feature borrow':
    'licensectl activate FLFE-ATUR-0000-0001 --product lsfloat --hardware-id HWID-1 --context licensespring',
  'feature release':
    'licensectl activate FLFE-ATUR-0000-0001 --product lsfloat --hardware-id HWID-1 --context licensespring; licensectl feature check render --key FLFE-ATUR-0000-0001 --product lsfloat --hardware-id HWID-1 --context licensespring',
  'seat borrow':
    'licensectl activate FLOA-T000-0000-0001 --product lsfloat --hardware-id HWID-1 --context licensespring',
  'seat release FLOA':
    'licensectl activate FLOA-T000-0000-0001 --product lsfloat --hardware-id HWID-1 --context licensespring; licensectl check FLOA-T000-0000-0001 --product lsfloat --hardware-id HWID-1 --context licensespring',
  'seat release --token-stdin': BABEL_SEAT,
  'offline activate': LAPTOP_REQUEST,
  'offline verify': `${LAPTOP_LICENSE}; licensectl emulator public-key --out vendor.pem`,
  'offline deactivate laptop':
    `${LAPTOP_LICENSE}; ` +
    'licensectl offline request 1111-2222-3333-4444 --deactivate --product lsprod --hardware-id HWID-1 --out laptop-back.req --context licensespring',
  'offline deactivate':
    'licensectl offline cert --product 6872450105 --request customer.req; cp customer.req returned.cert',
  'version list':
    'licensectl activate 1111-2222-3333-4444 --product lsprod --hardware-id HWID-1 --context licensespring',
  'version show':
    'licensectl activate 1111-2222-3333-4444 --product lsprod --hardware-id HWID-1 --context licensespring',
  'license list --user': 'printf somepassword > password.txt',
  'user password someone':
    'printf somepassword > password.txt; export LICENSECTL_USER_PASSWORD=Blue-Harbour-77',
  'emulator load': 'licensectl emulator save before.json',
};

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

describe('examples in help', () => {
  it.each(
    CATALOG.filter(({ name }) => !ELSEWHERE.includes(name)).map((entry) => [entry.name, entry] as const),
  )('%s', async (name, entry) => {
    const { command }: { command: Command } = await entry.load();
    for (const example of command.examples) {
      await lab.reset();
      await lab.control('DELETE', 'faults');
      const before = Object.entries(BEFORE).find(([start]) => example.command.includes(` ${start}`))?.[1];
      const env = { CLIENT: 'build-server-42' };
      const place = await openWorkplace(lab, name.replace(' ', '-'), { files: true, env });
      const { status, stderr } = await place.type(`${before ?? ':'}\n${example.command}`);
      expect({ command: example.command, status, stderr }).toMatchObject({ status: 0 });
    }
  });
});
