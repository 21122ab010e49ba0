/** Each exit code of the table, produced by a real command. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EXIT_CODES } from '../../src/exit-codes.js';
import { type Lab, openLab } from './lab.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());
afterEach(async () => {
  await lab.control('DELETE', 'faults');
});

const UPDATE = ['profile', 'update', 'TestProfile', '--product', '6453300110', '--clients-allowed', '3'];
const LIST = ['codes', 'list', '--limit', '1'];
const ON_BABEL = ['--machine-id', 'M', '--client-id', 'C', '--context', 'babel'];

/** A Zentitle customer by environment; the address is the lab's unless `more` has one. */
const customer = (apiKey: string, more: Readonly<Record<string, string>> = {}) => ({
  LICENSECTL_PROVIDER: 'zentitle',
  LICENSECTL_CUSTOMER_ID: '1234',
  LICENSECTL_API_KEY: apiKey,
  ...more,
});

interface Case {
  readonly status: number;
  readonly code: string | null;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly fault?: Readonly<Record<string, unknown>>;
}

const CASES: readonly Case[] = [
  { status: 0, code: null, args: LIST },
  { status: 0, code: null, args: ['trial', 'list', '--computer', 'nobody-has-this-id'] },
  { status: 2, code: 'unknown_option', args: [...LIST, '--frobnicate'] },
  { status: 2, code: 'unknown_command', args: ['frobnicate'] },
  { status: 2, code: 'invalid_input', args: [...UPDATE.slice(0, -1), 'many'] },
  { status: 3, code: 'not_found', args: ['profile', 'show', 'NoSuchProfile', '--product', '6453300110'] },
  { status: 3, code: 'context_not_found', args: [...LIST, '--context', 'nobody'] },
  { status: 4, code: 'no_context', args: LIST, env: { LICENSECTL_CONFIG_DIR: '/nonexistent/licensectl' } },
  { status: 4, code: 'invalid_credentials', args: LIST, env: customer('wrong-key-0000000') },
  { status: 5, code: 'not_permitted', args: UPDATE, env: customer('ro-7Hq2Lm9Xc4Vb1Nz8') },
  { status: 6, code: 'license_expired', args: ['activate', 'EXPIR-EDKEY-00000-00001', ...ON_BABEL] },
  {
    status: 7,
    code: 'rate_limited',
    args: LIST,
    fault: { kind: 'rate-limit', retryAfterSeconds: 3600, times: 9 },
  },
  { status: 8, code: 'service_unavailable', args: LIST, fault: { kind: 'status', status: 503, times: 9 } },
  {
    status: 8,
    code: 'connection_refused',
    args: LIST,
    env: customer('some-key-0001', { LICENSECTL_BASE_URL: 'http://127.0.0.1:1' }),
  },
  { status: 9, code: 'unsupported', args: ['trial', 'list', '--context', 'babel'] },
  { status: 11, code: 'outcome_unknown', args: UPDATE, fault: { kind: 'reset-after', times: 9 } },
];

describe('exit codes', () => {
  it.each(CASES.map((entry) => [entry.status, entry.code, entry.args.join(' '), entry] as const))(
    '%i %s: %s',
    async (status, code, _args, entry) => {
      if (entry.fault) await lab.control('POST', 'faults', entry.fault);
      const env = entry.env?.LICENSECTL_PROVIDER
        ? { LICENSECTL_BASE_URL: `${lab.url}/zentitle`, ...entry.env }
        : entry.env;
      const ended = await lab.run([...entry.args, '--json'], env ? { env } : {});
      const envelope =
        code === null ? null : JSON.parse(ended.stderr.slice(ended.stderr.indexOf('{"schemaVersion"')));
      expect({ status: ended.status, code: envelope?.error.code ?? null, said: ended.stderr }).toMatchObject({
        status,
        code,
      });
    },
  );

  it('130 and 143: interrupted, with the seat given back', async () => {
    for (const [signal, status] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ] as const) {
      const args = ['heartbeat', 'FLOAT-SINGL-SEAT0-00001', ...ON_BABEL, '--output', 'ndjson'];
      const ended = await lab.run(args, {
        started: (child) => child.stdout?.once('data', () => child.kill(signal)),
      });
      expect(ended).toMatchObject({ status, signal: null });
      const last = (await lab.requests()).at(-1);
      expect(last).toMatchObject({ system: 'babel', path: '/v1/license/release', status: 200 });
    }
  });

  it('130: a read in flight, and the Parallels session is logged off', async () => {
    await lab.control('POST', 'faults', { kind: 'delay', ms: 20_000, times: 1, path: '/api/License' });
    const ended = await lab.run(['show', '--context', 'parallels'], {
      started: async (child) => {
        await lab.faultStruck();
        child.kill('SIGINT');
      },
    });
    expect(ended).toMatchObject({ status: 130, stdout: '' });
    expect((await lab.requests()).at(-1)).toMatchObject({ system: 'parallels', path: '/api/Session/logoff' });
  });

  it('1: our own bug is told apart, without a stack', async () => {
    const preload = join(lab.folder, 'break.cjs');
    await writeFile(
      preload,
      "const { hostname } = require('node:os'); require('node:os').hostname = () => { throw new TypeError('planted bug'); };",
    );
    const ended = await lab.run(['activate', 'ACTIV-ATION-DESK0-00001', ...ON_BABEL, '--json'], {
      env: { NODE_OPTIONS: `--require=${preload}` },
    });
    expect(ended.status).toBe(1);
    expect(JSON.parse(ended.stderr).error.code).toBe('internal_error');
    expect(ended.stderr).not.toContain('at ');
  });

  it('10: some rows failed', async () => {
    await lab.control('POST', 'faults', { kind: 'status', status: 503, system: 'babel', times: 9 });
    const ended = await lab.run(['context', 'test', '--all', '--json']);
    expect(ended.status).toBe(10);
    const works = JSON.parse(ended.stdout).data.map((row: { name: string; works: boolean }) => [
      row.name,
      row.works,
    ]);
    expect(works).toEqual([
      ['zentitle', true],
      ['licensespring', true],
      ['babel', false],
      ['parallels', true],
      ['events', true],
    ]);
    expect(JSON.parse(ended.stderr.slice(ended.stderr.indexOf('{'))).error.code).toBe('some_contexts_failed');
  });

  it('every number of the table is met here', () => {
    const met = new Set([...CASES.map((entry) => entry.status), 1, 10, 130, 143]);
    expect(EXIT_CODES.map((entry) => entry.code).filter((code) => !met.has(code))).toEqual([]);
  });
});
