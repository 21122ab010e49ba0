import { describe, expect, it } from 'vitest';
import type { ProviderId } from '../../../src/api/operation.js';
import { command as api } from '../../../src/commands/api.js';
import { parseTarget } from '../../../src/commands/api-path.js';
import type { Parsed } from '../../../src/commands/command.js';
import { type FakeOptions, fakeContext, parsedFor, recordIn } from './fake-context.js';

async function call(
  provider: ProviderId,
  args: readonly [string, string],
  options: Parsed['options'] = {},
  more: FakeOptions = {},
) {
  const fake = fakeContext({ provider, ...more });
  const outcome = await api.run(fake.context, parsedFor(api, args, options));
  const [sent] = fake.sent;
  return {
    operation: sent?.operation?.id,
    input: sent?.input,
    raw: sent?.raw,
    consent: sent?.consent,
    questions: fake.questions,
    secrets: fake.secrets,
    record: recordIn(outcome),
  };
}

/** Three activations are in the way of a wide call. */
const THREE: FakeOptions = {
  capabilities: {
    reach: async () => ({ count: 3, noun: 'activation', names: ['A', 'B', 'C'], subject: 'code 2' }),
  },
};

describe('a documented call', () => {
  it.each([
    ['by its exact path', ['GET', '/api/LicenseCode'], 'zentitle.codes.show'],
    ['without the slash, in any case', ['get', 'api/licensecode'], 'zentitle.codes.show'],
    ['with a slash at the end', ['GET', '/api/LicenseCode/'], 'zentitle.codes.show'],
    ['by its method', ['PUT', '/api/LicenseCode'], 'zentitle.codes.update'],
  ] as const)('is found %s', async (_, args, id) => {
    const { operation, input } = await call('zentitle', args, { field: ['LicenseCode=1', 'productid=2'] });
    expect(operation).toBe(id);
    expect(input).toEqual({ licensecode: '1', productid: '2' });
  });

  it.each([
    ['/api/NextLicenseCode', { columns: ['status'] }, 'Add body to --columns. Nothing was sent.'],
    ['/api/NextLicenseCode', { columns: ['url'], dryRun: true }, 'Add body to --columns. Nothing was sent.'],
    ['/api/NextLicenseCode', { quiet: true }, 'Leave -q out. Nothing was sent.'],
    ['/api/OfflineActivation', { columns: ['status'] }, 'Add body to --columns. Nothing was sent.'],
  ])(
    'is not made when its answer comes only once and would be left out: %s with %j',
    async (path, settings, hint) => {
      const made = call('zentitle', ['GET', path], { field: ['productid=1'] }, { settings });
      await expect(made).rejects.toMatchObject({ kind: 'usage', code: 'answer_hidden', hint });
    },
  );

  it.each([
    ['/api/NextLicenseCode', { columns: ['Body'] }],
    ['/api/LicenseCodes', { columns: ['status'] }],
    ['/api/LicenseCodes', { quiet: true }],
  ])('is made otherwise: %s with %j', async (path, settings) => {
    const { operation } = await call('zentitle', ['GET', path], { field: ['productid=1'] }, { settings });
    expect(operation).toMatch(/^zentitle\.codes\./);
  });

  it('gets its typed values from :=', async () => {
    const { input } = await call('zentitle', ['PUT', '/api/Profile'], {
      field: ['profilename=a=b', 'clientsallowed:=5', 'features:=[{"featureCode":"X"}]'],
    });
    expect(input).toEqual({ profilename: 'a=b', clientsallowed: 5, features: [{ featurecode: 'X' }] });
  });

  it('gets its input from a query where the system takes one', async () => {
    const { operation, input } = await call('licensespring', ['GET', '/api/v4/check_license?product=p%20q'], {
      field: ['hardware_id=h'],
    });
    expect(operation).toBe('licensespring.license.check');
    expect(input).toEqual({ product: 'p q', hardware_id: 'h' });
  });

  it('gets the parts of its path', async () => {
    const { operation, input, questions } = await call('parallels', ['POST', '/api/session/7/logoff']);
    expect(operation).toBe('parallels.session.end');
    expect(input).toEqual({ SessionId: '7' });
    expect(questions).toEqual([
      'POST /api/Session/{SessionId}/logoff: Ends the session of another administrator. It takes something away. Go on?',
    ]);
  });

  it('takes secrets from a body, and protects them', async () => {
    const body = '{"email":"someone@parallels.com","password":"pw-77","key":"K"}';
    const { input, secrets } = await call(
      'parallels',
      ['POST', '/api/License/activate'],
      { input: '-' },
      { stdin: body },
    );
    expect(input).toEqual({ email: 'someone@parallels.com', password: 'pw-77', key: 'K' });
    expect(secrets).toEqual(['pw-77']);
  });

  it('asks before it deletes one activation', async () => {
    const field = ['productid=1', 'licensecode=2', 'computerid=3'];
    const { questions } = await call('zentitle', ['DELETE', '/api/LicenseCodeActivity'], { field });
    expect(questions).toEqual([expect.stringContaining('It takes something away. Go on?')]);
  });

  it('asks nothing in a dry run', async () => {
    const field = ['productid=1', 'licensecode=2'];
    const more = { ...THREE, settings: { dryRun: true } };
    expect(
      (await call('zentitle', ['DELETE', '/api/LicenseCodeActivity'], { field }, more)).questions,
    ).toEqual([]);
  });
});

