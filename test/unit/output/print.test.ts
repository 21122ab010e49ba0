import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { UsageError } from '../../../src/errors.js';
import { print } from '../../../src/output/print.js';
import type { ListResult, RecordResult } from '../../../src/output/result.js';
import { IDLE_FLUSH_MS } from '../../../src/output/writer.js';
import { printing } from './collect.js';

const LIST: ListResult = {
  kind: 'list',
  id: 'code',
  columns: [
    { key: 'code', header: 'Code' },
    { key: 'company', header: 'Company' },
    { key: 'used', header: 'Used', format: 'number' },
    { key: 'enabled', header: 'Enabled', format: 'boolean' },
    { key: 'created', header: 'Created', hidden: true },
  ],
  rows: [
    { code: '206454320110930859', company: 'A\u001b[31m\tB', used: 3, enabled: true, created: '2024-01-01' },
    { code: '286502700212974761', company: null, used: 12, enabled: false, created: null },
  ],
  meta: () => ({ more: true }),
  empty: 'There are no codes.',
};

const RECORD: RecordResult = {
  kind: 'record',
  id: 'key',
  record: {
    key: 'AAAA-1111',
    activationsUsed: 2,
    valid: true,
    expiresAt: null,
    features: [
      { code: 'F1', enabled: true, limit: 5 },
      { code: 'F2', enabled: false, limit: null },
    ],
  },
  meta: { skewMs: 0 },
  message: 'Activated on HWID-1 (2 of 5 used).',
};

