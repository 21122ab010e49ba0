/**
 * One working invocation of every command of the catalogue, against the emulator's default world. Suites that
 * must hold for every command run over this list; `catalog.test.ts` sees that none is missing.
 */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Invocation {
  /** As in the catalogue. */
  readonly command: string;
  readonly args: readonly string[];
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether it only reads: then a dry run sends it. */
  readonly reads: boolean;
  /** Whether it sends something to a licence system. */
  readonly calls: boolean;
  /** Needs arrangements of its own, and so is tested elsewhere. */
  readonly apart?: boolean;
}

const DEVICE = ['--product', 'lsprod', '--hardware-id', 'E2E-HARDWARE-1', '--context', 'licensespring'];
const LS = ['--context', 'licensespring'];
const FULL = ['--hardware-id', 'full-device-01'];
const E2E = ['--hardware-id', 'E2E-HARDWARE-1', '--context', 'licensespring'];
const SUITE = ['SUIT-E000-0000-0001', '--product', 'lssuite', ...E2E];
const METER = ['METE-R000-0000-0001', '--product', 'lsmeter', ...E2E];
const METERED = ['--key', 'FMET-ER00-0000-0001', '--product', 'lsmeter', ...E2E];
const FLOATING = ['FLOA-T000-0000-0001', '--product', 'lsfloat', ...E2E];
const FLOATING_FEATURE = ['render', '--key', 'FLFE-ATUR-0000-0001', '--product', 'lsfloat', ...E2E];
const OFFICE = ['1111-2222-3333-4444', '--product', 'lsprod', '--hardware-id', 'office-pc-01'];
const MACHINE = ['--machine-id', 'E2E-MACHINE', '--client-id', 'e2e', '--context', 'babel'];
const ACCOUNT = { LICENSECTL_ACCOUNT_PASSWORD: 'my-account-password-77' };
const IN_PRODUCT = ['--product', '6872450105'];
const ACTIVE_CODE = ['286901020157066211', ...IN_PRODUCT];
const NOTED_CODE = ['206454320110930859', '--product', '6453300110'];
const TRIAL = ['--product', '6872450105', '--computer', 'BLXRrZJ5T9imK7qPrJSL'];
const NOTED = ['27835001310249256', '--product', '6872450105'];
/** The password of an end user. */
export const USER = { LICENSECTL_USER_PASSWORD: 'end-user-password-31' };
const REQUEST = readFileSync(
  new URL('../fixtures/zentitle-emulator/offline-request.txt', import.meta.url),
  'utf8',
);

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/licensespring/${name}`, import.meta.url));

/** The request file of a LicenseSpring client in the documented form. */
function licenseRequest(request: 'activation' | 'deactivation', product = 'lsprod', key = OFFICE[0]): string {
  const date = 'Fri, 20 Nov 2026 12:00:00 GMT';
  const [api_key, hardware_id] = ['emulator-api-key-9d3f7c21', 'E2E-OFFLINE-1'];
  const signature = createHmac('sha256', 'kw4qSnpSwXzgiv5yxYpZZmFEd9QAeiKTQ6OuyMja')
    .update(['licenseSpring', `date: ${date}`, key, hardware_id, api_key].join('\n'))
    .digest('base64');
  const content = {
    hardware_id,
    product,
    license_key: key,
    date,
    request,
    request_id: 'e2e',
    api_key,
    signature,
  };
  return Buffer.from(JSON.stringify(content)).toString('base64');
}

export const INVOCATIONS: readonly Invocation[] = [
  { command: 'activate', args: ['activate', '1111-2222-3333-4444', ...DEVICE], reads: false, calls: true },
  {
    command: 'activate',
    args: ['activate', 'ACTIV-ATION-DESK0-00001', ...MACHINE],
    reads: false,
    calls: true,
  },
  {
    command: 'activate',
    args: [
      'activate',
      'RAS1-PREP-AID0-0050-CV55K2',
      '--email',
      'someone@parallels.com',
      '--context',
      'parallels',
    ],
    env: ACCOUNT,
    reads: false,
    calls: true,
  },
  {
    command: 'activate',
    args: ['activate', '--product', '6872450105', '--certificate', '-'],
    input: REQUEST,
    reads: false,
    calls: true,
  },
  { command: 'check', args: ['check', '1111-2222-3333-4444', ...DEVICE], reads: false, calls: true },
  { command: 'check', args: ['check', 'ACTIV-ATION-DESK0-00001', ...MACHINE], reads: true, calls: true },
  { command: 'check', args: ['check', '--context', 'parallels'], reads: true, calls: true },
  {
    command: 'check',
    args: ['check', '206454320110930859', '--product', '6453300110'],
    reads: true,
    calls: true,
  },
  { command: 'show', args: ['show', '1111-2222-3333-4444', ...DEVICE], reads: false, calls: true },
  { command: 'show', args: ['show', 'ACTIV-ATION-DESK0-00001', ...MACHINE], reads: true, calls: true },
  { command: 'show', args: ['show', '--context', 'parallels'], reads: true, calls: true },
  {
    command: 'show',
    args: ['show', '206454320110930859', '--product', '6453300110'],
    reads: true,
    calls: true,
  },
  {
    command: 'deactivate',
    args: ['deactivate', '1111-2222-3333-4444', ...DEVICE, '--yes'],
    reads: false,
    calls: true,
  },
  {
    command: 'deactivate',
    args: ['deactivate', 'ACTIV-ATION-DESK0-00001', ...MACHINE, '--yes'],
    reads: false,
    calls: true,
  },
  {
    command: 'deactivate',
    args: ['deactivate', '--email', 'someone@parallels.com', '--yes', '--context', 'parallels'],
    env: ACCOUNT,
    reads: false,
    calls: true,
  },
  {
    command: 'deactivate',
    args: [
      'deactivate',
      '206454320110930859',
      '--product',
      '6872450105',
      '--computer',
      'kQe0MRH12bYgemkYW2bc',
      '--yes',
    ],
    reads: false,
    calls: true,
  },
  {
    command: 'heartbeat',
    args: ['heartbeat', 'FLOAT-BUILD-FARM0-00001', ...MACHINE, '--for', '1s'],
    reads: false,
    calls: true,
  },
  { command: 'codes list', args: ['codes', 'list', '--limit', '3'], reads: true, calls: true },
  { command: 'codes list', args: ['codes', 'list', '--count'], reads: true, calls: true },
  {
    command: 'codes list',
    args: ['codes', 'list', '--all', '--activated', 'true'],
    reads: true,
    calls: true,
  },
  {
    command: 'codes show',
    args: ['codes', 'show', '206454320110930859', '--notes', '--details'],
    reads: true,
    calls: true,
  },
  {
    command: 'codes allocate',
    args: ['codes', 'allocate', '--product', '6453300110', '--count', '2', '--profile', 'TestProfile'],
    reads: false,
    calls: true,
  },
  {
    command: 'codes import',
    args: ['codes', 'import', '123410225741720791', '567810225741720792', '--product', '6453300110'],
    reads: false,
    calls: true,
  },
  {
    command: 'codes import',
    args: ['codes', 'import', '--product', '6453300110', '--from-file', '-'],
    input: '123410225741720793,\n567810225741720794\n',
    reads: false,
    calls: true,
  },
  {
    command: 'codes update',
    args: ['codes', 'update', ...NOTED_CODE, '--clients-allowed', '12', '--note', 'general=order 4711'],
    reads: false,
    calls: true,
  },
  {
    command: 'codes update',
    args: ['codes', 'update', ...NOTED_CODE, '--note', 'deleteall', '--yes', '--expect', '3'],
    reads: false,
    calls: true,
  },
  {
    command: 'codes next',
    args: ['codes', 'next', '--product', '6872450105', '--amount', '2'],
    reads: false,
    calls: true,
  },
  {
    command: 'codes activity',
    args: ['codes', 'activity', ...ACTIVE_CODE, '--activated', '--system-info'],
    reads: true,
    calls: true,
  },
  {
    command: 'codes activated',
    args: ['codes', 'activated', '--computer', 'BLXRrZJ5T9imK7qPrJSL'],
    reads: true,
    calls: true,
  },
  {
    command: 'codes clear',
    args: [
      'codes',
      'clear',
      '286502700212974761',
      '--product',
      '6843607105',
      '--computer',
      'hJ5dX1mBf9Ga3UeK6oRi',
      '--yes',
    ],
    reads: false,
    calls: true,
  },
  {
    command: 'codes return',
    args: ['codes', 'return', ...ACTIVE_CODE, '--yes', '--expect', '1'],
    reads: false,
    calls: true,
  },
  {
    command: 'codes clear',
    args: ['codes', 'clear', ...ACTIVE_CODE, '--yes', '--expect', '1'],
    reads: false,
    calls: true,
  },
  { command: 'product list', args: ['product', 'list'], reads: true, calls: true },
  { command: 'product show', args: ['product', 'show', '6872450105'], reads: true, calls: true },
  {
    command: 'product create',
    args: [
      'product',
      'create',
      'Harbour CAD',
      '--in-trial',
      'true',
      '--trial-period',
      '14d',
      '--feature-group',
      'Export=Export formats',
      '--feature',
      'code=DXF,name=DXF export,notes=Writes DXF,group=Export',
      '--udf',
      'TIER=basic',
    ],
    reads: false,
    calls: true,
  },
  {
    command: 'product update',
    args: ['product', 'update', '6872450105', '--client-lease', '2d'],
    reads: false,
    calls: true,
  },
  {
    command: 'feature-group create',
    args: ['feature-group', 'create', 'Export', ...IN_PRODUCT, '--notes', 'Export formats'],
    reads: false,
    calls: true,
  },
  {
    command: 'feature-group update',
    args: ['feature-group', 'update', 'Group2', ...IN_PRODUCT, '--notes', 'Sold separately'],
    reads: false,
    calls: true,
  },
  {
    command: 'feature-group delete',
    args: ['feature-group', 'delete', 'Group2', ...IN_PRODUCT, '--yes'],
    reads: false,
    calls: true,
  },
  {
    command: 'feature create',
    args: ['feature', 'create', 'DXF', ...IN_PRODUCT, '--name', 'DXF export', '--notes', 'Writes DXF files'],
    reads: false,
    calls: true,
  },
  {
    command: 'feature update',
    args: ['feature', 'update', 'FEAT5', ...IN_PRODUCT, '--name', 'Batch export', '--group', 'default'],
    reads: false,
    calls: true,
  },
  {
    command: 'feature delete',
    args: ['feature', 'delete', 'FEAT5', ...IN_PRODUCT, '--yes'],
    reads: false,
    calls: true,
  },
  {
    command: 'udf create',
    args: ['udf', 'create', '--from-file', '-'],
    input:
      '{"productId":"6872450105","udfValues":[{"fieldName":"TIER","defaultValue":"basic"},{"fieldName":"REGION"}]}',
    reads: false,
    calls: true,
  },
  {
    command: 'udf update',
    args: ['udf', 'update', 'TEST1', ...IN_PRODUCT, '--default', 'gold'],
    reads: false,
    calls: true,
  },
  {
    command: 'udf delete',
    args: ['udf', 'delete', 'TEST2', ...IN_PRODUCT, '--yes'],
    reads: false,
    calls: true,
  },
  {
    command: 'profile create',
    args: ['profile', 'create', 'Team', ...IN_PRODUCT, '--enabled', 'true', '--clients-allowed', '5'],
    reads: false,
    calls: true,
  },
  {
    command: 'network master',
    args: ['network', 'master', ...IN_PRODUCT, '--company-id', '4'],
    reads: false,
    calls: true,
  },
  {
    command: 'system show',
    args: ['system', 'show', 'kQe0MRH12bYgemkYW2bc', ...IN_PRODUCT],
    reads: true,
    calls: true,
  },
  { command: 'profile list', args: ['profile', 'list'], reads: true, calls: true },
  {
    command: 'profile show',
    args: ['profile', 'show', 'TestProfile', '--product', '6453300110'],
    reads: true,
    calls: true,
  },
  {
    command: 'profile update',
    args: [
      'profile',
      'update',
      'TestProfile',
      '--product',
      '6453300110',
      '--clients-allowed',
      '7',
      '--feature',
      'FLOAT=on:20',
    ],
    reads: false,
    calls: true,
  },
  {
    command: 'offline cert',
    args: ['offline', 'cert', '--product', '6872450105', '--request', '-'],
    input: REQUEST,
    reads: false,
    calls: true,
  },
  {
    command: 'offline request',
    args: [
      'offline',
      'request',
      ...DEVICE,
      '--key',
      '1111-2222-3333-4444',
      '--out',
      join(tmpdir(), 'licensectl-e2e.req'),
      '--force',
    ],
    reads: true,
    calls: false,
  },
  {
    command: 'offline activate',
    args: ['offline', 'activate', '-', '--context', 'licensespring'],
    input: licenseRequest('activation'),
    reads: false,
    calls: true,
  },
  {
    command: 'offline activate',
    args: ['offline', 'activate', '-', '--bundle', '--context', 'licensespring'],
    input: licenseRequest('activation', 'lssuite', SUITE[0]),
    reads: false,
    calls: true,
  },
  {
    command: 'offline deactivate',
    args: ['offline', 'deactivate', '-', '--yes', '--context', 'licensespring'],
    input: licenseRequest('deactivation'),
    reads: false,
    calls: true,
  },
  {
    command: 'offline verify',
    args: [
      'offline',
      'verify',
      fixture('offline-license.txt'),
      '--public-key',
      fixture('emulator-public-key.pem'),
      '--hardware-id',
      'office-pc-01',
    ],
    reads: true,
    calls: false,
  },
  { command: 'hardware-id', args: ['hardware-id'], reads: true, calls: false },
  {
    command: 'offline deactivate',
    args: ['offline', 'deactivate', '--product', '6872450105', '--certificate', '-', '--yes'],
    input: REQUEST,
    reads: false,
    calls: true,
  },
  { command: 'trial status', args: ['trial', 'status', ...TRIAL], reads: true, calls: true },
  { command: 'trial list', args: ['trial', 'list', '--limit', '5'], reads: true, calls: true },
  { command: 'trial reset', args: ['trial', 'reset', ...TRIAL, '--yes'], reads: false, calls: true },
  {
    command: 'passive create',
    args: [
      'passive',
      'create',
      '--product',
      '6872450105',
      '--client-id',
      '3487abcdefgh12345',
      '--feature',
      'FEAT1',
    ],
    reads: false,
    calls: true,
  },
  { command: 'company list', args: ['company', 'list'], reads: true, calls: true },
  { command: 'company show', args: ['company', 'show', '4'], reads: true, calls: true },
  { command: 'company find', args: ['company', 'find', 'BigCorp'], reads: true, calls: true },
  {
    command: 'company create',
    args: [
      'company',
      'create',
      'Nordlicht GmbH',
      '--product',
      '6872450105',
      '--company-data',
      'email=it@nordlicht.example',
    ],
    reads: false,
    calls: true,
  },
  {
    command: 'company update',
    args: ['company', 'update', '4', '--product', '6872450105', '--search1', 'ref 12'],
    reads: false,
    calls: true,
  },
  { command: 'company delete', args: ['company', 'delete', '4', '--yes'], reads: false, calls: true },
  { command: 'group show', args: ['group', 'show', '--group-id', '9'], reads: true, calls: true },
  {
    command: 'group create',
    args: ['group', 'create', 'Nordlicht Kiel', '--type', 'standard', '--master-group-id', '9'],
    reads: false,
    calls: true,
  },
  {
    command: 'group update',
    args: ['group', 'update', '9', '--description', 'the testers'],
    reads: false,
    calls: true,
  },
  {
    command: 'group delete',
    args: ['group', 'delete', '--group-id', '10', '--yes'],
    reads: false,
    calls: true,
  },
  {
    command: 'group assign',
    args: ['group', 'assign', '286901020157066211', '--product', '6872450105', '--group-id', '9'],
    reads: false,
    calls: true,
  },
  { command: 'group assignment', args: ['group', 'assignment', ...NOTED], reads: true, calls: true },
  {
    command: 'group unassign',
    args: ['group', 'unassign', ...NOTED, '--group-id', '6', '--yes'],
    reads: false,
    calls: true,
  },
  { command: 'user show', args: ['user', 'show', '--group-user-id', '7'], reads: true, calls: true },
  {
    command: 'user create',
    args: ['user', 'create', 'testuser31', '--group-id', '9'],
    env: USER,
    reads: false,
    calls: true,
  },
  {
    command: 'user update',
    args: ['user', 'update', '7', '--group-id', '9', '--first-name', 'Jon'],
    reads: false,
    calls: true,
  },
  { command: 'user delete', args: ['user', 'delete', '8', '--yes'], reads: false, calls: true },
  {
    command: 'user password',
    args: ['user', 'password', 'testuser21'],
    env: USER,
    reads: false,
    calls: true,
  },
  {
    command: 'user authenticate',
    args: ['user', 'authenticate', 'testuser21'],
    env: USER,
    reads: true,
    calls: true,
  },
  {
    command: 'onboard',
    args: [
      'onboard',
      'Nordlicht',
      '--product',
      '6872450105',
      '--code',
      '27835001310249256',
      '--username',
      'ada',
    ],
    env: USER,
    reads: false,
    calls: true,
  },
  {
    command: 'consumer list',
    args: ['consumer', 'list', '--product', '6872450105'],
    reads: true,
    calls: true,
  },
  {
    command: 'consumer create',
    args: ['consumer', 'create', ...TRIAL, '--client-info', 'company=Nordlicht'],
    reads: false,
    calls: true,
  },
  { command: 'note list', args: ['note', 'list', ...NOTED], reads: true, calls: true },
  {
    command: 'note add',
    args: ['note', 'add', ...NOTED, '--type', 'general', '--description', 'hello'],
    reads: false,
    calls: true,
  },
  {
    command: 'note update',
    args: ['note', 'update', ...NOTED, '--note', '11', '--description', 'hello again'],
    reads: false,
    calls: true,
  },
  {
    command: 'note delete',
    args: ['note', 'delete', ...NOTED, '--note', '11', '--yes'],
    reads: false,
    calls: true,
  },
  {
    command: 'event send',
    args: ['event', 'send', 'TestDSEvent', '--product', '6872450105', '--context', 'events'],
    reads: false,
    calls: true,
  },
  // LicenseSpring: what a device uses, on licences that it activates first.
  { command: 'bundle activate', args: ['bundle', 'activate', ...SUITE], reads: false, calls: true },
  { command: 'bundle check', args: ['bundle', 'check', ...SUITE], reads: false, calls: true },
  {
    command: 'bundle deactivate',
    args: ['bundle', 'deactivate', ...SUITE, '--yes'],
    reads: false,
    calls: true,
  },
  { command: 'activate', args: ['activate', ...METER], reads: false, calls: true },
  {
    command: 'consumption add',
    args: ['consumption', 'add', ...METER, '--consumptions', '2'],
    reads: false,
    calls: true,
  },
  {
    command: 'activate',
    args: ['activate', 'FMET-ER00-0000-0001', ...METERED.slice(2)],
    reads: false,
    calls: true,
  },
  {
    command: 'feature consume',
    args: ['feature', 'consume', 'pages', ...METERED],
    reads: false,
    calls: true,
  },
  {
    command: 'activate',
    args: ['activate', 'FLFE-ATUR-0000-0001', ...FLOATING_FEATURE.slice(3)],
    reads: false,
    calls: true,
  },
  { command: 'feature check', args: ['feature', 'check', ...FLOATING_FEATURE], reads: false, calls: true },
  {
    command: 'feature borrow',
    args: ['feature', 'borrow', ...FLOATING_FEATURE, '--borrowed-until', '1h'],
    reads: false,
    calls: true,
  },
  {
    command: 'feature release',
    args: ['feature', 'release', ...FLOATING_FEATURE],
    reads: false,
    calls: true,
  },
  { command: 'activate', args: ['activate', ...FLOATING], reads: false, calls: true },
  { command: 'seat borrow', args: ['seat', 'borrow', ...FLOATING], reads: false, calls: true },
  { command: 'seat release', args: ['seat', 'release', ...FLOATING], reads: false, calls: true },
  {
    command: 'variable set',
    args: ['variable', 'set', ...OFFICE, '--variable', 'region=eu', '--context', 'licensespring'],
    reads: false,
    calls: true,
  },
  {
    command: 'variable list',
    args: ['variable', 'list', ...OFFICE, '--context', 'licensespring'],
    reads: true,
    calls: true,
  },
  {
    command: 'trial create',
    args: ['trial', 'create', '--product', 'lsprod', ...E2E],
    reads: false,
    calls: true,
  },
  { command: 'api', args: ['api', 'GET', '/api/Products'], reads: true, calls: true },
  {
    command: 'api',
    args: [
      'api',
      'POST',
      '/api/LicenseNote',
      '-f',
      'productid=6453300110',
      '-f',
      'licensecode=206454320110930859',
      '-f',
      'type=general',
      '-f',
      'description=hello',
    ],
    reads: false,
    calls: true,
  },
  { command: 'whoami', args: ['whoami'], reads: true, calls: false },
  {
    command: 'license list',
    args: ['license', 'list', '--device', 'full-device-01', ...LS],
    reads: true,
    calls: true,
  },
  {
    command: 'license list',
    args: ['license', 'list', '--user', 'someone@example.com', ...LS],
    env: { LICENSECTL_ACCOUNT_PASSWORD: 'somepassword' },
    reads: true,
    calls: true,
  },
  {
    command: 'customer users',
    args: ['customer', 'users', 'office@harbour-dental.example', '--product', 'lsuser', ...LS],
    reads: true,
    calls: true,
  },
  { command: 'product list', args: ['product', 'list', ...LS], reads: true, calls: true },
  { command: 'product show', args: ['product', 'show', 'lsprod', ...LS], reads: true, calls: true },
  {
    command: 'version list',
    args: ['version', 'list', 'FULL-0000-0000-0001', '--product', 'lsprod', ...FULL, ...LS],
    reads: true,
    calls: true,
  },
  {
    command: 'version show',
    args: ['version', 'show', '4.2.0', '--key', 'FULL-0000-0000-0001', '--product', 'lsprod', ...FULL, ...LS],
    reads: true,
    calls: true,
  },
  {
    command: 'sso url',
    args: ['sso', 'url', 'harbour-sso', '--product', 'lsuser', ...LS],
    reads: true,
    calls: true,
  },
  { command: 'oauth url', args: ['oauth', 'url', 'google', ...LS], reads: true, calls: true },
  {
    command: 'user password',
    args: ['user', 'password', 'initial@example.com', ...LS],
    env: { ...USER, LICENSECTL_OLD_PASSWORD: 'initial-3f9a' },
    reads: false,
    calls: true,
  },
  // What it finds of a call that fails is a row, not an error.
  { command: 'doctor', args: ['doctor', '--context', 'licensespring'], reads: true, calls: false },
  { command: 'explain', args: ['explain', 'license_expired'], reads: true, calls: false },
  { command: 'context list', args: ['context', 'list'], reads: true, calls: false },
  { command: 'context show', args: ['context', 'show'], reads: true, calls: false },
  { command: 'context test', args: ['context', 'test', 'parallels'], reads: true, calls: true },
  { command: 'context use', args: ['context', 'use', 'zentitle'], reads: true, calls: false },
  { command: 'emulator status', args: ['emulator', 'status'], reads: true, calls: false },
  { command: 'emulator requests', args: ['emulator', 'requests'], reads: true, calls: false },
  { command: 'emulator clock', args: ['emulator', 'clock'], reads: true, calls: false },
  { command: 'emulator fault', args: ['emulator', 'fault'], reads: true, calls: false },
  { command: 'emulator public-key', args: ['emulator', 'public-key'], reads: true, calls: false },
  {
    command: 'emulator offline-request',
    args: [
      'emulator',
      'offline-request',
      '--product',
      '6872450105',
      '--code',
      '206454320110930859',
      '--computer',
      'LAPTOP-1',
    ],
    reads: true,
    calls: false,
  },
  { command: 'emulator reset', args: ['emulator', 'reset', '--yes'], reads: true, calls: false },
  { command: 'context rename', args: [], reads: true, calls: false, apart: true },
  { command: 'context remove', args: [], reads: true, calls: false, apart: true },
  { command: 'login', args: [], reads: true, calls: true, apart: true },
  { command: 'logout', args: [], reads: true, calls: false, apart: true },
  { command: 'emulator start', args: [], reads: true, calls: false, apart: true },
  { command: 'emulator stop', args: [], reads: true, calls: false, apart: true },
  { command: 'emulator exec', args: [], reads: true, calls: false, apart: true },
  { command: 'emulator save', args: [], reads: true, calls: false, apart: true },
  { command: 'emulator load', args: [], reads: true, calls: false, apart: true },
];

export const TESTED = INVOCATIONS.filter((invocation) => invocation.apart !== true);
