import { describe, expect, it } from 'vitest';
import { deleteActivity, returnActivity } from '../../../src/api/zentitle/operations/activity.js';
import { updateCode } from '../../../src/api/zentitle/operations/codes.js';
import { example, examples } from './examples.js';
import { promised, serveZentitle } from './serve-zentitle.js';

const { server, capabilities, sent } = serveZentitle();
const codes = () => promised(capabilities().codes);

const PRODUCT = '6872450105';
const CODE = '206454320110930859';
const A = '312410225741720791';
const B = '312454637520703730';
const ONE = { productid: PRODUCT, licensecode: CODE };
const code = (text: string) => ({ code: text, product: PRODUCT, companyId: null, profile: null });

describe('allocating codes', () => {
  it('sends the documented fields, and lists the codes of the documented sentence', async () => {
    const { input, output } = example('POST LicenseCode');
    server().answer({ json: output });
    const { value, raw } = await promised(codes().allocate)(input);
    expect(sent()).toEqual([{ method: 'POST', path: '/api/LicenseCode', body: input }]);
    const terms = { product: '6453300110', companyId: '17', profile: 'testingProfile' };
    expect(value).toEqual([
      { code: A, ...terms },
      { code: B, ...terms },
    ]);
    expect(JSON.parse(raw)).toBe(output);
  });

  const asked = { productid: PRODUCT, numcodes: 2 };

  it.each<[string, object]>([
    ['the sentence without quotes', { text: `License Codes Created Successfully : ${A},${B}` }],
    ['the sentence over two lines', { text: `License Codes Created Successfully.\r\n${A}, ${B}` }],
    ['the codes alone', { json: `${A},${B}` }],
    ['the codes, one a line', { json: `License Codes Created Successfully :\n${A}\n${B}\n` }],
    ['a list', { json: [A, B] }],
    ['a list of numbers', { text: `[${A},${B}]` }],
    ['records', { json: [{ licenseCode: A }, { LicenseCode: B }] }],
  ])('reads %s', async (_, reply) => {
    server().answer(reply);
    expect((await promised(codes().allocate)(asked)).value).toEqual([code(A), code(B)]);
  });

  it.each<[string, object]>([
    ['OK', { json: 'OK' }],
    ['the sentence', { json: 'License Codes Created Successfully' }],
    ['yes', { json: true }],
  ])('has no codes where the server says %s and names none', async (_, reply) => {
    server().answer(reply);
    expect((await promised(codes().allocate)(asked)).value).toEqual([]);
  });

  it.each<[string, object, object]>([
    [
      'a refusal',
      { json: 'Not enough codes left in the code bank' },
      { kind: 'rejected', code: 'code_bank_empty' },
    ],
    ['nothing', { text: '' }, { kind: 'unknown-outcome' }],
    ['half an answer', { text: `["${A}","3124` }, { kind: 'unknown-outcome' }],
    ['a record of something else', { json: { colour: 'red' } }, { kind: 'unknown-outcome' }],
  ])('does not take %s for a success', async (_, reply, error) => {
    server().answer(reply);
    await expect(promised(codes().allocate)(asked)).rejects.toMatchObject(error);
    expect(sent()).toHaveLength(1);
  });

  it('is not sent a second time when the server fails', async () => {
    server().answer({ status: 503, text: 'later' });
    await expect(promised(codes().allocate)(asked)).rejects.toMatchObject({ kind: 'unknown-outcome' });
    expect(sent()).toHaveLength(1);
  });
});

it('imports codes of one’s own, which the answer does not repeat', async () => {
  const imported = examples.filter(({ call }) => call === 'POST LicenseCode')[1];
  const input = imported?.input ?? {};
  server().answer({ json: imported?.output });
  const { value } = await promised(codes().import)(input);
  expect(sent()).toEqual([{ method: 'POST', path: '/api/LicenseCode', body: input }]);
  expect(value.map((one) => [one.code, one.companyId])).toEqual([
    ['123410225741720791', '10'],
    ['567810225741720792', '10'],
  ]);
});

