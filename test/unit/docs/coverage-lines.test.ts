/**
 * 330 of 330 fields from the command line, by running the program: each command is given every field of its call that it
 * can set, and the request that it sends, or in a dry run would send, holds them all.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverageOf } from '../../../scripts/docs/coverage.js';
import { settableFields } from '../../../scripts/docs/coverage-fields.js';
import { zentitleParts } from '../../../scripts/docs/coverage-parts.js';
import type { Field, Operation } from '../../../src/api/operation.js';
import { isObject } from '../../../src/api/read.js';
import type { Command } from '../../../src/commands/command.js';
import { optionName } from '../../../src/commands/field-values.js';
import { callOf, exampleOf, valueFields } from '../../fixtures/zentitle-document/document.js';
import { fakeProcess, runMain } from '../cli/fake-process.js';

const parts = await zentitleParts();
const folder = mkdtempSync(join(tmpdir(), 'licensectl-lines-'));
const certificate = join(folder, 'request.txt');

let server: Server;
/** Bodies that have arrived since the start of a run, by verb and controller. */
let arrived: Map<string, unknown>;

beforeAll(async () => {
  writeFileSync(certificate, 'ab12'.repeat(100));
  server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const call = `${request.method} ${request.url?.replace('/api/', '')}`;
    arrived.set(call, text === '' ? null : JSON.parse(text));
    response.setHeader('content-type', 'application/json');
    const isCount = /"pagenumber":"0"/i.test(text);
    response.end(JSON.stringify(isCount ? 7 : (exampleOf(call).output ?? 'OK')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Values that rules and lengths ask for; any other field takes the first allowed one, or 7. */
const SAMPLES: Readonly<Record<string, string>> = {
  functionname: 'LTCO',
  // What rests on it is given too.
  licensetype: 'expirationdate',
  licenseType: 'expirationdate',
};

function sample(field: Field): string {
  const known = SAMPLES[field.name];
  if (known !== undefined) return known;
  if (field.type === 'datetime') return '2027-01-31';
  if (field.type === 'object') return 'NAME=VALUE';
  if (field.type === 'boolean') return 'true';
  if (field.type === 'list') return listSample(field.fields ?? []);
  return field.values?.[0] ?? '7'.repeat(field.minLength ?? 1);
}

function listSample(members: readonly Field[]): string {
  if (members.length > 3) return members.map((member) => `${optionName(member)}=${sample(member)}`).join(',');
  const [first, second, third] = members.map(sample);
  const pair = second === undefined ? `${first}` : `${first}=${second}`;
  return third === undefined ? pair : `${pair}:${third}`;
}

/** The words that give one field. */
function wordsFor(command: Command, field: Field, way: string): readonly string[] {
  if (!way.startsWith('--')) return [sample(field)];
  if (field.secret === true || (field.type === 'boolean' && field.wire === 'bit')) return [way];
  const takesFile = command.options?.some(({ flag, value }) => `--${flag}` === way && value === 'FILE');
  return [way, takesFile === true ? certificate : sample(field)];
}

/** Fields of the row that exclude each other: each of them is given in a run of its own. */
function alternatives(row: Operation): readonly string[] {
  return (row.rules ?? []).flatMap((rule) =>
    rule.kind === 'exactly-one' || rule.kind === 'at-most-one' ? rule.fields : [],
  );
}

interface Line {
  readonly command: Command;
  readonly row: Operation;
  readonly words: readonly string[];
  /** Paths of the fields that the words give. */
  readonly paths: readonly string[];
}

function linesOf(command: Command, row: Operation): readonly Line[] {
  const ways = settableFields(command, row);
  const choices = alternatives(row);
  const runs = choices.length === 0 ? [undefined] : choices.filter((name) => ways.has(name));
  return runs.map((chosen) => {
    const words = new Map<string, readonly string[]>();
    const paths: string[] = [];
    for (const top of row.input) {
      if (choices.includes(top.name) && top.name !== chosen) continue;
      const isEntry = command.flagsFrom?.entryOf === top.name;
      for (const field of isEntry ? (top.fields ?? []) : [top]) {
        const path = isEntry ? `${top.name}.${field.name}` : field.name;
        const inner = field.fields?.map(({ name }) => `${path}.${name}`) ?? [path];
        const way = ways.get(inner[0] ?? path);
        if (way === undefined) continue;
        words.set(way, wordsFor(command, field, way));
        paths.push(...inner);
      }
    }
    return { command, row, words: [...words.values()].flat(), paths };
  });
}

const lines = coverageOf(parts).flatMap(({ row: id, commands }) => {
  const row = parts.rows.find((one) => one.id === id);
  return parts.commands
    .filter(({ name }) => commands.includes(name))
    .flatMap((command) => (row === undefined ? [] : linesOf(command, row)));
});

/** The input of the call that the words make. */
async function inputMade({ command, row, words }: Line): Promise<unknown> {
  arrived = new Map();
  const { port } = server.address() as AddressInfo;
  const process = fakeProcess({
    env: {
      LICENSECTL_PROVIDER: 'zentitle',
      LICENSECTL_BASE_URL: `http://127.0.0.1:${port}`,
      LICENSECTL_CUSTOMER_ID: '1234',
      LICENSECTL_API_KEY: 'abcd12wV4D1Hxjf',
    },
  });
  Object(process.stdin).end('test21PassWord\n');
  await runMain([...command.name.split(' '), ...words, '--dry-run', '--json'], process);
  if (row.effect === 'read') return arrived.get(callOf(row));
  expect(process.err()).toBe('');
  const { data } = JSON.parse(process.out()) as { data: { operation: string; body: unknown } };
  expect(data.operation).toBe(row.id);
  expect([...arrived.keys()].filter((call) => !call.startsWith('GET '))).toEqual([]);
  return data.body;
}

const pathsIn = (value: unknown, prefix = ''): readonly string[] => {
  if (Array.isArray(value)) return pathsIn(value[0], prefix);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    `${prefix}${name}`,
    ...pathsIn(inner, `${prefix}${name}.`),
  ]);
};

describe('the command line', () => {
  it.each(lines.map((line) => ({ ...line, typed: `${line.command.name} ${line.words.join(' ')}` })))(
    '$typed',
    async (line) => {
      expect(pathsIn(await inputMade(line))).toEqual(expect.arrayContaining([...line.paths]));
    },
  );

  it('gives all 330 fields', () => {
    const given = new Set(lines.flatMap(({ row, paths }) => paths.map((path) => `${row.id} ${path}`)));
    const all = parts.rows.flatMap(({ id, input }) => valueFields(input).map(({ path }) => `${id} ${path}`));
    expect(all.filter((one) => !given.has(one))).toEqual([]);
    expect([given.size, all.length]).toEqual([330, 330]);
  });
});
