import { readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { startEmulator } from '../../../src/emulator/server.js';
import { defaultSettings, settingsSchema } from '../../../src/emulator/settings.js';
import { createdAnswer, doneAnswer, spellNames } from '../../../src/emulator/zentitle/answer.js';
import { zentitleSystem } from '../../../src/emulator/zentitle/system.js';
import { exampleInput, firstOf, HEADERS, startService } from './service.js';

const CODE = { productid: '6872450105', licensecode: '206454320110930859' };

describe('the settings', () => {
  test('are all in the documentation, with each of their named values, the default first', () => {
    const lines = readFileSync(new URL('../../../docs/emulator.md', import.meta.url), 'utf8').split('\n');
    const defaults = Object.entries(defaultSettings());
    expect(defaults.map(([name]) => name).sort()).toEqual(Object.keys(settingsSchema.shape).sort());
    for (const [name, value] of defaults) {
      const [, , values = ''] = lines.find((line) => line.startsWith(`| \`${name}\` |`))?.split('|') ?? [];
      const listed = values.split(',').map((one) => one.replaceAll('`', '').trim());
      const allowed = Object.entries(settingsSchema.shape).find(([known]) => known === name)?.[1];
      expect([name, listed]).toEqual([
        name,
        allowed instanceof z.ZodEnum ? allowed.options : expect.arrayContaining([String(value)]),
      ]);
      expect([name, listed[0]]).toEqual([name, String(value)]);
    }
  });

  test.each([
    ['zentitleCreated', ['sentence', 'id', 'record']],
    ['zentitleDone', ['sentence', 'ok', 'empty']],
    ['zentitleNextCodes', ['text', 'list', 'records']],
    ['zentitleNames', ['documented', 'lower', 'upper']],
  ])('%s takes its variants and nothing else', (name, values) => {
    for (const value of values)
      expect(settingsSchema.partial().parse({ [name]: value })).toEqual({ [name]: value });
    for (const wrong of ['', 'Sentence', 1, null]) {
      expect(settingsSchema.partial().safeParse({ [name]: wrong }).success).toBe(false);
    }
  });
});

describe('an answer that is not documented', () => {
  const settings = defaultSettings();

  test.each([
    ['sentence', '"Made"'],
    ['id', '12'],
    ['record', '{"groupID":12}'],
  ] as const)('of a creator, as %s', (zentitleCreated, json) => {
    expect(createdAnswer('Made', 12, { groupID: 12 }, { ...settings, zentitleCreated })).toEqual({ json });
  });

  test.each([
    ['sentence', '"Done"'],
    ['ok', '"OK"'],
    ['empty', ''],
  ] as const)('of another call, as %s', (zentitleDone, json) => {
    expect(doneAnswer('Done', { ...settings, zentitleDone })).toEqual({ json });
  });
});

describe('member names', () => {
  test('change at every depth, and values do not', () => {
    const json =
      '[{"licenseCode":"A","info":{"productID":"{\\"firstName\\":\\"Eva\\"}","none":null}},"X",1.5]';
    expect(spellNames({ json }, 'documented')).toBe(json);
    expect(JSON.parse(spellNames({ json }, 'lower'))).toEqual([
      { licensecode: 'A', info: { productid: '{"firstName":"Eva"}', none: null } },
      'X',
      1.5,
    ]);
    expect(JSON.parse(spellNames({ json }, 'upper'))).toEqual([
      { LICENSECODE: 'A', INFO: { PRODUCTID: '{"firstName":"Eva"}', NONE: null } },
      'X',
      1.5,
    ]);
    expect(spellNames({ json: '' }, 'lower')).toBe('');
  });

  test.each([
    ['lower', 'licensecode'],
    ['upper', 'LICENSECODE'],
  ] as const)('are %s in records and in lists made by the database', (names, wanted) => {
    const service = startService();
    service.settings.zentitleNames = names;
    expect(firstOf(service.ok('GET LicenseCode', CODE))[wanted]).toBe(CODE.licensecode);
    expect(firstOf(service.ok('GET LicenseCodes', { pagenumber: 1, pagesize: 3 }))).toHaveProperty(wanted);
    expect(service.raw('GET LicenseCode', HEADERS, JSON.stringify(CODE)).body).not.toContain('licenseCode');
  });
});

/** Creators, with what a GET needs to show the new record, and the record's id there. */
const CREATORS = [
  [
    'POST Company',
    'companyID',
    (id: number) => ['GET Company', { companyid: id }, 'company', 'SuperStyle LLC'],
  ],
  ['POST Group', 'groupID', (id: number) => ['GET Group', { groupid: id }, 'groupName', 'NewGroup17']],
  [
    'POST GroupUser',
    'groupUserID',
    (id: number) => ['GET GroupUser', { groupuserid: id }, 'userName', 'testuser31'],
  ],
  [
    'POST GroupUserLicense',
    'groupID',
    (id: number) => ['GET Group', { groupid: id }, 'groupName', 'NewGroup1'],
  ],
] as const;

describe('creators', () => {
  test.each(CREATORS)('%s tells the new id where the setting says so', (name, member, show) => {
    for (const variant of ['id', 'record'] as const) {
      const service = startService();
      service.settings.zentitleCreated = variant;
      const made = service.ok(name, exampleInput(name));
      const id = variant === 'id' ? made : (made as Record<string, unknown>)[member];
      const [get, input, field, wanted] = show(Number(id)) as [string, object, string, string];
      expect(service.ok(get, input)).toMatchObject({ [field]: wanted });
    }
  });

  test('a new note, too', () => {
    const service = startService();
    service.settings.zentitleCreated = 'record';
    expect(service.ok('POST LicenseNote', exampleInput('POST LicenseNote'))).toEqual({ noteID: 102_512 });
  });
});

describe('other calls without a documented answer', () => {
  const NAMES = [
    'PUT Company',
    'DELETE Company',
    'PUT Group',
    'DELETE Group',
    'PUT GroupUser',
    'DELETE GroupUser',
    'PUT GroupUserPassword',
    'GET AuthenticateUser',
    'POST GroupLicenseCode',
    'DELETE GroupLicenseCode',
    'POST ConsumerData',
    'PUT LicenseNote',
    'DELETE LicenseNote',
  ];

  test.each(NAMES)('%s answers OK or without a body where the setting says so', (name) => {
    const body = JSON.stringify(exampleInput(name));
    for (const [variant, wanted] of [
      ['ok', '"OK"'],
      ['empty', ''],
    ] as const) {
      const service = startService();
      service.settings.zentitleDone = variant;
      expect(service.raw(name, HEADERS, body)).toMatchObject({ status: 200, body: wanted });
      expect(service.refused(name, {})).toMatch(/Missing mandatory field|Please supply/);
    }
  });
});

test('a setting is changed on the control path, for the next answer', async () => {
  const emulator = await startEmulator({ systems: [zentitleSystem], seed: 'test' });
  onTestFinished(() => emulator.stop());
  const send = async (path: string, method: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${emulator.url}${path}`, {
      method,
      headers: { ...HEADERS, 'x-licensectl-emulator': '1' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return response.json();
  };
  const settings = { zentitleCreated: 'record', zentitleNames: 'lower', zentitleDone: 'ok' };
  expect(await send('/_emulator/settings', 'PATCH', settings)).toMatchObject(settings);
  const group = await send('/zentitle/api/Group', 'POST', { groupname: 'Over HTTP', type: 'master' });
  expect(group).toEqual({ groupid: 13 });
  expect(await send('/zentitle/api/Group', 'PUT', { groupid: 13, description: 'x' })).toBe('OK');
  expect(await send('/_emulator/settings', 'PATCH', { zentitleDone: 'yes' })).toHaveProperty('error');
});
