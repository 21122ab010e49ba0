import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { print } from '../../../src/output/print.js';
import { createSpool, SPOOL_MEMORY_BYTES } from '../../../src/output/spool.js';
import { createWriter, OutputClosedError } from '../../../src/output/writer.js';
import { Closing, Collector, printing } from './collect.js';

const same = (text: string): string => text;

describe('writer', () => {
  it('sends batches of whole writes, in order', async () => {
    const stream = new Collector();
    const batches: string[] = [];
    const writer = createWriter(stream, {
      transform: (text) => {
        batches.push(text);
        return text;
      },
    });
    const line = `${'x'.repeat(99)}\n`;
    for (let index = 0; index < 2000; index += 1) await writer.write(line);
    await writer.flush();
    expect(stream.text).toBe(line.repeat(2000));
    expect(stream.writes).toBeLessThan(6);
    for (const batch of batches) expect(batch.endsWith('\n')).toBe(true);
  });

  it('sends a lone line without being asked', async () => {
    const stream = new Collector();
    const sent = new Promise<void>((resolve) => {
      createWriter(stream, { transform: same, beforeWrite: resolve }).write('beat\n');
    });
    await sent;
    await new Promise((resolve) => setImmediate(resolve));
    expect(stream.text).toBe('beat\n');
  });

  it('tells that the reader has gone, and that a disk is full', async () => {
    const gone = createWriter(new Closing(0), { transform: same });
    gone.write('x');
    await expect(gone.flush()).rejects.toBeInstanceOf(OutputClosedError);
    const full = createWriter(new Closing(0, 'ENOSPC'), { transform: same });
    full.write('x');
    await expect(full.flush()).rejects.toMatchObject({ kind: 'partial', code: 'output_failed' });
  });

  it('stops asking for rows when the reader has gone', async () => {
    let produced = 0;
    let cleaned = false;
    async function* rows() {
      try {
        for (;;) {
          produced += 1;
          yield { code: 'x'.repeat(1000) };
        }
      } finally {
        cleaned = true;
      }
    }
    const { options } = printing({ format: 'ndjson', stdout: new Closing(2) });
    const list = {
      kind: 'list' as const,
      id: 'code',
      columns: [{ key: 'code', header: 'Code' }],
      rows: rows(),
    };
    await expect(print(list, options)).rejects.toBeInstanceOf(OutputClosedError);
    expect(produced).toBeLessThan(500);
    expect(cleaned).toBe(true);
  });
});

describe('spool', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'spool-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each([10, SPOOL_MEMORY_BYTES - 1, SPOOL_MEMORY_BYTES + 1, 5 * SPOOL_MEMORY_BYTES])(
    'gives back %d bytes as they were, and no file has a name',
    async (size) => {
      const stream = new Collector();
      const writer = createWriter(stream, { transform: same });
      const spool = createSpool(same, folder);
      const piece = '0123456789ü\n';
      const count = Math.ceil(size / Buffer.byteLength(piece));
      for (let index = 0; index < count; index += 1) spool.write(piece);
      expect(readdirSync(folder)).toEqual([]);
      expect(stream.text).toBe('');
      await spool.copyTo(writer);
      spool.discard();
      expect(stream.text === piece.repeat(count)).toBe(true);
    },
  );

  it('is used for JSON: 3 MB in a pipe arrive whole', async () => {
    const { stdout, options } = printing({ format: 'json' });
    const rows = Array.from({ length: 30_000 }, (_, index) => ({ code: String(index).padStart(90, '0') }));
    await print({ kind: 'list', id: 'code', columns: [{ key: 'code', header: 'Code' }], rows }, options);
    expect(JSON.parse(stdout.text).data).toEqual(rows);
  });
});
