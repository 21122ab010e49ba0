import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/api/operation.js';
import type { ProductParts } from '../../../src/api/product-capabilities.js';
import type { Capabilities } from '../../../src/api/provider.js';
import type { Command, Parsed } from '../../../src/commands/command.js';
import { command as createFeature } from '../../../src/commands/feature/create.js';
import { command as deleteFeature } from '../../../src/commands/feature/delete.js';
import { command as updateFeature } from '../../../src/commands/feature/update.js';
import { command as createGroup } from '../../../src/commands/feature-group/create.js';
import { command as updateGroup } from '../../../src/commands/feature-group/update.js';
import { command as master } from '../../../src/commands/network/master.js';
import { command as createProduct } from '../../../src/commands/product/create.js';
import { command as listProducts } from '../../../src/commands/product/list.js';
import { command as updateProduct } from '../../../src/commands/product/update.js';
import { command as createProfile } from '../../../src/commands/profile/create.js';
import { command as showSystem } from '../../../src/commands/system/show.js';
import { command as createField } from '../../../src/commands/udf/create.js';
import { command as updateField } from '../../../src/commands/udf/update.js';
import { temporaryFolders } from '../../support/temp-folder.js';
import { type FakeOptions, fakeContext, listIn, never, noting, parsedFor, recordIn } from './fake-context.js';

const temporaryFolder = temporaryFolders();
const PRODUCT = '6872450105';
const DONE = { id: '99', name: 'N', product: PRODUCT, message: 'Done Successfully' };

/** Capabilities that only note what they are asked. */
function zentitle(options: FakeOptions = {}) {
  const inputs: Input[] = [];
  const noted = noting(inputs, DONE);
  const parts: ProductParts = { create: noted, update: noted, delete: noted };
  const capabilities: Capabilities = {
    products: { list: never, show: never, create: noted, update: noted },
    profiles: { count: never, page: never, maxPageSize: 1, show: never, create: noted, update: never },
    featureGroups: parts,
    features: parts,
    customFields: parts,
  };
  return { inputs, fake: fakeContext({ capabilities, ...options }) };
}

async function inputOf(
  command: Command,
  args: readonly string[],
  flags: Parsed['options'],
  options: FakeOptions = {},
): Promise<Input | undefined> {
  const { inputs, fake } = zentitle(options);
  await command.run(fake.context, parsedFor(command, args, flags));
  expect(inputs).toHaveLength(1);
  return inputs[0];
}

describe('the one entry of a list from the command line', () => {
  it.each<[string, Command, readonly string[], Parsed['options'], Input]>([
    [
      'feature-group create',
      createGroup,
      ['Export'],
      { product: PRODUCT, notes: 'Formats' },
      { productId: PRODUCT, featureGroups: [{ featureGroupName: 'Export', notes: 'Formats' }] },
    ],
    [
      'feature-group update',
      updateGroup,
      ['Export'],
      { product: PRODUCT, 'new-name': 'Extras' },
      { productId: PRODUCT, featureGroups: [{ featureGroupName: 'Export', newFeatureGroupName: 'Extras' }] },
    ],
    [
      'feature create',
      createFeature,
      ['DXF'],
      {
        product: PRODUCT,
        name: 'DXF export',
        notes: 'n',
        type: 'floating',
        group: 'Export',
        'in-trials': 'false',
      },
      {
        productId: PRODUCT,
        features: [
          {
            featureCode: 'DXF',
            featureName: 'DXF export',
            notes: 'n',
            featureType: 'floating',
            featureGroupName: 'Export',
            availableInTrials: 'false',
          },
        ],
      },
    ],
    [
      'feature update',
      updateFeature,
      ['DXF'],
      { product: PRODUCT, 'new-code': 'DWG', group: 'default' },
      {
        productId: PRODUCT,
        features: [{ featureCode: 'DXF', newfeatureCode: 'DWG', featureGroupName: 'default' }],
      },
    ],
    [
      'udf create',
      createField,
      ['TIER'],
      { product: PRODUCT, default: 'basic' },
      { productId: PRODUCT, udfValues: [{ fieldName: 'TIER', defaultValue: 'basic' }] },
    ],
    [
      'udf update',
      updateField,
      ['TIER'],
      { product: PRODUCT, 'new-name': 'LEVEL' },
      { productId: PRODUCT, udfValues: [{ fieldName: 'TIER', newFieldName: 'LEVEL' }] },
    ],
  ])('%s', async (_, command, args, flags, input) => {
    expect(await inputOf(command, args, flags)).toEqual(input);
  });

  it('comes from a file when there are several, names in any case', async () => {
    const cwd = await temporaryFolder();
    const body = {
      PRODUCTID: PRODUCT,
      udfvalues: [{ FieldName: 'A', defaultvalue: '1' }, { fieldname: 'B' }],
    };
    await writeFile(join(cwd, 'fields.json'), JSON.stringify(body));
    expect(await inputOf(createField, [], { 'from-file': 'fields.json' }, { cwd })).toEqual({
      productId: PRODUCT,
      udfValues: [{ fieldName: 'A', defaultValue: '1' }, { fieldName: 'B' }],
    });
  });

  it.each<[string, Command, readonly string[], Parsed['options'], string]>([
    ['no code', createFeature, [], { product: PRODUCT }, 'Missing CODE, --name, --notes.'],
    ['no title', createFeature, ['DXF'], { product: PRODUCT, notes: 'n' }, 'Missing --name.'],
    ['nothing at all', createField, [], {}, '--product'],
    ['nothing to change', updateFeature, ['DXF'], { product: PRODUCT }, 'There is nothing to change'],
    ['no new name', updateGroup, ['Export'], { product: PRODUCT }, 'There is nothing to change'],
    ['no new default', updateField, ['TIER'], { product: PRODUCT }, 'There is nothing to change'],
  ])('is refused with %s', async (_, command, args, flags, message) => {
    const { inputs, fake } = zentitle();
    await expect(command.run(fake.context, parsedFor(command, args, flags))).rejects.toThrow(message);
    expect(inputs).toEqual([]);
  });

  it('does not go beside those of a file', async () => {
    const { inputs, fake } = zentitle({
      stdin: `{"productId":"${PRODUCT}","udfValues":[{"fieldName":"B"}]}`,
    });
    const parsed = parsedFor(createField, ['A'], { 'from-file': '-' });
    await expect(createField.run(fake.context, parsed)).rejects.toThrow(
      'NAME and --from-file do not go together',
    );
    expect(inputs).toEqual([]);
  });

  it('changes something when one entry of a file does', async () => {
    const body = { productId: PRODUCT, features: [{ featureCode: 'A' }, { featureCode: 'B', notes: 'n' }] };
    expect(await inputOf(updateFeature, [], { 'from-file': '-' }, { stdin: JSON.stringify(body) })).toEqual(
      body,
    );
  });
});