describe('a documented call in disguise', () => {
  it.each([
    '/api//LicenseCodeActivity',
    '/api/LicenseCode%41ctivity',
    '/api/licensecodeactivity%2F',
    '/api%2fLicenseCodeActivity',
    '/api/LicenseCodeActivity%20',
    '/api/LicenseCodeActivity.',
    '/api/LicenseCodeActivity;x=1',
    '/api%5CLicenseCodeActivity',
  ])('%s asks like itself', async (path) => {
    const field = ['productid=1', 'licensecode=2'];
    const { operation, consent, questions } = await call('zentitle', ['PUT', path], { field }, THREE);
    expect(operation).toBe('zentitle.activity.return');
    expect(consent).toEqual({ count: 3 });
    expect(questions).toEqual(['This removes 3 activations of code 2: A, B, C. [3, expected null]']);
  });

  it('leaves the parts of a path as they are', async () => {
    const { input } = await call('parallels', ['POST', '/api/session/7%2F8;x/logoff']);
    expect(input).toEqual({ SessionId: '7/8;x' });
  });
});

describe('a wide call', () => {
  const field = ['productid=1', 'licensecode=2'];

  it('takes the number from --expect', async () => {
    const { consent, questions } = await call(
      'zentitle',
      ['DELETE', '/api/LicenseNote'],
      { field, expect: '3' },
      THREE,
    );
    expect(questions).toEqual(['This removes 3 activations of code 2: A, B, C. [3, expected 3]']);
    expect(consent).toEqual({ count: 3 });
  });

  it.each(['deleteall', 'DeleteAll'])('may be a change of a code, by its notes: %s', async (type) => {
    const notes = `notes:=[{"Type":"${type}"}]`;
    const made = await call('zentitle', ['PUT', '/api/LicenseCode'], { field: [...field, notes] }, THREE);
    expect(made.operation).toBe('zentitle.codes.update');
    expect(made.questions).toEqual(['This removes 3 activations of code 2: A, B, C. [3, expected null]']);
    expect(made.consent).toEqual({ count: 3 });
  });

  it('asks yes or no for one note of a code', async () => {
    const notes = 'notes:=[{"type":"delete","description":"10"}]';
    const { questions } = await call('zentitle', ['PUT', '/api/LicenseCode'], { field: [...field, notes] });
    expect(questions).toEqual([expect.stringContaining('It takes something away. Go on?')]);
  });

  it('is not counted when it would be refused anyway', async () => {
    const made = call('zentitle', ['DELETE', '/api/LicenseNote'], { field: ['productid=1'] }, THREE);
    await expect(made).rejects.toMatchObject({ kind: 'usage', code: 'invalid_input' });
  });

  it('is asked about yes or no when it names one thing', async () => {
    const { consent, questions } = await call('zentitle', ['DELETE', '/api/LicenseNote'], {
      field: [...field, 'noteid=7'],
    });
    expect(consent).toBeUndefined();
    expect(questions).toHaveLength(1);
  });

  it.each([
    ['GET', '/api/Products'],
    ['DELETE', '/api/new'],
  ])('alone has a number to expect: %s %s has not', async (method, path) => {
    await expect(call('zentitle', [method, path], { expect: '1' })).rejects.toMatchObject({
      code: 'conflicting_options',
    });
  });

  it.each([
    '/api/LicenseCodeActivity\u0001',
    '/api/LicenseCodeActivity%01',
    '/api/LicenseCode%2541ctivity',
    '/api/LicenseCode%41ctivity;%FF',
    '/api/%20LicenseCodeActivity%E2%80%8B',
    '/api/LicenseCodeActivity/0',
    '/api/LicenseCodeActivity/index',
    '/api/LicenseCodeActivity%3Fx=1',
    '/api/LicenseCodeActivity%23',
    '/api/LicenseCodeActivity.json',
    '/api/LicenseCodeActivity:80',
    '/api/LicenseCodeActivity&x=1',
    '/x/%252e%252e/api/LicenseCodeActivity',
    '/api/\uff2cicenseCodeActivity',
  ])('is made under its own path alone, not under %j', async (path) => {
    const made = call('zentitle', ['DELETE', path], { field, yes: true }, THREE);
    await expect(made).rejects.toMatchObject({ kind: 'usage', code: 'bad_path' });
  });

  it('has namesakes that are calls of their own', async () => {
    const { raw } = await call('zentitle', ['DELETE', '/api/v2/LicenseCodeActivity'], { field });
    expect(raw).toMatchObject({ path: '/api/v2/LicenseCodeActivity', effect: 'destroy' });
  });

  it.each([
    ['https://licences.test/api', 'DELETE', '/LicenseNote'],
    ['https://licences.test/API/', 'DELETE', '/LicenseNote'],
    ['https://licences.test/api', 'PUT', '/LicenseCode'],
  ])('cannot hide behind a base URL: %s, %s %s', async (baseUrl, method, path) => {
    const made = call('zentitle', [method, path], { input: '-' }, { baseUrl, stdin: '{}' });
    await expect(made).rejects.toMatchObject({ kind: 'usage', code: 'bad_path' });
  });
});

