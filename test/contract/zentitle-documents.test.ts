/**
 * Every example of the Web API v1 document, for all 61 calls: the client makes it, the emulator answers what the document
 * shows, member by member. Where the document shows no answer, the change shows in its documented reading.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src/api/client.js';
import {
  asDocumented,
  type DocumentedExample,
  documentedCall,
  documentedExamples,
  documentedTable,
  exampleOf,
  placedFields,
  rowOf,
} from '../fixtures/zentitle-document/document.js';
import { meeting } from './meeting.js';
import { contractCases } from './zentitle-cases.js';
import { CHANGES, PREPARED } from './zentitle-changes.js';

const lab = meeting();
const READ_WRITE = 'abcd12wV4D1Hxjf';
const DATASTREAMER = 'ds-9Gf4Jk7Uh2Ie5Ob1';

/** A client whose key opens the call, on the default world as the example presumes it. */
async function ready(call: string): Promise<Client> {
  const apiKey = documentedCall(call).keys.includes('read-write') ? READ_WRITE : DATASTREAMER;
  const { client } = await lab.connect('zentitle', { secrets: { apiKey } });
  for (const { call: earlier, input } of PREPARED[call] ?? []) {
    await client.call(rowOf(earlier), input ?? asDocumented(exampleOf(earlier)), { count: 1 });
  }
  return client;
}

async function answerTo(example: DocumentedExample): Promise<unknown> {
  const client = await ready(example.call);
  const { value } = await client.call(rowOf(example.call), asDocumented(example), { count: 1 });
  return value;
}

/** A text with its codes and certificates made alike: they are new on every server. */
function alike(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value
    .replace(/[0-9a-f]{64,}/gi, (hex) => `CERTIFICATE OF ${hex.length}`)
    .replace(/\d{17,19}/g, 'CODE');
}

/** Names in lower case, with those of what they stand in: `features.limit`. */
function namesIn(value: unknown, prefix = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, prefix));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    `${prefix}${name.toLowerCase()}`,
    ...namesIn(inner, `${prefix}${name.toLowerCase()}.`),
  ]);
}

/** Records with their names in lower case. */
function folded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(folded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name.toLowerCase(), folded(inner)]),
  );
}

const answered = contractCases.filter(({ output }) => output !== undefined);
const unanswered = contractCases.filter(({ output }) => output === undefined);

it('the document shows an answer for 36 calls, and none for 25', () => {
  expect(new Set(documentedExamples.map(({ call }) => call)).size).toBe(61);
  expect(new Set(answered.map(({ call }) => call)).size).toBe(36);
  expect(unanswered.map(({ call }) => call)).toEqual(
    documentedTable.filter(({ outputKind }) => outputKind === 'undocumented').map(({ call }) => call),
  );
  expect(Object.keys(CHANGES).toSorted()).toEqual(unanswered.map(({ call }) => call).toSorted());
});

describe('documented answers', () => {
  beforeEach(() => lab.reset({ zentitleErrorStatus: 400 }));

  it.each(answered)('$title', async (example) => {
    const { call, output } = example;
    const answer = await answerTo(example);
    // Lists of everything go on behind the rows that the document shows.
    if (Array.isArray(output) && asDocumented(example).pagesize === undefined) {
      expect(answer).toEqual(expect.arrayContaining(output));
    } else expect(alike(answer)).toEqual(alike(output));
    const names = new Set(namesIn(answer));
    const missing = placedFields(documentedCall(call).outputs).filter(
      ({ path }) => !names.has(path.toLowerCase()),
    );
    expect(missing).toEqual([]);
  });
});

describe('undocumented answers', () => {
  beforeEach(() => lab.reset({ zentitleErrorStatus: 400 }));

  it.each(unanswered)('$title', async (example) => {
    const client = await ready(example.call);
    const read = async (call: string, input: object): Promise<unknown> =>
      (await client.call(rowOf(call), { ...input })).value;
    const { value } = await client.call(rowOf(example.call), asDocumented(example), { count: 1 });
    await CHANGES[example.call]?.(read, value);
  });
});

describe.each(['lower', 'upper'] as const)('names in %s case', (zentitleNames) => {
  beforeEach(() => lab.reset({ zentitleErrorStatus: 400, zentitleNames }));

  it.each(answered.filter(({ output }) => typeof output === 'object'))('$title', async (example) => {
    const [record] = [example.output].flat();
    const answer = await answerTo(example);
    expect(JSON.stringify(answer)).not.toBe(JSON.stringify(example.output));
    expect([folded(answer)].flat()).toContainEqual(folded(record));
  });
});

describe.each([
  { zentitleCreated: 'id', zentitleDone: 'ok', zentitleNextCodes: 'list' },
  { zentitleCreated: 'record', zentitleDone: 'empty', zentitleNextCodes: 'records' },
] as const)('undocumented answers as %j', (settings) => {
  beforeEach(() => lab.reset({ zentitleErrorStatus: 400, ...settings }));

  it.each(unanswered)('$title: taken for a success', async (example) => {
    const value = await answerTo(example);
    expect(typeof value === 'string' && /Successfully$/.test(value)).toBe(false);
  });
});
