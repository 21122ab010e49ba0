/** What a person types → the input of the row. */
import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { Input, ProviderId } from '../../../src/api/operation.js';
import { command as activate } from '../../../src/commands/activate.js';
import { command as check } from '../../../src/commands/check.js';
import { command as listCodes } from '../../../src/commands/codes/list.js';
import { command as showCode } from '../../../src/commands/codes/show.js';
import type { Command, Parsed } from '../../../src/commands/command.js';
import { command as deactivate } from '../../../src/commands/deactivate.js';
import { command as heartbeat } from '../../../src/commands/heartbeat.js';
import { command as createPassive } from '../../../src/commands/passive/create.js';
import { prepare } from '../../../src/commands/prepare.js';
import { command as showProfile } from '../../../src/commands/profile/show.js';
import { command as updateProfile } from '../../../src/commands/profile/update.js';
import { command as show } from '../../../src/commands/show.js';
import { command as listTrials } from '../../../src/commands/trial/list.js';
import { command as resetTrial } from '../../../src/commands/trial/reset.js';
import { type FakeOptions, fakeContext, parsedFor } from './fake-context.js';

async function inputOf(
  provider: ProviderId,
  command: Command,
  args: readonly string[],
  options: Parsed['options'],
  fake: FakeOptions = {},
): Promise<Input> {
  return (
    await prepare(fakeContext({ provider, ...fake }).context, command, parsedFor(command, args, options))
  ).input;
}

const CASES: readonly [string, ProviderId, Command, readonly string[], Parsed['options'], Input][] = [
  [
    'a LicenseSpring key with device fields',
    'licensespring',
    activate,
    ['1111-2222-3333-4444'],
    {
      product: 'lsprod',
      'hardware-id': 'H',
      'mac-address': 'aa:bb',
      'is-vm': 'true',
      variable: ['site=Nord'],
    },
    {
      license_key: '1111-2222-3333-4444',
      product: 'lsprod',
      hardware_id: 'H',
      mac_address: 'aa:bb',
      is_vm: 'true',
      variables: { site: 'Nord' },
    },
  ],
  [
    'a Babel key; the client name is this computer',
    'babel',
    activate,
    ['ACTIV-ATION-DESK0-00001'],
    { 'machine-id': 'M', 'client-id': 'C' },
    { userKey: 'ACTIV-ATION-DESK0-00001', machineId: 'M', clientId: 'C', clientName: hostname() },
  ],
  [
    'a Babel client name as given',
    'babel',
    check,
    ['K'],
    { 'machine-id': 'M', 'client-id': 'C', 'client-name': 'desk' },
    { userKey: 'K', machineId: 'M', clientId: 'C', clientName: 'desk' },
  ],
  [
    'one computer of a Zentitle code',
    'zentitle',
    deactivate,
    ['206454320110930859'],
    { product: '6872450105', computer: 'kQe0MRH12bYgemkYW2bc' },
    { licensecode: '206454320110930859', productid: '6872450105', computerid: 'kQe0MRH12bYgemkYW2bc' },
  ],
  ['a Parallels farm', 'parallels', show, [], {}, {}],
  [
    'a Parallels farm with the cached count',
    'parallels',
    show,
    [],
    { 'use-cache': 'true' },
    { UseCache: 'true' },
  ],
  [
    'a floating seat',
    'babel',
    heartbeat,
    ['FLOAT-BUILD-FARM0-00001'],
    { 'machine-id': 'M', 'client-id': 'C', for: '10m' },
    { userKey: 'FLOAT-BUILD-FARM0-00001', machineId: 'M', clientId: 'C', clientName: hostname() },
  ],
  [
    'filters of the code list',
    'zentitle',
    listCodes,
    [],
    { product: '6453300110', 'company-id': '17', activated: 'false', 'server-functions': true, all: true },
    { productid: '6453300110', companyId: '17', activated: 'false', getsfs: true },
  ],
  [
    'what is shown of a code',
    'zentitle',
    showCode,
    ['206454320110930859'],
    { details: true, notes: true, 'show-features': 'on' },
    { licensecode: '206454320110930859', details: true, getnotes: true, showfeatures: 'on' },
  ],
  [
    'durations in trial filters',
    'zentitle',
    listTrials,
    [],
    { 'expires-within': '2w', 'created-after': '2026-01-01', 'trial-status': 'inTrial' },
    { expiresWithinDays: 14, createdAfter: '2026-01-01', trialStatus: 'inTrial' },
  ],
  [
    'a profile by name',
    'zentitle',
    showProfile,
    ['TestProfile'],
    { product: '6453300110', 'server-functions': true },
    { profilename: 'TestProfile', productid: '6453300110', getsfs: true },
  ],
  [
    'settings of a profile in their units',
    'zentitle',
    updateProfile,
    ['TestProfile'],
    {
      product: '6453300110',
      'client-lease': '2d',
      'offline-lease': '4w',
      heartbeat: '1h',
      'subscription-end': 'reset',
      feature: ['FLOAT=on:150', 'EXPORT=off'],
      udf: ['Site=Nord'],
      'server-function': ['LTCO=on:20'],
      'inherit-profile': 'true',
    },
    {
      profilename: 'TestProfile',
      productid: '6453300110',
      clientleaseperiod: 48,
      clientofflineleaseperiod: 28,
      heartbeat: 60,
      subscriptionenddate: 'reset',
      features: [
        { featurecode: 'FLOAT', featureavailability: 'on', limit: '150' },
        { featurecode: 'EXPORT', featureavailability: 'off' },
      ],
      udfvalues: [{ fieldname: 'Site', defaultvalue: 'Nord' }],
      serverFunctions: [{ functionname: 'LTCO', enabled: 'on', parametervalue: '20' }],
      inheritprofile: 'true',
    },
  ],
  [
    'a passive licence',
    'zentitle',
    createPassive,
    [],
    { product: '1', 'client-id': '3487abcdefgh12345', feature: ['FEAT1', 'FEAT2'], 'company-id': '17' },
    {
      productid: '1',
      clientid: '3487abcdefgh12345',
      features: [{ featurecode: 'FEAT1' }, { featurecode: 'FEAT2' }],
      companyid: '17',
    },
  ],
];