describe('a list', () => {
  it('is tab-separated without header in a pipe', async () => {
    const { stdout, options } = printing();
    await print(LIST, options);
    expect(stdout.text).toBe(
      '206454320110930859\tA\\u{1b}[31m\\tB\t3\ttrue\n286502700212974761\t\t12\tfalse\n',
    );
  });

  it('is a table on a terminal, numbers to the right, unknown as a dash', async () => {
    const { stdout, options } = printing({ terminal: true, width: 80 });
    await print(LIST, options);
    expect(stdout.text).toBe(
      [
        'Code                Company         Used  Enabled',
        '206454320110930859  A\\u{1b}[31m\\tB     3  yes',
        '286502700212974761  -                 12  no',
        '',
      ].join('\n'),
    );
  });

  it('colours nothing but the header, and that only when told to', async () => {
    const { stdout, options } = printing({ terminal: true, width: 80, color: true });
    await print(LIST, options);
    const [header = '', ...rest] = stdout.text.split('\n');
    expect(header).toContain('\u001b[1mCode');
    expect(rest.join('\n')).not.toContain('\u001b');
  });

  it('has no colour and no trimming as a table in a pipe', async () => {
    const { stdout, options } = printing({ format: 'table' });
    await print({ ...LIST, rows: [{ code: 'x'.repeat(200), company: 'y'.repeat(200) }] }, options);
    expect(stdout.text).toContain('y'.repeat(200));
    expect(stdout.text).not.toContain('…');
  });

  it('fits 80 columns: trims text, leaves out columns from the right, keeps the id whole', async () => {
    const { stdout, said, options } = printing({ terminal: true, width: 80 });
    const columns = ['id', 'one', 'two', 'three', 'four'].map((key) => ({ key, header: key.repeat(5) }));
    const text = 'words and words and words';
    const row = { id: '1'.repeat(40), one: text, two: text, three: text, four: text };
    await print({ kind: 'list', id: 'id', columns, rows: [row] }, options);
    for (const line of stdout.text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(stdout.text).toContain('1'.repeat(40));
    expect(stdout.text).toContain('…');
    expect(said).toEqual([
      'Hidden to fit the terminal: three, four. Choose with --columns, or use --output json.',
    ]);
  });

  it('says nothing of empty columns that it leaves out, and cuts nothing for them', async () => {
    const { stdout, said, options } = printing({ terminal: true, width: 40 });
    const columns = ['id', 'key', 'user', 'ends'].map((key) => ({ key, header: key }));
    const rows = ['1', '2'].map((id) => ({ id: id.repeat(10), key: 'k'.repeat(26), user: null, ends: null }));
    await print({ kind: 'list', id: 'id', columns, rows }, options);
    expect(stdout.text).toContain(`${'1'.repeat(10)}  ${'k'.repeat(26)}\n`);
    expect(stdout.text).not.toMatch(/user|ends|…/);
    expect(said).toEqual([]);
  });

  it('leaves a column of ids out rather than cutting them', async () => {
    const { stdout, options } = printing({ terminal: true, width: 40 });
    const columns = ['code', 'product', 'name'].map((key) => ({ key, header: key }));
    const row = { code: 'C'.repeat(20), product: '6453300110', name: 'some long name' };
    await print({ kind: 'list', id: 'code', columns, rows: [row] }, options);
    expect(stdout.text.split('\n')[1]).toBe(`${'C'.repeat(20)}  6453300110`);
  });

  it('keeps the widths of its first 200 rows', async () => {
    const { stdout, options } = printing({ format: 'table' });
    const rows = Array.from({ length: 450 }, (_, index) => ({ code: `c${index}`, company: 'n' }));
    await print({ ...LIST, rows, columns: LIST.columns.slice(0, 2) }, options);
    const lines = stdout.text.trimEnd().split('\n');
    expect(lines).toHaveLength(451);
    expect(new Set(lines.map((line) => line.slice(4, 6))).size).toBeLessThanOrEqual(2);
    expect(lines[450]).toBe('c449  n');
  });

  it('is one JSON document with count and meta', async () => {
    const { stdout, options } = printing({ format: 'json' });
    await print(LIST, options);
    expect(JSON.parse(stdout.text)).toEqual({
      schemaVersion: 1,
      data: LIST.rows,
      meta: { count: 2, more: true },
    });
    expect(stdout.text).not.toContain('\u001b');
    expect(stdout.text.split('\n')).toHaveLength(5);
  });

  it('is one JSON document when empty, too, and says nothing in a pipe', async () => {
    const { stdout, said, options } = printing({ format: 'json' });
    await print({ ...LIST, rows: [] }, options);
    expect(JSON.parse(stdout.text)).toEqual({ schemaVersion: 1, data: [], meta: { count: 0, more: true } });
    expect(said).toEqual([]);
  });

  it('says on a terminal that there is nothing', async () => {
    const { stdout, said, options } = printing({ terminal: true, width: 80 });
    await print({ ...LIST, rows: [] }, options);
    expect(stdout.text).toBe('');
    expect(said).toEqual(['There are no codes.']);
  });

  it('is bare records as NDJSON, with chosen keys', async () => {
    const { stdout, options } = printing({ format: 'ndjson', columns: ['USED', 'created'] });
    await print(LIST, options);
    expect(stdout.text).toBe('{"used":3,"created":"2024-01-01"}\n{"used":12,"created":null}\n');
  });

  it('prints ids alone under -q', async () => {
    const { stdout, options } = printing({ quiet: true });
    await print({ ...LIST, rows: [{ code: '1' }, { code: null }, { code: '2\n3' }] }, options);
    expect(stdout.text).toBe('1\n2\\n3\n');
  });

  it.each([
    [['F1', 'F2\n3', null], 'F1\nF2\\n3\n'],
    [[], ''],
  ])('prints several ids of a record, %j, one a line', async (features, text) => {
    const { stdout, options } = printing({ quiet: true });
    await print({ kind: 'record', id: 'features', record: { features } }, options);
    expect(stdout.text).toBe(text);
  });

  it.each([
    ['2019-06-06T09:33:58.123', '2019-06-06T09:33:58'],
    ['2019-06-06T09:33:58.1Z', '2019-06-06T09:33:58Z'],
    ['2019-06-06T09:33:58.1234567+02:00', '2019-06-06T09:33:58+02:00'],
    ['2019-06-06T09:33:58', '2019-06-06T09:33:58'],
    ['2019-06-06', '2019-06-06'],
    ['soon, at 10.30', 'soon, at 10.30'],
    [null, '-'],
  ])('shows the date %j without fractions in a table, and as it is elsewhere', async (ends, cell) => {
    const columns = [
      { key: 'ends', header: 'Ends', format: 'date' },
      { key: 'text', header: 'Text' },
    ] as const;
    const list = { ...LIST, columns, rows: [{ ends, text: '2019-06-06T09:33:58.123' }] };
    const { meta: _, ...bare } = list;
    const table = printing({ format: 'table' });
    await print(bare, table.options);
    const line = table.stdout.text.split('\n')[1];
    expect(line?.split(/ {2,}/)).toEqual([cell, '2019-06-06T09:33:58.123']);
    const tsv = printing({ format: 'tsv' });
    await print(bare, tsv.options);
    expect(tsv.stdout.text).toBe(`${ends ?? ''}\t2019-06-06T09:33:58.123\n`);
  });

  it('refuses an unknown column before it asks for a row', async () => {
    const { stdout, options } = printing({ columns: ['code', 'constructor'] });
    const rows = {
      [Symbol.iterator]: (): Iterator<never> => {
        throw new Error('a row was asked for');
      },
    };
    await expect(print({ ...LIST, rows }, options)).rejects.toMatchObject({
      name: 'UsageError',
      code: 'unknown_column',
      hint: 'Columns: code, company, used, enabled, created.',
    });
    expect(stdout.text).toBe('');
  });

  it.each([
    ['json', ''],
    ['ndjson', '{"code":"1"}\n'],
  ] as const)('leaves behind what %s may when rows fail midway', async (format, expected) => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { stdout, options } = printing({ format });
    async function* rows() {
      yield { code: '1' };
      await vi.advanceTimersByTimeAsync(IDLE_FLUSH_MS);
      throw new UsageError('no more', { code: 'x' });
    }
    await expect(print({ ...LIST, rows: rows() }, options)).rejects.toThrow('no more');
    expect(stdout.text).toBe(expected);
  });

  it('ends between two rows when it is interrupted, and lets the rows clean up', async () => {
    const controller = new AbortController();
    let cleaned = false;
    async function* rows() {
      try {
        yield { code: '1' };
        controller.abort(new Error('stop'));
        yield { code: '2' };
        yield { code: '3' };
      } finally {
        cleaned = true;
      }
    }
    const { options } = printing({ format: 'ndjson', signal: controller.signal });
    await expect(print({ ...LIST, rows: rows() }, options)).rejects.toThrow('stop');
    expect(cleaned).toBe(true);
  });

  it('takes secrets out of every format', async () => {
    for (const format of ['table', 'tsv', 'json', 'ndjson', 'csv'] as const) {
      const { stdout, options } = printing({ format });
      await print({ ...LIST, rows: [{ code: 'hunter2', company: 'x hunter2 y' }] }, options);
      expect(stdout.text).toContain('[secret]');
      expect(stdout.text).not.toContain('hunter2');
    }
  });

  it.each(['json', 'ndjson'] as const)('stays %s when a number is a secret', async (format) => {
    const redact = (text: string): string => text.replaceAll('1234', '[secret]');
    const row = { code: '1234', used: 1234 };
    for (const result of [
      { ...LIST, rows: [row] },
      { ...RECORD, record: row },
    ]) {
      const { stdout, options } = printing({ format, redact });
      await print(result, options);
      const printed = JSON.parse(stdout.text) as { data?: unknown };
      expect([printed.data ?? printed].flat()).toEqual([{ code: '[secret]', used: '[secret]' }]);
    }
  });

  it('prints bodies as received, a page a line', async () => {
    const { stdout, options } = printing({ raw: true });
    await print({ ...LIST, raw: () => ['[{"Code":1}]', '[]'] }, options);
    expect(stdout.text).toBe('[{"Code":1}]\n[]');
  });
});

