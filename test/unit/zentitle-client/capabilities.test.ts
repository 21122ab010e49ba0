import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/api/operation.js';
import { providerInfo } from '../../../src/api/providers.js';
import { createZentitleCapabilities } from '../../../src/api/zentitle/capabilities.js';
import { deleteActivity } from '../../../src/api/zentitle/operations/activity.js';
import { zentitle } from '../../../src/api/zentitle/provider.js';
import { NetworkError, NotFoundError, RejectedError, UsageError } from '../../../src/errors.js';
import { example } from './examples.js';
import { serveZentitle } from './serve-zentitle.js';
import { createTestClient } from './test-client.js';

const CODE = '206454320110930859';
const PRODUCT = '6453300110';

const { server, client, capabilities, capability, deps, sent, notices } = serveZentitle();

describe('the provider', () => {
  it('has a row and a capability for all that is promised', () => {
    const promised = providerInfo('zentitle').capabilities;
    expect(Object.keys(zentitle.rows).sort()).toEqual([...promised].sort());
    const names = Object.keys(capabilities());
    const inCamelCase = (text: string): string =>
      text.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    for (const row of promised) expect(names).toContain(inCamelCase(row.split('.')[0] ?? ''));
  });
});

describe('codes', () => {
  it('lists a page as the document shows it', async () => {
    const { input, output } = example('GET LicenseCodes');
    server().answer({ json: output });
    const { rows } = await capability('codes').page({ activated: true, getsfs: true }, 1, 2);
    expect(sent()).toEqual([
      {
        method: 'GET',
        path: '/api/LicenseCodes',
        body: { ...input, getsfs: 1 },
      },
    ]);
    expect(rows.map(({ code }) => code)).toEqual([CODE, '286502700212974761']);
    const { headers, text } = server().asked.at(-1) ?? { headers: {}, text: '' };
    expect(headers).toMatchObject({
      authorization: 'bearer 1234:abcd12wV4D1Hxjf',
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(text)),
    });
  });

  it('counts by asking for page 0', async () => {
    server().answer({ json: [512] });
    expect((await capability('codes').count({ productid: PRODUCT })).value).toBe(512);
    expect(sent()).toMatchObject([
      { path: '/api/LicenseCodes', body: { productid: PRODUCT, pagenumber: '0' } },
    ]);
  });

  it.each<[string, unknown]>([
    ['an empty list', []],
    ['null', null],
    ['empty text', ''],
  ])('takes %s for no rows', async (_, json) => {
    server().answer({ json });
    expect((await capability('codes').page({}, 3, 100)).rows).toEqual([]);
  });

  it('takes one bare object for a page of one', async () => {
    server().answer({ json: { LicenseCode: CODE } });
    expect((await capability('codes').page({}, 1, 100)).rows).toMatchObject([{ code: CODE }]);
  });

  it.each<[string, unknown]>([
    ['a row that is no record', [{ licenseCode: CODE }, 'oops']],
    ['a record without a code', [{ productID: PRODUCT }]],
    ['a count', 512],
  ])('does not pass over %s', async (_, json) => {
    server().answer({ json });
    await expect(capability('codes').page({}, 1, 100)).rejects.toThrow(
      expect.objectContaining({ kind: 'network', code: 'unexpected_answer' }),
    );
  });

  it('shows a code with all that can be asked for', async () => {
    const { input, output } = example('GET LicenseCode');
    server().answer({ json: output });
    const { value, raw } = await capability('codes').show(input);
    expect(sent()).toEqual([
      { method: 'GET', path: '/api/LicenseCode', body: { ...input, getsfs: 1, details: 1, getnotes: 1 } },
    ]);
    expect(value).toMatchObject([{ code: CODE, notes: [{ id: '102509' }, { id: '102511' }] }]);
    expect(JSON.parse(raw)).toEqual(output);
  });

  it('reports an unknown code, whether an empty list or a sentence says so', async () => {
    server().answer({ json: [] }, { json: 'License code not found' });
    await expect(capability('codes').show({ licensecode: '1' })).rejects.toThrow(NotFoundError);
    await expect(capability('codes').show({ licensecode: '1' })).rejects.toThrow(/License code not found/);
  });
});