it.each(['/api/v4/activate_offline', '/api/v4/some_call'])(
  'protects what a request file sent to %s holds, though it is Base64',
  async (path) => {
    const file = { request: { username: 'u', password: 'planted-3' }, api_key: 'planted-4' };
    const stdin = Buffer.from(JSON.stringify(file)).toString('base64');
    const { secrets } = await call('licensespring', ['POST', path], { input: '-' }, { stdin });
    expect(secrets).toEqual(['planted-3', 'planted-4']);
  },
);

describe('an undocumented call', () => {
  it('protects what its body calls a credential', async () => {
    const { secrets } = await call(
      'zentitle',
      ['POST', '/api/new'],
      { input: '-' },
      { stdin: '{"user":[{"apiKey":"planted-1"}],"Password":"planted-2","name":"n","token":null}' },
    );
    expect(secrets).toEqual(['planted-1', 'planted-2']);
  });

  it.each([
    [
      'with a body',
      'zentitle',
      ['GET', 'api/v2/LicenseCodes'],
      { field: ['productid=1', 'page:=2'] },
      {
        method: 'GET',
        path: '/api/v2/LicenseCodes',
        effect: 'create',
        body: '{"productid":"1","page":2}',
        contentType: 'application/json',
      },
    ],
    [
      'with a query where the system uses queries',
      'licensespring',
      ['GET', '/api/v4/new_call?a=1'],
      { field: ['b=x y'] },
      { method: 'GET', path: '/api/v4/new_call?a=1&b=x%20y', effect: 'create' },
    ],
    [
      'without anything',
      'babel',
      ['PATCH', '/v1/x'],
      {},
      { method: 'PATCH', path: '/v1/x', effect: 'create' },
    ],
    [
      'that deletes',
      'babel',
      ['DELETE', '/v1/x/7'],
      {},
      { method: 'DELETE', path: '/v1/x/7', effect: 'destroy' },
    ],
  ] as const)('%s', async (_, provider, args, options, raw) => {
    expect((await call(provider, args, options)).raw).toEqual(raw);
  });

  it('asks before it deletes', async () => {
    expect((await call('babel', ['DELETE', '/v1/x/7'])).questions).toEqual([
      'DELETE /v1/x/7 is not a documented call. It takes something away. Go on?',
    ]);
  });

  it('sends a body as it is', async () => {
    const json = await call('babel', ['POST', '/v1/x'], { input: '-' }, { stdin: '{ "a": 1 }\n' });
    expect(json.raw).toMatchObject({ body: '{ "a": 1 }', contentType: 'application/json' });
    const text = await call('babel', ['POST', '/v1/x'], { input: '-' }, { stdin: 'QUJD' });
    expect(text.raw).toMatchObject({ body: 'QUJD', contentType: 'text/plain' });
  });
});

