/** What a server sends comes out inert in table, error and CSV, and intact in JSON. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from './lab.js';

const NASTY = [
  '\u001b[31mred\u001b[0m',
  'line\rover',
  '\u202Eevil\u202C',
  '=cmd()',
  '+1+1',
  '@SUM(A1)',
  '\u0000\u0007\u009b31m',
  'tab\tin\nside',
];
/** Control and format characters: what moves a cursor, colours or reorders text. */
const DANGEROUS = /[\p{Cc}\p{Cf}]/u;

let server: Server;
let env: Record<string, string>;
let answer: { status: number; body: string };

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  env = {
    PATH: process.env.PATH ?? '',
    HOME: '/nonexistent',
    LICENSECTL_PROVIDER: 'zentitle',
    LICENSECTL_CUSTOMER_ID: '1234',
    LICENSECTL_API_KEY: 'some-key-00001',
    LICENSECTL_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  };
});
afterAll(() => {
  server.close();
});

function list(...options: string[]) {
  const rows = NASTY.map((company, index) => ({
    licenseCode: `10000000000000000${index}`,
    productID: '1',
    company,
  }));
  answer = { status: 200, body: JSON.stringify(rows) };
  return runProgram(['codes', 'list', '--page', '1', '--columns', 'code,company', ...options], { env });
}

describe('texts of a server', () => {
  it.each(['table', 'tsv'])('are made visible in %s', async (format) => {
    const { stdout, status } = await list('--output', format);
    expect(status).toBe(0);
    expect(stdout.replace(/\n|\t/g, '')).not.toMatch(DANGEROUS);
    expect(stdout.trimEnd().split('\n')).toHaveLength(NASTY.length + (format === 'table' ? 1 : 0));
  });

  it('are neutral in CSV, where codes survive a spreadsheet', async () => {
    const { stdout } = await list('--output', 'csv');
    const [, ...rows] = parse(stdout) as string[][];
    expect(rows).toHaveLength(NASTY.length);
    for (const [, company] of rows) expect(company).not.toMatch(/^[=+\-@\t\r]/);
    expect(stdout).not.toMatch(/(^|,)10000000000000000/m);
  });

  it('are exact in CSV when asked', async () => {
    const { stdout } = await list('--output', 'csv', '--csv-exact');
    const [, ...rows] = parse(stdout) as string[][];
    expect(rows).toEqual(NASTY.map((company, index) => [`10000000000000000${index}`, company]));
  });

  it.each(['json', 'ndjson'])('are intact and escaped in %s', async (format) => {
    const { stdout } = await list('--output', format);
    expect(stdout.replace(/\n/g, '')).not.toMatch(DANGEROUS);
    const rows: { company: string }[] =
      format === 'json'
        ? JSON.parse(stdout).data
        : stdout
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line));
    expect(rows.map((row) => row.company)).toEqual(NASTY);
  });

  it('are made visible in errors, and short', async () => {
    answer = { status: 200, body: JSON.stringify(`Error: ${NASTY.join(' ')} ${'x'.repeat(5000)}`) };
    const human = await runProgram(['codes', 'show', '1', '--product', '1'], { env });
    expect(human.status).toBe(6);
    expect(human.stderr.replace(/\n/g, '')).not.toMatch(DANGEROUS);
    expect(human.stderr.length).toBeLessThan(1500);
    const machine = await runProgram(['codes', 'show', '1', '--product', '1', '--json'], { env });
    expect(machine.stderr.replace(/\n/g, '')).not.toMatch(DANGEROUS);
    expect(JSON.parse(machine.stderr).error.message).toContain('\u202E');
  });
});
