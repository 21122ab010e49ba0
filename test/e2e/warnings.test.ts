/** What a program must learn beside the data: in the document, in the envelope, or on standard error alone. */
import type { ChildProcess } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Lab, openLab } from './lab.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());
beforeEach(() => lab.reset());

interface Document {
  readonly data?: unknown;
  readonly meta?: { readonly warnings?: readonly Warning[] };
  readonly error?: { readonly code: string };
  readonly warnings?: readonly Warning[];
}
type Warning = { readonly code: string; readonly message: string };

const parse = (text: string): Document => JSON.parse(text) as Document;
const paths = async (): Promise<readonly string[]> => (await lab.requests()).map(({ path }) => path);

describe('a seat that cannot be given back', () => {
  const hold = ['heartbeat', 'FLOAT-SINGL-SEAT0-00001', '--machine-id', 'M-1', '--client-id', 'c-1'];

  it.each([
    ['json', 'SIGTERM', 143],
    ['json', 'SIGINT', 130],
    ['ndjson', 'SIGTERM', 143],
  ] as const)('under --output %s is told of beside the %s', async (format, signal, status) => {
    await lab.control('POST', 'faults', { kind: 'status', status: 503, path: '/v1/license/release' });
    let child: ChildProcess | undefined;
    const ended = lab.run([...hold, '--output', format, '--context', 'babel'], {
      started: (process) => {
        child = process;
      },
    });
    await vi.waitFor(async () => expect(await paths()).toContain('/v1/license/request'), { timeout: 20_000 });
    child?.kill(signal);
    const { status: exit, stdout, stderr } = await ended;
    expect(exit).toBe(status);
    const { error, warnings } = parse(stderr);
    expect([error?.code, warnings?.map(({ code }) => code)]).toEqual(['interrupted', ['seat_not_released']]);
    expect(warnings?.[0]?.message).toMatch(
      /^The seat could not be given back: .* It lapses by itself at \d{4}-/,
    );
    if (format === 'json') expect(stdout).toBe('');
  });
});

describe('a certificate', () => {
  const create = ['passive', 'create', '--product', '6872450105', '--client-id', 'CLIENT-W-1'];

  it.each([[[]], [['--json']]])(
    'that cannot be written after all is printed with %j, and the error says so',
    async (format) => {
      const folder = join(lab.folder, 'gone');
      await mkdir(folder);
      await lab.control('POST', 'faults', { kind: 'delay', ms: 2000, path: '/api/PassiveLicense' });
      const ended = lab.run([...create, '--out', join(folder, 'passive.cert'), ...format]);
      await lab.faultStruck();
      await rm(folder, { recursive: true });
      const { status, stdout, stderr } = await ended;
      expect(status).toBe(10);
      if (format.length === 0) {
        expect(stdout).toMatch(/^[0-9a-f]{500,}\n$/);
        expect(stderr).toMatch(/^error: The certificate is on standard output: it could not be written to /m);
      } else {
        expect(parse(stdout).data).toMatchObject({ certificate: expect.stringMatching(/^[0-9a-f]{500,}$/) });
        expect(parse(stderr).error).toMatchObject({ code: 'certificate_not_written', retryable: false });
      }
    },
  );

  it.each([
    ['passive create', create],
    ['offline cert', ['offline', 'cert', '--product', '6872450105', '--request', '-']],
    ['activate', ['activate', '--product', '6872450105', '--certificate', '-']],
  ])('that --columns would hide is not asked for: %s', async (_, call) => {
    const { status, stdout, stderr } = await lab.run([...call, '--columns', 'kind'], {
      input: 'ab'.repeat(300),
    });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('hint: Add certificate to --columns, or write it to a file with --out.');
    expect(await paths()).toEqual([]);
  });
});

describe('a call that worked', () => {
  it('tells in the document what else is to be known', async () => {
    const wide = [
      'deactivate',
      '206454320110930859',
      '--product',
      '6872450105',
      '--all',
      '--dry-run',
      '--json',
    ];
    const { stdout, stderr } = await lab.run(wide);
    expect(parse(stdout).meta?.warnings).toEqual([
      {
        code: 'would_deactivate',
        message: 'Would deactivate 1 activation of code 206454320110930859: kQe0MRH12bYgemkYW2bc.',
      },
    ]);
    expect(stderr).toBe('');
  });

  it('tells on standard error that a listing goes on, where the data are bare records', async () => {
    const { status, stdout, stderr } = await lab.run(['codes', 'list', '--output', 'ndjson']);
    expect([status, stdout.trim().split('\n').length]).toEqual([0, 100]);
    expect(parse(stderr)).toMatchObject({ schemaVersion: 1, warnings: [{ code: 'more_rows' }] });
  });

  it('tells on standard error of what went wrong after the document', async () => {
    await lab.control('POST', 'faults', { kind: 'status', status: 500, path: '/api/Session/logoff' });
    const { status, stdout, stderr } = await lab.run(['show', '--json', '--context', 'parallels']);
    expect([status, parse(stdout).meta]).toEqual([0, {}]);
    expect(parse(stderr).warnings).toMatchObject([{ code: 'session_left_open' }]);
    expect(parse(stderr)).not.toHaveProperty('error');
  });
});