describe('from arguments to input', () => {
  it.each(CASES)('%s', async (_, provider, command, args, options, input) => {
    expect(await inputOf(provider, command, args, options)).toEqual(input);
  });
});

describe('what is refused before anything is sent', () => {
  it.each([
    [
      'a flag of another system',
      'babel',
      activate,
      ['K'],
      { 'mac-address': 'x' },
      '--mac-address means nothing to babel here.',
    ],
    ['a key where the system takes none', 'parallels', show, ['K'], {}, 'parallels takes no KEY here.'],
    ['a missing key', 'babel', check, [], { 'machine-id': 'M', 'client-id': 'C' }, 'Missing KEY.'],
    ['missing flags, all at once', 'babel', check, ['K'], {}, 'Missing --machine-id, --client-id.'],
    [
      'missing flags, all at once, also where one could be asked for',
      'licensespring',
      check,
      ['K'],
      {},
      'Missing --hardware-id, --product.',
    ],
    ['a missing product where nobody can be asked', 'zentitle', showProfile, ['P'], {}, 'Missing --product'],
    [
      'none of several ways to prove a licence',
      'licensespring',
      activate,
      [],
      { product: 'p', 'hardware-id': 'h' },
      'One of KEY, --username, --id-token-stdin, --code-stdin is needed.',
    ],
    [
      'two ways to prove a licence',
      'licensespring',
      check,
      ['K'],
      { product: 'p', 'hardware-id': 'h', username: 'u@x' },
      'KEY and --username exclude each other.',
    ],
    ['a missing client', 'zentitle', createPassive, [], { product: '1' }, 'Missing --client-id.'],
  ] as const)('%s', async (_, provider, command, args, options, message) => {
    await expect(inputOf(provider, command, args, options)).rejects.toThrow(message);
  });

  it('says what stands for this computer where the device is missing', async () => {
    await expect(inputOf('licensespring', check, ['K'], { product: 'p' })).rejects.toMatchObject({
      message: 'Missing --hardware-id.',
      hint: '--hardware-id auto stands for this computer. See licensectl check --help.',
    });
  });

  it('names the systems that take the flag', async () => {
    await expect(inputOf('parallels', activate, [], { 'hardware-id': 'x' })).rejects.toMatchObject({
      kind: 'usage',
      code: 'flag_not_supported',
      hint: 'It belongs to licensespring; leave it out, or choose another --context.',
    });
  });
});

