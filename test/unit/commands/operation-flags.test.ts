import { describe, expect, it } from 'vitest';
import type { Field, Operation, ProviderId } from '../../../src/api/operation.js';
import { command as activate } from '../../../src/commands/activate.js';
import { command as check } from '../../../src/commands/check.js';
import { command as listCodes } from '../../../src/commands/codes/list.js';
import { command as showCode } from '../../../src/commands/codes/show.js';
import type { Command, FlagSource } from '../../../src/commands/command.js';
import { command as deactivate } from '../../../src/commands/deactivate.js';
import { command as heartbeat } from '../../../src/commands/heartbeat.js';
import { command as offlineCert } from '../../../src/commands/offline/cert.js';
import { expandFlags, mergeFlags } from '../../../src/commands/operation-flags.js';
import { command as createPassive } from '../../../src/commands/passive/create.js';
import { command as updateProfile } from '../../../src/commands/profile/update.js';
import { command as show } from '../../../src/commands/show.js';
import { command as listTrials } from '../../../src/commands/trial/list.js';

const SOURCE: FlagSource = { capability: 'activate', positional: ['key'], omit: ['handled'] };

function row(provider: ProviderId, ...input: Field[]): readonly [ProviderId, Operation] {
  return [
    provider,
    {
      id: `${provider}.x`,
      provider,
      method: 'POST',
      path: '/x',
      summary: 'X.',
      effect: 'write',
      encoding: 'json',
      input,
      answer: { kind: 'record' },
      source: 'none',
    },
  ];
}

const text = (name: string, more: Partial<Field> = {}): Field => ({
  name,
  type: 'string',
  note: `The ${name}.`,
  ...more,
});

describe('mergeFlags', () => {
  it('makes one option of equal flags, with every documented spelling', () => {
    const rows = new Map([
      row('zentitle', text('productid', { flag: 'product', note: 'The product.' })),
      row('licensespring', text('product')),
    ]);
    expect(mergeFlags(SOURCE, rows)).toEqual([
      { flag: 'product', value: 'TEXT', description: 'the product', aliases: ['productid'] },
    ]);
  });

  it('says what a flag is for each system where they differ', () => {
    const rows = new Map([
      row('zentitle', text('id', { note: 'Product id.' })),
      row('licensespring', text('id', { note: 'Short code.' })),
      row('babel', text('id', { note: 'Short code.' })),
    ]);
    expect(mergeFlags(SOURCE, rows).map(({ description }) => description)).toEqual([
      'product id [zentitle]; short code [licensespring, babel]',
    ]);
  });

  it('says which systems take a flag when not all do', () => {
    const rows = new Map([row('babel', text('machineId')), row('parallels'), row('licensespring')]);
    expect(mergeFlags(SOURCE, rows)).toEqual([
      { flag: 'machine-id', value: 'TEXT', description: 'the machineId [babel]', aliases: ['machineId'] },
    ]);
  });

  it('leaves out the positional argument, what the command handles, and paging', () => {
    const fields = [
      text('key'),
      text('handled'),
      text('pagenumber', { flag: 'page' }),
      text('pagesize', { flag: 'page-size' }),
    ];
    expect(mergeFlags(SOURCE, new Map([row('zentitle', ...fields)]))).toEqual([]);
  });

  it('never gives a secret a value', () => {
    expect(mergeFlags(SOURCE, new Map([row('babel', text('password', { secret: true }))]))).toEqual([
      { flag: 'password-stdin', description: 'the password; read as one line from standard input' },
    ]);
  });

  it('makes switches, booleans, lists and durations', () => {
    const fields: Field[] = [
      { name: 'details', type: 'boolean', wire: 'bit', note: 'Details.' },
      { name: 'used', type: 'boolean', wire: 'text', note: 'Used.' },
      {
        name: 'udfvalues',
        type: 'list',
        flag: 'udf',
        note: 'UDF.',
        fields: [text('fieldname'), text('defaultvalue')],
      },
      { name: 'lease', type: 'integer', unit: 'hours', note: 'Lease.' },
      { name: 'type', type: 'string', values: ['a', 'b'], special: ['reset'], note: 'Type.' },
    ];
    expect(mergeFlags(SOURCE, new Map([row('zentitle', ...fields)]))).toEqual([
      { flag: 'details', description: 'details' },
      { flag: 'used', value: 'true|false', description: 'used', boolean: true },
      { flag: 'udf', value: 'NAME=VALUE', description: 'UDF', aliases: ['udfvalues'], repeatable: true },
      { flag: 'lease', value: 'DURATION', description: 'lease; a bare number is in hours' },
      { flag: 'type', value: 'TEXT', description: 'type (a, b, reset)' },
    ]);
  });
});

