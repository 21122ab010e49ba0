import { describe, expect, it } from 'vitest';
import { babel } from '../../../src/api/babel/provider.js';
import { licensespring } from '../../../src/api/licensespring/provider.js';
import { parallels } from '../../../src/api/parallels/provider.js';
import { providerInfo } from '../../../src/api/providers.js';

describe.each([licensespring, babel, parallels])('the table of $id', ({ id, operations, rows }) => {
  it('has a row of its own for each promised capability', () => {
    expect(Object.keys(rows).sort()).toEqual([...providerInfo(id).capabilities].sort());
    for (const row of Object.values(rows)) expect(operations).toContain(row);
  });

  it('names each call once', () => {
    const ids = operations.map((row) => row.id);
    const calls = operations.map((row) => `${row.method} ${row.path}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(calls).size).toBe(calls.length);
    for (const row of operations)
      expect(row).toMatchObject({ provider: id, id: expect.stringMatching(`^${id}\\.`) });
  });

  it('speaks in rules only of fields that it has, and of each field once', () => {
    for (const row of operations) {
      const names = row.input.map((field) => field.name);
      expect(new Set(names).size, row.id).toBe(names.length);
      for (const rule of row.rules ?? []) {
        const used = 'fields' in rule ? rule.fields : [rule.kind === 'each' ? rule.list : rule.field];
        expect(names, row.id).toEqual(expect.arrayContaining([...used]));
      }
    }
  });

  it('has an input for each part of a path', () => {
    for (const row of operations) {
      const parts = [...row.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const required = row.input.filter((field) => field.required === true).map((field) => field.name);
      expect(required, row.id).toEqual(expect.arrayContaining(parts));
    }
  });

  it('marks every password and token as a secret', () => {
    for (const row of operations) {
      for (const field of row.input) {
        const secret =
          /password|token$/i.test(field.name) || (id === 'licensespring' && field.name === 'code');
        if (secret) expect(field.secret, `${row.id} ${field.name}`).toBe(true);
      }
    }
  });
});

describe('effects that the method does not tell', () => {
  it.each([
    ['licensespring.license.check', 'write'],
    ['licensespring.license.activate', 'write'],
    ['licensespring.license.deactivate', 'destroy'],
    ['licensespring.trial.create', 'create'],
    ['licensespring.consumption.add', 'consume'],
    ['babel.license.activate', 'create'],
    ['babel.license.request', 'create'],
    ['babel.license.release', 'write'],
    ['babel.license.heartbeat', 'write'],
    ['babel.license.validate', 'read'],
    ['babel.license.info', 'read'],
    ['parallels.session.logon', 'read'],
    ['parallels.license.activate', 'create'],
    ['parallels.license.deactivate', 'destroy'],
  ])('%s is %s', (id, effect) => {
    const rows = [licensespring, babel, parallels].flatMap(({ operations }) => operations);
    expect(rows.find((row) => row.id === id)?.effect).toBe(effect);
  });
});