describe('a code as a licence', () => {
  const [documented] = [example('GET LicenseCode').output].flat() as object[];
  const record = (changes: object): object => ({ ...documented, ...changes });

  it('shows the licence', async () => {
    server().answer({ json: [record({})] });
    const { value } = await capability('show')({ licensecode: CODE });
    expect(value).toMatchObject({
      provider: 'zentitle',
      key: CODE,
      product: PRODUCT,
      status: 'active',
      type: 'perpetual',
      activationsUsed: 1,
      activationsAllowed: 9,
      expiresAt: null,
      maintenanceEndsAt: '2021-04-30T00:00:00',
      profile: 'Test-PC',
    });
    expect(value).not.toHaveProperty('code');
  });

  it.each<[string, object, boolean, string | null]>([
    ['valid', {}, true, null],
    ['valid, the server setting no limit', { clientsallowed: 0 }, true, null],
    ['disabled', { enabledforuse: 'False' }, false, 'disabled'],
    [
      'expired',
      { licensetype: 'ExpirationDate', subscriptionEnddate: '2026-05-31T00:00:00' },
      false,
      'expired',
    ],
    ['used up', { clientsallowed: 1 }, false, 'activations_used_up'],
    [
      'expired before it is used up',
      { licensetype: 'SubscriptionPeriod', subscriptionEnddate: '2020-01-01', clientsallowed: 1 },
      false,
      'expired',
    ],
  ])('finds a code %s', async (_, changes, valid, reason) => {
    server().answer({ json: [record(changes)] });
    const { value } = await capability('check')({ licensecode: CODE, productid: PRODUCT });
    expect(value).toMatchObject({ provider: 'zentitle', key: CODE, valid, reason, license: { key: CODE } });
    expect(value.message).not.toBe('');
  });

  it('gives no verdict on an unknown code', async () => {
    server().answer({ json: [] });
    await expect(capability('check')({ licensecode: '1' })).rejects.toThrow(
      expect.objectContaining({ kind: 'not-found', code: 'code_not_found' }),
    );
  });

  it('names the products of a code that has several', async () => {
    server().answer({ json: [record({}), record({ productID: '6843607105' })] });
    const attempt = capability('show')({ licensecode: CODE });
    await expect(attempt).rejects.toThrow(UsageError);
    await expect(attempt).rejects.toThrow(/6453300110, 6843607105/);
  });
});

describe('activations', () => {
  const activity = example('GET LicenseCodeActivity');

  it('lists the current ones', async () => {
    server().answer({ json: activity.output });
    const reach = await capability('reach')(deleteActivity, { productid: '6872450105', licensecode: CODE });
    expect(sent()).toEqual([
      {
        method: 'GET',
        path: '/api/LicenseCodeActivity',
        body: { productid: '6872450105', licensecode: CODE, activated: 1 },
      },
    ]);
    expect(reach).toEqual({
      count: 1,
      noun: 'activation',
      names: ['kQe0MRH12bYgemkYW2bc'],
      subject: `code ${CODE}`,
    });
  });

  it.each([{ text: '' }, { json: '' }, { json: [] }, { json: 'No activity found' }])(
    'reads %j as none',
    async (reply) => {
      server().answer(reply);
      const code = { productid: PRODUCT, licensecode: CODE };
      expect((await capability('reach')(deleteActivity, code)).count).toBe(0);
    },
  );

  it('frees one computer, as the document shows it', async () => {
    const { input } = example('DELETE LicenseCodeActivity');
    const others = [{ computerID: input.computerid }, { computerID: 'kQe0MRH12bYgemkYW2bc' }];
    server().answer(
      { json: others.map((one) => ({ licenseCode: CODE, status: 'ACTIVATED', ...one })) },
      { json: 'OK' },
    );
    const { value } = await capability('deactivate')(input);
    expect(sent().at(-1)).toEqual({ method: 'DELETE', path: '/api/LicenseCodeActivity', body: input });
    expect(sent()).toHaveLength(2);
    expect(value).toEqual({
      provider: 'zentitle',
      key: CODE,
      product: '6872450105',
      deviceId: 'BLXRrZJ5T9imK7qPrJSL',
      status: 'deactivated',
      removed: 1,
      activationsUsed: 1,
      activationsAllowed: null,
    });
    expect(notices).toEqual([]);
  });

  it('looks up the product that nobody named', async () => {
    server().answer({ json: example('GET LicenseCode').output }, { text: '' });
    const { value } = await capability('deactivate')({ licensecode: CODE }, { count: 1 });
    expect(sent()).toEqual([
      { method: 'GET', path: '/api/LicenseCode', body: { licensecode: CODE } },
      { method: 'DELETE', path: '/api/LicenseCodeActivity', body: { licensecode: CODE, productid: PRODUCT } },
    ]);
    expect(value).toMatchObject({
      product: PRODUCT,
      deviceId: null,
      removed: 1,
      activationsUsed: 0,
      activationsAllowed: 9,
    });
  });

  it('takes nothing away when the code has several products', async () => {
    const [record] = [example('GET LicenseCode').output].flat() as object[];
    server().answer({ json: [record, { ...record, productID: '6843607105' }] });
    await expect(capability('deactivate')({ licensecode: CODE })).rejects.toThrow(/6453300110, 6843607105/);
    expect(sent().map(({ method }) => method)).toEqual(['GET']);
  });

  it('reads, and goes no further, in a dry run', async () => {
    const rehearsal = await createTestClient(server().baseUrl, { dryRun: true });
    server().answer({ json: example('GET LicenseCode').output });
    const { deactivate } = createZentitleCapabilities(rehearsal, deps);
    await expect(deactivate?.({ licensecode: CODE })).rejects.toThrow(
      expect.objectContaining({
        name: 'DryRunStop',
        plan: expect.objectContaining({
          operation: 'zentitle.activity.delete',
          effect: 'destroy-wide',
          body: { productid: PRODUCT, licensecode: CODE },
        }),
      }),
    );
    expect(sent().map(({ method }) => method)).toEqual(['GET']);
    await rehearsal.close();
  });

  it('says that a computer was not active, and leaves the answer to the server', async () => {
    server().answer({ text: '' }, { json: 'OK' });
    const { value } = await capability('deactivate')({
      productid: PRODUCT,
      licensecode: CODE,
      computerid: 'unknown',
    });
    expect(value.removed).toBe(0);
    expect(notices).toEqual(['There was no current activation on computer unknown.']);
  });
});

