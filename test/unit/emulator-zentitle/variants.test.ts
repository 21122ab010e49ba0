import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defaultSettings, settingsSchema } from '../../../src/emulator/settings.js';
import { createdAnswer, doneAnswer, spellNames } from '../../../src/emulator/zentitle/answer.js';
import { firstOf, HEADERS, startService } from './service.js';

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