describe('handing out codes', () => {
  const { input } = example('GET NextLicenseCode');

  it.each<[string, object]>([
    ['text with a comma', { json: `${A},${B}` }],
    ['bare text', { text: `${A}, ${B}` }],
    ['a list', { json: [A, B] }],
    ['a list of numbers', { text: `[${A}, ${B}]` }],
    ['a list of one text', { json: [`${A},${B}`] }],
    ['records', { json: [{ licenseCode: A }, { licenseCode: B }] }],
    ['a record with a list', { json: { LicenseCodes: [A, B] } }],
  ])('reads %s', async (_, reply) => {
    server().answer(reply);
    const { value } = await promised(codes().next)(input);
    expect(sent()).toEqual([{ method: 'GET', path: '/api/NextLicenseCode', body: input }]);
    expect(value).toEqual([code(A), code(B)]);
  });

  it.each<[string, object, string]>([
    ['one number, whose digits a double cannot hold', { text: '9007199254740993123' }, '9007199254740993123'],
    ['one short number', { text: '4711' }, '4711'],
    ['a bare record', { json: { licenseCode: A } }, A],
    ['a code with letters', { json: 'ABCD-1234' }, 'ABCD-1234'],
    ['a code with letters in a list', { json: ['ABCD-1234'] }, 'ABCD-1234'],
  ])('reads %s', async (_, reply, expected) => {
    server().answer(reply);
    expect((await promised(codes().next)(input)).value).toEqual([code(expected)]);
  });

  it.each<[string, object]>([
    ['an empty list', { json: [] }],
    ['empty text', { json: '' }],
    ['null', { json: null }],
    ['a list of nothing', { json: [''] }],
  ])('refuses when there is none: %s', async (_, reply) => {
    server().answer(reply);
    await expect(promised(codes().next)(input)).rejects.toMatchObject({ kind: 'rejected', code: 'no_codes' });
  });

  it('takes no status of the vendor’s clients, which is below 0, for a code', async () => {
    server().answer({ json: '-112' });
    await expect(promised(codes().next)(input)).rejects.toMatchObject({
      kind: 'rejected',
      message: 'Zentitle answered: -112',
    });
  });

  it('gives the refusal of the server in its own words', async () => {
    server().answer({ json: 'There are no license codes available' });
    await expect(promised(codes().next)(input)).rejects.toMatchObject({
      kind: 'rejected',
      code: 'code_bank_empty',
      message: 'Zentitle answered: There are no license codes available',
    });
  });

  it.each<[string, object]>([
    ['a record without codes', { json: { colour: 'red' } }],
    ['yes', { json: true }],
    ['no body', { text: '' }],
    ['a broken answer', { text: `["${A}` }],
    ['a number below 0', { json: -112 }],
    ['a server that gives up', { status: 500, text: '' }],
  ])('does not know what was handed out, and asks no second time: %s', async (_, reply) => {
    server().answer(reply);
    await expect(promised(codes().next)(input)).rejects.toMatchObject({ kind: 'unknown-outcome' });
    expect(sent()).toHaveLength(1);
  });
});

describe('changing a code', () => {
  it('sends the documented example', async () => {
    const { input, output } = example('PUT LicenseCode');
    server().answer({ json: output });
    const { value } = await promised(codes().update)(input);
    const { serverfunctions, ...rest } = input;
    expect(sent()).toEqual([
      { method: 'PUT', path: '/api/LicenseCode', body: { ...rest, serverFunctions: serverfunctions } },
    ]);
    expect(value).toEqual({ code: CODE, product: '6453300110', message: output });
  });

  const ALL = [{ type: 'general', description: 'new' }, { type: 'DeleteAll' }];

  it.each([[ALL], [{ TYPE: 'deleteall' }]])(
    'does not delete every note without their number: %j',
    async (notes) => {
      await expect(promised(codes().update)({ ...ONE, notes })).rejects.toMatchObject({
        kind: 'usage',
        code: 'not_confirmed',
      });
      expect(sent()).toEqual([]);
    },
  );

  it('deletes them with it, in the spelling of the document', async () => {
    server().answer(
      { json: [{ noteID: 102509 }, { noteID: '102511' }] },
      { json: 'License Code Details Updated Successfully' },
    );
    const reach = await promised(capabilities().reach)(updateCode, { ...ONE, notes: ALL });
    expect(reach).toEqual({ count: 2, noun: 'note', names: ['102509', '102511'], subject: `code ${CODE}` });
    await promised(codes().update)({ ...ONE, notes: ALL }, { count: 2 });
    expect(sent()).toEqual([
      { method: 'GET', path: '/api/LicenseNote', body: ONE },
      {
        method: 'PUT',
        path: '/api/LicenseCode',
        body: { ...ONE, notes: [{ type: 'general', description: 'new' }, { type: 'deleteall' }] },
      },
    ]);
  });

  it('reaches nothing without it', async () => {
    await expect(promised(capabilities().reach)(updateCode, ONE)).rejects.toThrow(TypeError);
  });
});

it.each([
  [
    [{ type: 'general', description: 'x' }],
    /^Look for it before you repeat the call, which would make a second one/,
  ],
  [[{ type: 'delete', description: '8' }], /^Look whether it is gone/],
  [
    [
      { type: 'System', description: 'x' },
      { type: 'delete', description: '8' },
    ],
    /^Look whether it is gone/,
  ],
  [undefined, /^Sending it again is harmless/],
])('a change of a code with the notes %j says what repeating it would do', async (notes, hint) => {
  server().answer({ status: 500, text: '' });
  const input = { productid: '6453300110', licensecode: A, reference: 'R', notes };
  await expect(promised(codes().update)(input)).rejects.toMatchObject({
    kind: 'unknown-outcome',
    hint: expect.stringMatching(hint),
  });
  expect(sent()).toHaveLength(1);
});