describe('sentences', () => {
  it.each<[Command, readonly string[], object, string]>([
    [createFeature, ['A'], { features: ['A'] }, 'Created feature A in product 6872450105.'],
    [createFeature, ['A'], { features: ['A', 'B'] }, 'Created features A, B in product 6872450105.'],
    [updateField, ['A'], { customFields: ['A'] }, 'Custom field A is updated.'],
    [updateField, ['A'], { customFields: ['A', 'B'] }, 'Custom fields A, B are updated.'],
    [deleteFeature, ['A'], { feature: 'A' }, 'Feature A is deleted.'],
  ])('%#: name what was done to which', async (command, args, record, sentence) => {
    const made = noting([], { ...record, product: PRODUCT, message: '' });
    const parts: ProductParts = { create: made, update: made, delete: made };
    const { context } = fakeContext({ capabilities: { features: parts, customFields: parts } });
    const flags = { product: PRODUCT, name: 'n', notes: 'n', default: 'd' };
    const outcome = await command.run(context, parsedFor(command, args, flags));
    expect(recordIn(outcome).message).toBe(sentence);
  });

  it('of a product whose id is not known leave it out', async () => {
    const create = noting([], { id: null, name: 'CAD', message: '' });
    const { context } = fakeContext({
      capabilities: { products: { list: never, show: never, create, update: never } },
    });
    const outcome = await createProduct.run(context, parsedFor(createProduct, ['CAD']));
    expect(recordIn(outcome).message).toBe('Created product CAD.');
  });
});

describe('deleting', () => {
  it('asks, and names product and feature', async () => {
    const { inputs, fake } = zentitle();
    await deleteFeature.run(fake.context, parsedFor(deleteFeature, ['DXF'], { product: PRODUCT }));
    expect(fake.questions).toEqual(['Delete feature DXF of product 6872450105?']);
    expect(inputs).toEqual([{ productId: PRODUCT, featureCode: 'DXF' }]);
  });

  it('sends nothing after a no', async () => {
    const { inputs, fake } = zentitle({ declines: true });
    const parsed = parsedFor(deleteFeature, ['DXF'], { product: PRODUCT });
    await expect(deleteFeature.run(fake.context, parsed)).rejects.toMatchObject({ code: 'not_confirmed' });
    expect(inputs).toEqual([]);
  });
});

