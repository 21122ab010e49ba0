/** Four kinds of keys and 61 calls: what the document allows is sent, anything else ends before the network. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../../src/api/client.js';
import type { KeyKind } from '../../../src/api/operation.js';
import { exitCodeOf } from '../../../src/cli/exit-codes.js';
import { PermissionError } from '../../../src/errors.js';
import {
  asDocumented,
  documentedTable,
  exampleOf,
  rowOf,
} from '../../fixtures/zentitle-document/document.js';
import { createTestClient } from './test-client.js';
import { startTestServer, type TestServer } from './test-server.js';

const KINDS: readonly KeyKind[] = ['read-only', 'read-write', 'offline', 'datastreamer'];
/** As the document counts: what each kind opens, of 61. */
const OPEN: Readonly<Record<KeyKind, number>> = {
  'read-only': 22,
  'read-write': 60,
  offline: 2,
  datastreamer: 1,
};

let server: TestServer;
let clients: Map<KeyKind | undefined, Client>;

beforeAll(async () => {
  server = await startTestServer();
  clients = new Map();
  for (const keyKind of [...KINDS, undefined]) {
    clients.set(keyKind, await createTestClient(server.baseUrl, keyKind === undefined ? {} : { keyKind }));
  }
});
afterAll(() => server.close());

/** Makes the documented example's call; resolves when the server has answered it. */
async function callWith(kind: KeyKind | undefined, call: string): Promise<unknown> {
  const example = exampleOf(call);
  return clients.get(kind)?.call(rowOf(call), asDocumented(example), { count: 1 });
}

describe.each(KINDS)('a %s key', (kind) => {
  const open = documentedTable.filter(({ keys }) => keys.includes(kind));
  const shut = documentedTable.filter(({ keys }) => !keys.includes(kind));

  it(`opens ${OPEN[kind]} calls of 61`, () => {
    expect([open.length, open.length + shut.length]).toEqual([OPEN[kind], 61]);
  });

  it.each(open)('makes $call', async ({ call }) => {
    const before = server.asked.length;
    server.answer({ json: exampleOf(call).output ?? 'OK' });
    await callWith(kind, call);
    const [method, controller] = call.split(' ');
    expect(server.asked.slice(before)).toMatchObject([{ method, path: `/api/${controller}` }]);
  });

  it.each(shut)('does not make $call, and nothing is sent', async ({ call, keys }) => {
    const before = server.asked.length;
    const error: unknown = await callWith(kind, call).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(PermissionError);
    expect(error).toMatchObject({
      code: 'key_kind_refused',
      provider: 'zentitle',
      operation: rowOf(call).id,
      message: `The key given by the environment is of the kind ${kind}; this call takes ${keys.join(' or ')} keys.`,
    });
    expect(exitCodeOf(error)).toBe(5);
    expect(server.asked).toHaveLength(before);
  });
});

describe('a key whose kind nobody has told', () => {
  it.each(documentedTable)('is sent with $call: the server knows', async ({ call }) => {
    const before = server.asked.length;
    server.answer({ json: exampleOf(call).output ?? 'OK' });
    await callWith(undefined, call);
    expect(server.asked).toHaveLength(before + 1);
  });
});