describe('profiles', () => {
  it('shows, lists and counts', async () => {
    const one = example('GET Profile');
    const many = example('GET Profiles');
    server().answer({ json: one.output }, { json: many.output }, { json: '3' });
    const profiles = capability('profiles');
    const shown = await profiles.show(one.input);
    const listed = await profiles.page({ getSfs: true }, 1, 1);
    expect(listed.rows).toEqual([shown.value]);
    expect((await profiles.count({})).value).toBe(3);
    expect(sent().map(({ body }) => body)).toEqual([
      { ...one.input, getsfs: 1 },
      { ...many.input, getSfs: 1 },
      { pageNumber: '0' },
    ]);
  });

  it('reports an unknown profile', async () => {
    server().answer({ json: [] });
    await expect(capability('profiles').show({ productid: PRODUCT, profilename: 'Nope' })).rejects.toThrow(
      expect.objectContaining({
        kind: 'not-found',
        message: `There is no profile Nope of product ${PRODUCT}.`,
        hint: 'licensectl profile list --product ID shows those that there are.',
      }),
    );
  });

  it('updates, and gives the new name back', async () => {
    const { input, output } = example('PUT Profile');
    server().answer({ json: output });
    const { value } = await capability('profiles').update(input);
    expect(value).toEqual({
      name: 'New Profile',
      product: '6453300110',
      message: 'Profile Updated Successfully',
    });
    const { serverfunctions, licensetype: _, ...rest } = input;
    expect(sent()).toEqual([
      {
        method: 'PUT',
        path: '/api/Profile',
        body: { ...rest, licensetype: 'perpetual', serverFunctions: serverfunctions },
      },
    ]);
  });

  it('takes an error text at status 200 for what it is', async () => {
    server().answer({ json: 'Profile does not exist' }, { json: 'Reseller is missing' });
    const { input } = example('PUT Profile');
    await expect(capability('profiles').update(input)).rejects.toThrow(NotFoundError);
    await expect(capability('profiles').update(input)).rejects.toThrow(RejectedError);
  });
});

describe('trials', () => {
  const { input } = example('GET Trial');

  it.each([
    ['In Trial', 'in-trial'],
    ['Trial Expired', 'expired'],
    ['Trial does not exist', 'none'],
    ['Trial has been activated', 'activated'],
  ])('reads the status %j', async (statusText, status) => {
    server().answer({ json: statusText });
    const { value } = await capability('trials').status(input);
    expect(value).toMatchObject({
      product: '6872450105',
      computer: 'BLXRrZJ5T9imK7qPrJSL',
      status,
      statusText,
    });
    expect(sent()).toEqual([{ method: 'GET', path: '/api/Trial', body: input }]);
  });

  it('resets', async () => {
    server().answer({ json: 'Trial Deleted Successfully' }, { json: 'Trial does not exist' });
    expect((await capability('trials').reset(input)).value).toEqual({
      product: '6872450105',
      computer: 'BLXRrZJ5T9imK7qPrJSL',
      message: 'Trial Deleted Successfully',
    });
    expect(sent()).toEqual([{ method: 'DELETE', path: '/api/Trial', body: input }]);
    await expect(capability('trials').reset(input)).rejects.toThrow(NotFoundError);
  });

  it('lists with the filters of the document', async () => {
    const list = example('GET Trials');
    const { pageNumber: _, pageSize: __, ...filter } = list.input;
    server().answer({ json: list.output });
    const { rows } = await capability('trials').page(filter, 1, 2);
    expect(sent()).toEqual([{ method: 'GET', path: '/api/Trials', body: list.input }]);
    expect(rows.map(({ computer, status }) => [computer, status])).toEqual([
      ['MauY67890Gh34567890', 'expired'],
      ['YtUAc6Xx7auMoc+t7H4+', 'expired'],
    ]);
  });
});