describe('questions on a terminal', () => {
  it('are for product and computer', async () => {
    const answers = { '--product': '6872450105', '--computer': 'BLXR' };
    expect(await inputOf('zentitle', resetTrial, [], {}, { interactive: true, answers })).toEqual({
      productid: '6872450105',
      computerid: 'BLXR',
    });
  });

  it.each([
    ['zentitle', resetTrial, { computer: 'BLXR' }, 'ID of the product, such as 6453300110'],
    ['zentitle', resetTrial, { product: '1' }, 'ID of the computer, as its client reports it'],
    ['licensespring', activate, { 'hardware-id': 'h' }, 'Short code of the product'],
  ] as const)('read as a person would ask: %s %#', async (provider, command, options, question) => {
    const answers = { '--product': '6872450105', '--computer': 'BLXR' };
    const fake = fakeContext({ provider, interactive: true, answers });
    await prepare(fake.context, command, parsedFor(command, ['K'], options));
    expect(fake.questions).toEqual([question]);
  });
});

describe('secrets', () => {
  const user = { product: 'p', 'hardware-id': 'h', username: 'u@x' };
  const sso = { product: 'p', 'hardware-id': 'h', 'customer-account-code': 'acc' };
  const farm = { email: 'someone@parallels.com' };

  it.each([
    [
      'from standard input',
      'licensespring',
      { ...user, 'password-stdin': true },
      { stdin: 'pa ss\n' },
      { password: 'pa ss' },
    ],
    [
      'from the environment',
      'licensespring',
      user,
      { env: { LICENSECTL_ACCOUNT_PASSWORD: 'pw' } },
      { password: 'pw' },
    ],
    [
      'from a prompt',
      'parallels',
      farm,
      { interactive: true, answers: { '--password-stdin or LICENSECTL_ACCOUNT_PASSWORD': 'pw' } },
      { password: 'pw' },
    ],
    ['an id token', 'licensespring', sso, { env: { LICENSECTL_ID_TOKEN: 'idt' } }, { id_token: 'idt' }],
    [
      'a single sign-on code',
      'licensespring',
      sso,
      { env: { LICENSECTL_SSO_CODE: 'c0de' } },
      { code: 'c0de' },
    ],
    [
      'standard input before the environment',
      'licensespring',
      { ...sso, 'code-stdin': true },
      { stdin: 'typed', env: { LICENSECTL_ID_TOKEN: 'idt', LICENSECTL_SSO_CODE: 'left over' } },
      { code: 'typed' },
    ],
  ] as const)('%s', async (_, provider, options, fakeOptions, expected) => {
    const fake = fakeContext({ provider, ...fakeOptions });
    const { input } = await prepare(fake.context, activate, parsedFor(activate, [], options));
    const found = Object.fromEntries(
      ['password', 'id_token', 'code'].flatMap((name) => (name in input ? [[name, input[name]]] : [])),
    );
    expect(found).toEqual(expected);
    expect(fake.secrets).toEqual(Object.values(expected));
  });

  it('leaves the environment alone when a key does', async () => {
    const env = { LICENSECTL_ACCOUNT_PASSWORD: 'pw', LICENSECTL_ID_TOKEN: 'idt', LICENSECTL_SSO_CODE: 'c' };
    const input = await inputOf(
      'licensespring',
      activate,
      ['KEY'],
      { product: 'p', 'hardware-id': 'h' },
      { env },
    );
    expect(input).toEqual({ license_key: 'KEY', product: 'p', hardware_id: 'h' });
  });

  it('names the ways when a needed one is nowhere', async () => {
    await expect(inputOf('licensespring', activate, [], user)).rejects.toThrow(
      'Missing --password-stdin or LICENSECTL_ACCOUNT_PASSWORD',
    );
  });
});