describe('the activity of a code', () => {
  it('is read in full', async () => {
    const { input, output } = example('GET LicenseCodeActivity');
    server().answer({
      json: [output, { ...(output as object), status: 'Deactivated', deactivated: '2020-01-01T10:00:00' }],
    });
    const { value } = await promised(codes().activity)(input);
    expect(sent()).toEqual([
      { method: 'GET', path: '/api/LicenseCodeActivity', body: { ...input, activated: 1, getsysinfo: 1 } },
    ]);
    expect(value.map(({ status, deactivatedAt }) => [status, deactivatedAt])).toEqual([
      ['activated', null],
      ['deactivated', '2020-01-01T10:00:00'],
    ]);
    expect(value[0]).toMatchObject({ system: { computerName: 'Work_Laptop', cores: 4 } });
  });

  it.each([{ text: '' }, { json: '' }, { json: [] }, { json: 'No activity found' }])(
    'may be none: %j',
    async (reply) => {
      server().answer(reply);
      expect((await promised(codes().activity)(ONE)).value).toEqual([]);
    },
  );

  it('is not none when the code or the product is unknown', async () => {
    server().answer({ json: 'License code not found' });
    const { input } = example('GET LicenseCodeActivity');
    await expect(promised(codes().activity)(input)).rejects.toMatchObject({
      kind: 'not-found',
      code: 'not_found',
    });
  });

  it('is told by computer', async () => {
    const { input, output } = example('GET ActivatedLicenseCodes');
    server().answer({ json: output }, { json: [] });
    const { value } = await promised(codes().activated)(input);
    const computer = 'BLXRrZJ5T9imK7qPrJSL';
    expect(sent()).toEqual([{ method: 'GET', path: '/api/ActivatedLicenseCodes', body: input }]);
    expect(value).toEqual([
      { code: CODE, product: PRODUCT, computer },
      { code: '286901020157066211', product: PRODUCT, computer },
    ]);
    expect((await promised(codes().activated)(input)).value).toEqual([]);
  });
});

describe('returning and clearing', () => {
  const calls = [
    ['return', 'PUT', returnActivity],
    ['clear', 'DELETE', deleteActivity],
  ] as const;

  it.each(calls)('%s: not without the number of what it hits', async (verb) => {
    await expect(promised(codes()[verb])(ONE)).rejects.toMatchObject({
      kind: 'usage',
      code: 'not_confirmed',
    });
    expect(sent()).toEqual([]);
  });

  it.each(calls)('%s: with it', async (verb, method, row) => {
    const active = { licenseCode: CODE, computerID: 'kQe0MRH12bYgemkYW2bc', status: 'ACTIVATED' };
    server().answer({ json: [active] }, { json: 'OK' });
    const { count } = await promised(capabilities().reach)(row, ONE);
    const { value } = await promised(codes()[verb])(ONE, { count });
    expect(sent()).toEqual([
      { method: 'GET', path: '/api/LicenseCodeActivity', body: { ...ONE, activated: 1 } },
      { method, path: '/api/LicenseCodeActivity', body: ONE },
    ]);
    expect(value).toEqual({ code: CODE, product: PRODUCT, message: 'OK' });
  });

  it('clears one computer', async () => {
    const { input } = example('DELETE LicenseCodeActivity');
    server().answer({ text: '' });
    const { value } = await promised(codes().clear)(input);
    expect(sent()).toEqual([{ method: 'DELETE', path: '/api/LicenseCodeActivity', body: input }]);
    expect(value).toEqual({ code: CODE, product: PRODUCT, computer: 'BLXRrZJ5T9imK7qPrJSL', message: '' });
  });

  it('is never sent twice', async () => {
    server().answer({ status: 503, text: '' });
    await expect(promised(codes().return)(ONE, { count: 1 })).rejects.toMatchObject({
      kind: 'unknown-outcome',
    });
    expect(sent()).toHaveLength(1);
  });
});

describe('creating a profile', () => {
  const { input } = example('POST Profile');

  it('sends what the document shows, and takes the id in the answer', async () => {
    server().answer({ json: { profileID: 31 } });
    const { value } = await promised(promised(capabilities().profiles).create)(input);
    const { serverfunctions, licensetype: _, ...rest } = input;
    expect(sent()).toEqual([
      {
        method: 'POST',
        path: '/api/Profile',
        body: { ...rest, licensetype: 'perpetual', serverFunctions: serverfunctions },
      },
    ]);
    expect(value).toMatchObject({ id: '31', name: 'Test Profile', product: '6453300110' });
  });

  it('looks the id up where the answer has none', async () => {
    server().answer({ json: 'OK' }, { json: [{ profileName: 'Test Profile', profileID: 31 }] });
    const { value } = await promised(promised(capabilities().profiles).create)(input);
    expect(value.id).toBe('31');
    expect(sent()[1]).toEqual({
      method: 'GET',
      path: '/api/Profile',
      body: { productid: '6453300110', profilename: 'Test Profile' },
    });
  });
});
