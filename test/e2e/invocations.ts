/**
 * One working invocation of every command of the catalogue, against the emulator's default world. Suites that
 * must hold for every command run over this list; `catalog.test.ts` sees that none is missing.
 */
import { readFileSync } from 'node:fs';

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
const MACHINE = ['--machine-id', 'E2E-MACHINE', '--client-id', 'e2e', '--context', 'babel'];
const ACCOUNT = { LICENSECTL_ACCOUNT_PASSWORD: 'my-account-password-77' };
const TRIAL = ['--product', '6872450105', '--computer', 'BLXRrZJ5T9imK7qPrJSL'];
const REQUEST = readFileSync(
  new URL('../fixtures/zentitle-emulator/offline-request.txt', import.meta.url),
  'utf8',
);

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
  { command: 'context list', args: ['context', 'list'], reads: true, calls: false },
  { command: 'context show', args: ['context', 'show'], reads: true, calls: false },
  { command: 'context test', args: ['context', 'test', 'parallels'], reads: true, calls: true },
  { command: 'context use', args: ['context', 'use', 'zentitle'], reads: true, calls: false },
  { command: 'emulator status', args: ['emulator', 'status'], reads: true, calls: false },
  { command: 'emulator requests', args: ['emulator', 'requests'], reads: true, calls: false },
  { command: 'emulator clock', args: ['emulator', 'clock'], reads: true, calls: false },
  { command: 'emulator fault', args: ['emulator', 'fault'], reads: true, calls: false },
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