describe('the answer', () => {
  const read = (body: string, value: unknown) =>
    call('parallels', ['GET', '/api/License'], {}, { answer: { body, value } });

  it('is a record for programs, laid out for people, and kept as received', async () => {
    const { record } = await read('{"a":[1]}', { a: [1] });
    expect(record).toEqual({
      kind: 'record',
      record: { status: 200, body: { a: [1] } },
      id: 'status',
      raw: '{"a":[1]}',
      document: '{\n  "a": [\n    1\n  ]\n}',
    });
  });

  it('is shown as it came where laying it out would change a code', async () => {
    const body = '{"licenseCode":206454320110930859}';
    expect((await read(body, JSON.parse(body))).record.document).toBe(body);
  });

  it('may be empty', async () => {
    const { record } = await read('', undefined);
    expect(record).toEqual({ kind: 'record', record: { status: 200, body: null }, id: 'status', raw: '' });
  });
});

describe('what is refused before anything is sent', () => {
  it.each([
    ['another method', ['HEAD', '/x'], {}, "METHOD is one of GET, POST, PUT, DELETE, PATCH, not 'HEAD'."],
    ['an address', ['GET', 'https://evil.test/api'], {}, 'PATH stands behind the base URL'],
    ['an address without scheme', ['GET', '//evil.test/api'], {}, 'PATH stands behind the base URL'],
    ['a path that climbs', ['GET', '/api/../admin'], {}, 'PATH must not have parts that are only dots.'],
    ['a path that climbs in disguise', ['GET', '/api/%2E%2e/admin'], {}, 'PATH must not have parts'],
    [
      'a path that climbs behind a coded slash',
      ['GET', '/api/x%2f..%2fadmin'],
      {},
      'PATH must not have parts',
    ],
    ['a path that climbs behind a coded backslash', ['GET', '/api/x%5c..;a'], {}, 'PATH must not have parts'],
    [
      'a secret of an undocumented call',
      ['POST', '/api/new'],
      { field: ['PassWord=planted'] },
      "'PassWord' is a secret, and the command line shows in the process list.",
    ],
    [
      'a secret within a typed value of an undocumented call',
      ['POST', '/api/new'],
      { field: ['users:=[{"name":"n","password":"planted"}]'] },
      "'password' is a secret, and the command line shows in the process list.",
    ],
    [
      'a secret in the query of an undocumented call',
      ['POST', '/api/new?api_key=planted'],
      {},
      "'api_key' is a secret, and the command line shows in the process list.",
    ],
    [
      'a field that nests beyond reason',
      ['POST', '/api/new'],
      { field: [`x:=${'['.repeat(5000)}${']'.repeat(5000)}`] },
      '-f x:= nests deeper than 200 levels.',
    ],
    [
      'a field without value',
      ['GET', '/api/LicenseCode'],
      { field: ['x'] },
      "-f takes NAME=VALUE or NAME:=JSON, not 'x'.",
    ],
    ['a field twice', ['GET', '/api/LicenseCode'], { field: ['x=1', 'x=2'] }, "-f names 'x' twice."],
    ['a field that is no JSON', ['GET', '/api/LicenseCode'], { field: ['x:=y'] }, '-f x:= is not JSON.'],
    [
      'a field that the call lacks',
      ['GET', '/api/LicenseCode'],
      { field: ['x=1'] },
      "-f: there is no 'x' in this call.",
    ],
    [
      'a query where a body is wanted',
      ['GET', '/api/LicenseCode?licensecode=1'],
      {},
      'takes its input as a body',
    ],
    [
      'fields beside a body',
      ['GET', '/api/LicenseCode'],
      { field: ['x=1'], input: '-' },
      '--field and --input exclude each other.',
    ],
  ] as const)('%s', async (_, args, options, message) => {
    const fake = fakeContext();
    await expect(api.run(fake.context, parsedFor(api, args, options))).rejects.toThrow(message);
    expect(fake.sent).toEqual([]);
  });

  it('a secret as a field', async () => {
    const run = call('parallels', ['POST', '/api/License/activate'], { field: ['email=a', 'Password=pw'] });
    await expect(run).rejects.toMatchObject({ code: 'secret_on_command_line' });
    await expect(run).rejects.not.toThrow('pw');
  });
});

it('keeps the path as typed, but for the slash', () => {
  expect(parseTarget('get', 'api/X?a=1&b=2?3')).toEqual({
    method: 'GET',
    path: '/api/X',
    query: new URLSearchParams('a=1&b=2?3'),
  });
});