describe('a record', () => {
  it('is key and value lines in a pipe, and its message goes elsewhere', async () => {
    const { stdout, said, options } = printing();
    await print(RECORD, options);
    expect(stdout.text).toBe(
      'key\tAAAA-1111\nactivationsUsed\t2\nvalid\ttrue\nexpiresAt\t\nfeatures\tF1 enabled=true limit=5; F2 enabled=false\n',
    );
    expect(said).toEqual(['Activated on HWID-1 (2 of 5 used).']);
  });

  it('is a readable table on a terminal, a list entry a line', async () => {
    const { stdout, options } = printing({ terminal: true, width: 80 });
    await print(RECORD, options);
    expect(stdout.text).toBe(
      [
        'Key               AAAA-1111',
        'Activations used  2',
        'Valid             yes',
        'Features          F1 enabled=yes limit=5',
        '                  F2 enabled=no',
        '',
      ].join('\n'),
    );
  });

  it('breaks a long entry of a list between its members, and no text', async () => {
    const users = [
      { name: 'ada', email: 'ada@nordlicht.example', note: 'a b c d e f g h i j k' },
      { name: 'bo' },
    ];
    const { stdout, options } = printing({ terminal: true, width: 30 });
    await print(
      { kind: 'record', id: 'id', record: { id: 'A text that is wider than this', users } },
      options,
    );
    expect(stdout.text).toBe(
      [
        'ID     A text that is wider than this',
        'Users  ada',
        '         email=ada@nordlicht.example',
        '         note=a b c d e f g h i j k',
        '       bo',
        '',
      ].join('\n'),
    );
  });

  it('is one JSON document with meta', async () => {
    const { stdout, options } = printing({ format: 'json', columns: ['key'] });
    await print(RECORD, options);
    expect(stdout.text).toBe('{"schemaVersion":1,"data":{"key":"AAAA-1111"},"meta":{"skewMs":0}}\n');
  });

  describe('with a date as the server wrote it', () => {
    const dates = { expiresAt: '2021-02-21', expiresAtRaw: '21/02/2021', endsAt: null, endsAtRaw: 'soon' };
    const result: RecordResult = { kind: 'record', id: 'key', record: dates };

    it('shows it to a person only where it could not be understood', async () => {
      const { stdout, options } = printing({ format: 'table' });
      await print(result, options);
      expect(stdout.text).toBe('Expires at   2021-02-21\nEnds at raw  soon\n');
    });

    it('shows it to a person who names it, and to programs', async () => {
      const named = printing({ format: 'table', columns: ['expiresAtRaw'] });
      await print(result, named.options);
      expect(named.stdout.text).toBe('Expires at raw  21/02/2021\n');
      const json = printing({ format: 'json' });
      await print(result, json.options);
      expect(JSON.parse(json.stdout.text)).toMatchObject({ data: dates });
    });
  });

  it.each([
    ['table', 'Key    AAAA-1111\nKee    -\nValid  yes\n'],
    ['tsv', 'key\tAAAA-1111\nkee\t\nvalid\ttrue\n'],
    ['csv', 'key,kee,valid\r\nAAAA-1111,,true\r\n'],
    ['ndjson', '{"key":"AAAA-1111","kee":null,"valid":true}\n'],
    ['json', '{"schemaVersion":1,"data":{"key":"AAAA-1111","kee":null,"valid":true},"meta":{"skewMs":0}}\n'],
  ] as const)(
    'prints the rest as %s when a column does not exist, and only then complains',
    async (format, text) => {
      const { stdout, options } = printing({ format, columns: ['KEY', 'kee', 'valid'] });
      await expect(print(RECORD, options)).rejects.toMatchObject({
        name: 'UnknownColumnError',
        kind: 'partial',
        code: 'unknown_column',
        message: "There is no column 'kee'.",
      });
      expect(stdout.text).toBe(text);
    },
  );

  it.each(['constructor', '__proto__', 'toString'])('finds no column %s in a record', async (name) => {
    const { stdout, options } = printing({ format: 'tsv', columns: [name] });
    await expect(print(RECORD, options)).rejects.toMatchObject({ code: 'unknown_column' });
    expect(stdout.text).toBe(`${name}\t\n`);
  });

  it('keeps the order of columns, also of those whose names are numbers', async () => {
    const { stdout, options } = printing({ format: 'tsv', columns: ['2', '1', '2'] });
    await print({ kind: 'record', id: '1', record: { 1: 'a', 2: 'b' } }, options);
    expect(stdout.text).toBe('2\tb\n1\ta\n2\tb\n');
  });

  it('prints the id alone and says nothing under -q', async () => {
    const { stdout, said, options } = printing({ quiet: true });
    await print(RECORD, options);
    expect(stdout.text).toBe('AAAA-1111\n');
    expect(said).toEqual([]);
  });

  it('lets a document stand alone, unchanged in a pipe and harmless on a terminal', async () => {
    const result: RecordResult = { ...RECORD, document: 'CERT\r\n\u001b[2J' };
    const pipe = printing();
    await print(result, pipe.options);
    expect(pipe.stdout.text).toBe('CERT\r\n\u001b[2J\n');
    const terminal = printing({ terminal: true, width: 80 });
    await print(result, terminal.options);
    expect(terminal.stdout.text).toBe('CERT\\r\n\\u{1b}[2J\n');
    const json = printing({ format: 'json' });
    await print(result, json.options);
    expect(JSON.parse(json.stdout.text).data.key).toBe('AAAA-1111');
  });

  it('prints its body byte for byte in a pipe', async () => {
    const { stdout, options } = printing({ raw: true });
    await print({ ...RECORD, raw: '{"a":\r\n1}' }, options);
    expect(stdout.text).toBe('{"a":\r\n1}');
  });

  it('shows the record and says why when there is no body', async () => {
    const { stdout, said, options } = printing({ raw: true });
    await print({ ...RECORD, message: 'Done.' }, options);
    expect(stdout.text).toContain('AAAA-1111');
    expect(said).toEqual(['This command has no server answer to show with --raw.', 'Done.']);
  });
});
