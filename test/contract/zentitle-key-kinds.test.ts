/**
 * Four kinds of keys and 61 calls, by the document's data: nobody has told the client of which kind its key is, and the
 * emulator decides.
 */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { KeyKind } from '../../src/api/operation.js';
import { exitCodeOf } from '../../src/cli/exit-codes.js';
import { API_KEYS } from '../../src/emulator/zentitle/authorize.js';
import { asDocumented, documentedTable, exampleOf, rowOf } from '../fixtures/zentitle-document/document.js';
import { meeting } from './meeting.js';
import { PREPARED } from './zentitle-changes.js';

const KINDS: readonly KeyKind[] = ['read-only', 'read-write', 'offline', 'datastreamer'];
const lab = meeting();

async function callWith(
  kind: KeyKind,
  call: string,
  input = asDocumented(exampleOf(call)),
): Promise<unknown> {
  const { client } = await lab.connect('zentitle', { secrets: { apiKey: API_KEYS[kind] } });
  return client.call(rowOf(call), input, { count: 1 });
}

describe.each(KINDS)('a %s key may call', (kind) => {
  beforeEach(() => lab.reset({ zentitleErrorStatus: 400 }));

  it.each(documentedTable.filter(({ keys }) => keys.includes(kind)))('$call', async ({ call }) => {
    for (const { call: earlier, input } of PREPARED[call] ?? []) await callWith('read-write', earlier, input);
    await callWith(kind, call);
    expect(await lab.arrivals(rowOf(call).id)).toMatchObject([{ status: 200, committed: true }]);
  });
});

describe.each(KINDS)('a %s key may not call', (kind) => {
  beforeAll(() => lab.reset());

  it.each(documentedTable.filter(({ keys }) => !keys.includes(kind)))('$call', async ({ call }) => {
    const before = (await lab.arrivals(rowOf(call).id)).length;
    const error: unknown = await callWith(kind, call).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ kind: 'permission', provider: 'zentitle', operation: rowOf(call).id });
    expect(exitCodeOf(error)).toBe(5);
    expect((await lab.arrivals(rowOf(call).id)).slice(before)).toMatchObject([{ status: 403 }]);
  });
});