describe('certificates', () => {
  const request = example('GET OfflineActivation');

  it('exchanges a request, joined again where an editor broke it', async () => {
    server().answer({ json: request.output });
    const whole = String(request.input.activationcertificate);
    const broken = ` ${whole.replace(/(.{76})/g, '$1\r\n')}\n`;
    const { value } = await capability('offline').certificate({
      ...request.input,
      activationcertificate: broken,
    });
    expect(sent()).toEqual([{ method: 'GET', path: '/api/OfflineActivation', body: request.input }]);
    expect(value).toEqual({
      provider: 'zentitle',
      product: '6872450105',
      kind: 'activation',
      certificate: request.output,
      clientId: null,
    });
  });

  it('activates by it', async () => {
    server().answer({ json: request.output });
    expect((await capability('activate')(request.input)).value).toMatchObject({
      status: 'activated',
      product: '6872450105',
      certificate: request.output,
    });
  });

  it('takes a bare certificate that is no JSON', async () => {
    server().answer({ text: String(request.output) });
    expect((await capability('offline').certificate(request.input)).value.certificate).toBe(request.output);
  });

  it('deactivates', async () => {
    const { input } = example('DELETE OfflineActivation');
    server().answer({ json: 'OK' }, { json: 'Certificate is not valid' });
    expect((await capability('offline').deactivate(input)).value).toMatchObject({
      product: '6872450105',
      status: 'deactivated',
    });
    expect(sent()).toEqual([{ method: 'DELETE', path: '/api/OfflineActivation', body: input }]);
    await expect(capability('offline').deactivate(input)).rejects.toThrow(
      expect.objectContaining({ kind: 'rejected', code: 'certificate_invalid' }),
    );
  });

  const passive = example('POST PassiveLicense');
  const certificate = String(passive.output).split('\n')[1] ?? '';

  it.each([
    ['an escaped line feed', JSON.stringify(passive.output)],
    ['an escaped CR LF', JSON.stringify(`Passive License Created Successfully.\r\n${certificate}`)],
    ['a raw line break, which is no JSON', `"Passive License Created Successfully.\n${certificate}"`],
    ['a raw CR LF', `"Passive License Created Successfully.\r\n${certificate}"`],
    ['no quotes at all', `Passive License Created Successfully.\n${certificate}`],
  ])('makes a passive licence, answered with %s', async (_, text) => {
    server().answer({ text });
    const { value } = await capability('passive').create(passive.input);
    expect(certificate).toHaveLength(1392);
    expect(value).toEqual({
      provider: 'zentitle',
      product: '6872450105',
      kind: 'passive',
      certificate,
      clientId: '3487abcdefgh12345',
    });
    const { udfValues, ...rest } = passive.input as Input & { udfValues: unknown };
    expect(sent()).toEqual([
      {
        method: 'POST',
        path: '/api/PassiveLicense',
        body: { ...rest, companyid: '17', udfvalues: udfValues },
      },
    ]);
  });
});

describe('the probe', () => {
  it('counts the codes', async () => {
    server().answer({ json: 512 });
    expect(await zentitle.probe(client(), deps)).toEqual({
      customerId: '1234',
      keyKind: null,
      verified: true,
      codes: 512,
    });
    expect(sent()).toEqual([{ method: 'GET', path: '/api/LicenseCodes', body: { pagenumber: '0' } }]);
  });

  it.each(['offline', 'datastreamer'])('sends nothing with a key of the kind %s', async (keyKind) => {
    expect(
      await zentitle.probe(client(), { ...deps, settings: { ...deps.settings, keyKind } }),
    ).toMatchObject({
      keyKind,
      verified: false,
      note: expect.stringContaining('nothing was sent'),
    });
    expect(sent()).toEqual([]);
  });

  it('tells a key that may not read from one that is refused', async () => {
    server().answer({ status: 403, json: 'Forbidden' }, { status: 401, json: 'Invalid API key' });
    expect(await zentitle.probe(client(), deps)).toMatchObject({ verified: false, keyKind: null });
    await expect(zentitle.probe(client(), deps)).rejects.toThrow(
      expect.objectContaining({ kind: 'authentication', code: 'invalid_credentials' }),
    );
  });

  it('does not take a list for a count', async () => {
    server().answer({ json: [{ licenseCode: CODE }, { licenseCode: '1' }] });
    await expect(zentitle.probe(client(), deps)).rejects.toThrow(NetworkError);
  });
});
