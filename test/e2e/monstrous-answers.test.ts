/** Answers made to keep the program busy, or to slip half a secret through: one clear error, at once. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, runProgram } from './lab.js';

const MILLION = 1_000_000;
const KEY = 'planted-key-0123456789-abcd';

let server: Server;
let answer: { readonly status: number; readonly body: string };

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
});

function run(provider: string, ...args: readonly string[]): Promise<Ended> {
  return runProgram(args, {
    env: {
      PATH: process.env.PATH ?? '',
      HOME: '/nonexistent',
      LICENSECTL_PROVIDER: provider,
      LICENSECTL_CUSTOMER_ID: '1234',
      LICENSECTL_USERNAME: 'administrator',
      [provider === 'parallels' ? 'LICENSECTL_PASSWORD' : 'LICENSECTL_API_KEY']: KEY,
      LICENSECTL_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    },
  });
}

const RESET = ['trial', 'reset', '--product', '1', '--computer', 'c', '--yes'];
const SHOW = ['show', 'KEY-0001', '--machine-id', 'm', '--client-id', 'c'];

describe('a text of millions', () => {
  it.each([
    ['letters', 'A'.repeat(20 * MILLION), 6],
    ['blanks', `x${' '.repeat(MILLION)}x`, 6],
    ['exclamation marks', `x${'!'.repeat(MILLION)}x`, 6],
    ['backslashes', '\\'.repeat(5 * MILLION), 6],
    ['quotes', '"'.repeat(5 * MILLION), 6],
  ])('of %s is an answer like any other', async (_what, text, status) => {
    answer = { status: 200, body: JSON.stringify(text) };
    for (const more of [[], ['--verbose']]) {
      const ended = await run('zentitle', ...RESET, ...more);
      expect([ended.status, ended.stdout]).toEqual([status, '']);
      expect(ended.stderr).toContain('error: Zentitle answered:');
    }
  });

  it('escapes beside a long number is refused as broken', async () => {
    answer = { status: 200, body: `[1234567890123456789,${JSON.stringify('\\'.repeat(10 * MILLION))}]` };
    const { status, stderr } = await run('zentitle', 'codes', 'list');
    expect([status, stderr.split('\n')[0]]).toEqual([
      8,
      'error: The answer is broken JSON (HTTP 200). (not_json)',
    ]);
  });

  it('blanks inside a cell of a table', async () => {
    const company = `a${' '.repeat(200_000)}b`;
    answer = { status: 200, body: JSON.stringify([{ licenseCode: '1', productID: '2', company }]) };
    const { status, stdout } = await run('zentitle', 'codes', 'list', '--page', '1', '--output', 'table');
    expect(status).toBe(0);
    expect(stdout).toContain(company);
  });
});

describe('a secret that is said again and again', () => {
  // Each takes less room once it is replaced, and so moves into sight what was cut off behind.
  it.each([
    ['babel', SHOW],
    ['parallels', ['show']],
    ['zentitle', RESET],
  ])('shows no half of itself: %s', async (provider, args) => {
    for (const more of [[], ['--verbose'], ['--json']]) {
      for (const before of [0, 13]) {
        answer = { status: 400, body: `${'.'.repeat(before)}${KEY.repeat(2000)}` };
        const { stdout, stderr } = await run(provider, ...args, ...more);
        expect(stdout + stderr).not.toContain(KEY.slice(0, 6));
      }
    }
  });
});
