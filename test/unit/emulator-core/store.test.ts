import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../../src/emulator/open-store.js';
import type { SqlValue } from '../../../src/emulator/store.js';
import { temporaryFolders } from '../../support/temp-folder.js';

const folder = temporaryFolders();

function memory() {
  const store = openStore(':memory:');
  store.exec('create table t (id integer primary key, text text, number real)');
  return store;
}

describe('values', () => {
  it('come back as they went in, whole numbers as text without a fraction', () => {
    const store = memory();
    const { changes, lastId } = store.run('insert into t values (?, ?, ?)', 7, 12, 1.5);
    expect([changes, lastId]).toEqual([1, 7]);
    store.run('insert into t (text) values (?)', null);
    expect(store.all('select * from t')).toEqual([
      { id: 7, text: '12', number: 1.5 },
      { id: 8, text: null, number: null },
    ]);
    expect(store.get('select * from t where id = ?', 7)).toEqual({ id: 7, text: '12', number: 1.5 });
    expect(store.get('select * from t where id = ?', 9)).toBeUndefined();
  });

  it.each([true, undefined, Number.NaN, Number.POSITIVE_INFINITY, {}])(
    'of another kind are refused: %s',
    (value) => {
      expect(() => memory().run('insert into t (text) values (?)', value as SqlValue)).toThrow(TypeError);
    },
  );
});

describe('transactions', () => {
  it('are undone whole, with what joined them', () => {
    const store = memory();
    const work = (): void => {
      store.run('insert into t (id) values (1)');
      store.transaction(() => store.run('insert into t (id) values (2)'));
      throw new Error('no');
    };
    expect(() => store.transaction(work)).toThrow('no');
    expect(store.all('select * from t')).toEqual([]);
    store.transaction(() => store.run('insert into t (id) values (3)'));
    expect(store.all('select id from t')).toEqual([{ id: 3 }]);
  });

  it('are undone alone when a nested one throws and the outer one goes on', () => {
    const store = memory();
    store.transaction(() => {
      store.run('insert into t (id) values (1)');
      expect(() =>
        store.transaction(() => {
          store.run('insert into t (id) values (2)');
          throw new Error('no');
        }),
      ).toThrow('no');
      store.transaction(() => store.run('insert into t (id) values (3)'));
    });
    expect(store.all('select id from t')).toEqual([{ id: 1 }, { id: 3 }]);
  });

  it('tell why they failed, also when the failure has ended them already', () => {
    const store = memory();
    const fails = (): void => {
      store.run('insert into t (id) values (1)');
      // As SQLite does by itself on a full disk.
      store.exec('rollback');
      throw new Error('database or disk is full');
    };
    expect(() => store.transaction(() => store.transaction(fails))).toThrow('database or disk is full');
    store.transaction(() => store.run('insert into t (id) values (2)'));
    expect(store.all('select id from t')).toEqual([{ id: 2 }]);
  });

  it('hold references to account', () => {
    const store = memory();
    store.exec('create table child (parent integer references t (id))');
    expect(() => store.run('insert into child values (5)')).toThrow('FOREIGN KEY');
  });
});

describe('a file', () => {
  it('is refused when any part of it is damaged, not only the first that is read', async () => {
    const file = join(await folder(), 'state.sqlite');
    const store = openStore(file);
    store.exec('create table t (a)');
    for (let row = 0; row < 40; row += 1) store.run('insert into t values (?)', 'x'.repeat(1000));
    store.close();
    const bytes = await readFile(file);
    const page = bytes.subarray(-4096);
    page.forEach((byte, at) => {
      page[at] = byte ^ 0x5a;
    });
    await writeFile(file, bytes);
    expect(() => openStore(file)).toThrow(expect.objectContaining({ code: 'SQLITE_CORRUPT' }));
  });

  it('belongs to one store at a time and keeps its rows', async () => {
    const file = join(await folder(), 'state.sqlite');
    const first = openStore(file);
    first.exec('create table t (a)');
    first.run('insert into t values (1)');
    expect(() => openStore(file)).toThrow(expect.objectContaining({ code: 'SQLITE_BUSY' }));
    first.close();
    const second = openStore(file);
    expect(second.all('select * from t')).toEqual([{ a: 1 }]);
    second.close();
  });
});