describe('the help of a flag', () => {
  const helpOf = (field: Partial<Field>): string | undefined =>
    mergeFlags(SOURCE, new Map([row('zentitle', { name: 'x', type: 'integer', note: 'Note.', ...field })]))[0]
      ?.description;

  it.each<[string, Partial<Field>, string]>([
    ['that it is required', { required: true }, 'note (required)'],
    ['both ends of a range', { min: 5, max: 1440 }, 'note; 5 to 1440'],
    ['a range from 0 where only its end is documented', { max: 9 }, 'note; 0 to 9'],
    ['a range in its unit', { min: 0, max: 500, unit: 'days' }, 'note; a bare number is in days, 0 to 500'],
    ['the least value', { min: 10 }, 'note; at least 10'],
    ['no range that is only that of an int', { min: 1, max: 2_147_483_647 }, 'note'],
    ['how long a text may be', { type: 'string', maxLength: 40 }, 'note; at most 40 characters'],
    [
      'a special word once',
      { type: 'string', special: ['reset'], note: 'The end; "reset" clears it.' },
      'the end; "reset" clears it',
    ],
    [
      'the members of an entry, those it must have first',
      {
        type: 'list',
        fields: [text('a'), text('b', { required: true }), text('c', { required: true }), text('d')],
      },
      'note: b, c, and as wanted a, d',
    ],
  ])('says %s', (_, field, help) => {
    expect(helpOf(field)).toBe(help);
  });

  it('asks for no client name, which the program gives itself', () => {
    expect(helpOf({ name: 'clientName', required: true })).toBe('note');
  });
});

describe('expandFlags', () => {
  const flagsOf = async (command: Command): Promise<string[]> =>
    (await expandFlags(command)).map(({ flag }) => flag).sort();

  it('has every documented filter of the code list', async () => {
    expect(await flagsOf(listCodes)).toEqual([
      'acquired',
      'activated',
      'company',
      'company-id',
      'product',
      'profile',
      'server-functions',
      'used',
    ]);
  });

  it('has every documented filter of the trial list', async () => {
    expect(await flagsOf(listTrials)).toEqual([
      'computer',
      'converted',
      'created-after',
      'created-before',
      'created-within',
      'expires-after',
      'expires-before',
      'expires-within',
      'product',
      'trial-status',
    ]);
  });

  it('has every documented setting of a profile', async () => {
    expect(await flagsOf(updateProfile)).toEqual([
      'acquired',
      'client-lease',
      'clients-allowed',
      'concurrency-mode',
      'concurrent-processes',
      'enabled',
      'feature',
      'heartbeat',
      'inherit-profile',
      'license-type',
      'maintenance-end',
      'network-seats',
      'new-name',
      'offline-lease',
      'product',
      'reseller',
      'server-function',
      'subscription-end',
      'subscription-period',
      'udf',
      'vm-lease',
    ]);
  });

  it('takes activation fields from all systems, and secrets by no value', async () => {
    const flags = await flagsOf(activate);
    expect(flags).toEqual(
      expect.arrayContaining([
        'hardware-id',
        'machine-id',
        'client-id',
        'client-name',
        'mac-address',
        'email',
        'product',
      ]),
    );
    expect(flags.filter((flag) => flag.endsWith('-stdin'))).toEqual([
      'code-stdin',
      'id-token-stdin',
      'password-stdin',
    ]);
    expect(flags).not.toContain('password');
  });

  const COMMANDS = [
    activate,
    deactivate,
    show,
    check,
    heartbeat,
    listCodes,
    showCode,
    updateProfile,
    offlineCert,
    createPassive,
    listTrials,
  ];
  it.each(COMMANDS.map((command) => [command.name, command] as const))(
    'names each option of %s once',
    async (_, command) => {
      const names = [...(command.options ?? []), ...(await expandFlags(command))].map(({ flag }) => flag);
      expect(new Set(names).size).toBe(names.length);
      expect(names.filter((name) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))).toEqual([]);
    },
  );
});