describe('products', () => {
  it('are created with all that belongs to them', async () => {
    const flags = {
      'in-trial': 'true',
      'trial-period': '14d',
      'offline-lease': '30d',
      'clients-allowed': '2',
      'feature-group': ['Export=Formats, all of them', 'Other='],
      feature: ['code=DXF,name=DXF, fast,notes=Writes, reads,group=Export,in-trials=true'],
      udf: ['TIER=basic'],
    };
    expect(await inputOf(createProduct, ['Harbour CAD'], flags)).toEqual({
      productname: 'Harbour CAD',
      intrial: 'true',
      trialperiod: 14,
      clientofflineleaseperiod: 30,
      clientsallowed: '2',
      featuregroups: [
        { featuregroupname: 'Export', notes: 'Formats, all of them' },
        { featuregroupname: 'Other', notes: '' },
      ],
      features: [
        {
          featurecode: 'DXF',
          featurename: 'DXF, fast',
          notes: 'Writes, reads',
          featuregroupname: 'Export',
          availableintrials: 'true',
        },
      ],
      udfvalues: [{ fieldname: 'TIER', defaultvalue: 'basic' }],
    });
  });

  it('are changed, or refused when nothing changes', async () => {
    expect(await inputOf(updateProduct, [PRODUCT], { 'client-lease': '2d', 'new-name': 'N' })).toEqual({
      productid: PRODUCT,
      productname: 'N',
      clientleaseperiod: 48,
    });
    const { fake } = zentitle();
    await expect(updateProduct.run(fake.context, parsedFor(updateProduct, [PRODUCT]))).rejects.toMatchObject({
      code: 'nothing_to_change',
    });
  });

  it('hide in a table what is nested', async () => {
    const { context } = fakeContext({
      capabilities: { products: { list: noting([], []), show: never, create: never, update: never } },
    });
    const { columns } = listIn(await listProducts.run(context, parsedFor(listProducts)));
    const shown = columns.filter((column) => column.hidden !== true).map(({ key }) => key);
    expect(shown).toEqual([
      'product',
      'name',
      'type',
      'activationsAllowed',
      'trialDays',
      'clientLeaseHours',
      'authorization',
    ]);
  });
});

it('a profile is created with the terms of its flags', async () => {
  const flags = {
    product: PRODUCT,
    enabled: 'true',
    'license-type': 'subscriptionperiod',
    'subscription-period': '365d',
    reseller: 'R',
    'server-function': ['LTCO=on:20'],
  };
  expect(await inputOf(createProfile, ['Team'], flags)).toEqual({
    productid: PRODUCT,
    profilename: 'Team',
    enabledforuse: 'true',
    licensetype: 'subscriptionperiod',
    subscriptionperiod: 365,
    reseller: 'R',
    serverFunctions: [{ functionname: 'LTCO', enabled: 'on', parametervalue: '20' }],
  });
});

it('a computer is shown by its id', async () => {
  const inputs: Input[] = [];
  const show = noting(inputs, { computer: 'C' } as never);
  const { context } = fakeContext({ capabilities: { systems: { show } } });
  const computer = 'kQe0MRH12bYgemkYW2bc';
  await showSystem.run(context, parsedFor(showSystem, [computer], { product: PRODUCT }));
  await expect(
    showSystem.run(context, parsedFor(showSystem, ['C'], { product: PRODUCT })),
  ).rejects.toMatchObject({
    message: 'COMPUTER takes 20 characters, not 1.',
    code: 'invalid_input',
    hint: 'COMPUTER: computer id, of 20 characters. Nothing was sent.',
  });
  expect(inputs).toEqual([{ computerid: computer, productid: PRODUCT }]);
});

it('a member of the one entry is refused by the name of its flag', async () => {
  const flags = { product: PRODUCT, name: 'n', notes: 'n', type: 'floaty' };
  const { context } = fakeContext();
  await expect(createFeature.run(context, parsedFor(createFeature, ['DXF'], flags))).rejects.toThrow(
    /^--type \(featureType\) takes one of normal, floating, .*, not 'floaty'\.$/,
  );
});

describe('network master', () => {
  const license = { kind: 'network-master', product: PRODUCT, companyId: null, message: null } as const;
  const serve = (certificate: string | null, options: FakeOptions = {}) =>
    fakeContext({
      capabilities: { network: { master: noting([], { ...license, certificate }) } },
      ...options,
    });

  it('prints the certificate, or writes it', async () => {
    const cwd = await temporaryFolder();
    const printed = await master.run(serve('abc123').context, parsedFor(master, [], { product: PRODUCT }));
    expect(recordIn(printed).document).toBe('abc123');
    const parsed = parsedFor(master, [], { product: PRODUCT, out: 'daemon.cert' });
    const written = await master.run(serve('abc123', { cwd }).context, parsed);
    expect(recordIn(written).record).toEqual({ ...license, file: join(cwd, 'daemon.cert') });
  });

  it('tells when the server sent none', async () => {
    const fake = serve(null);
    const outcome = await master.run(fake.context, parsedFor(master, [], { product: PRODUCT }));
    expect(recordIn(outcome).record).toEqual({ ...license, certificate: null });
    expect(fake.warnings).toEqual(['no_certificate']);
  });

  it('does not ask for what the output would leave out', async () => {
    const { context } = fakeContext({
      capabilities: { network: { master: never } },
      settings: { columns: ['product'] },
    });
    const parsed = parsedFor(master, [], { product: PRODUCT });
    await expect(master.run(context, parsed)).rejects.toMatchObject({ code: 'certificate_hidden' });
  });
});
