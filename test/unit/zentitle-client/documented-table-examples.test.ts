/** Every example input of the document, as printed, through the client to a real server: those fields, by those names. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../../src/api/client.js';
import { asDocumented, documentedExamples, rowOf } from '../../fixtures/zentitle-document/document.js';
import { createTestClient } from './test-client.js';
import { startTestServer, type TestServer } from './test-server.js';

let server: TestServer;
let client: Client;

beforeAll(async () => {
  server = await startTestServer();
  client = await createTestClient(server.baseUrl);
});
afterAll(() => server.close());

/** Its table and its example name the list differently; the input is then given as the table has it. */
const CONTRADICTORY = 'PUT ProductFeatures';

describe('documented example inputs', () => {
  it('are 60 for 59 calls, and the other two take none', () => {
    const inputs = documentedExamples.filter(({ input }) => input !== undefined);
    expect([inputs.length, new Set(inputs.map(({ call }) => call)).size]).toEqual([60, 59]);
    expect(documentedExamples.filter(({ input }) => input === undefined).map(({ call }) => call)).toEqual([
      'GET Products',
      'GET CompaniesProducts',
    ]);
  });

  it.each(documentedExamples.map((example, index) => ({ ...example, index })))(
    '$call ($index) travels as the document spells it',
    async (example) => {
      const { call, input, output } = example;
      const given = call === CONTRADICTORY ? asDocumented(example) : (input ?? {});
      const before = server.asked.length;
      server.answer({ json: output ?? 'OK' });
      await client.call(rowOf(call), given, { count: 1 });

      expect(server.asked).toHaveLength(before + 1);
      const asked = server.asked.at(-1);
      expect(`${asked?.method} ${asked?.path}`).toBe(call.replace(' ', ' /api/'));
      expect(asked?.headers.authorization).toBe('bearer 1234:abcd12wV4D1Hxjf');
      expect(asked?.body).toEqual(input === undefined ? null : asDocumented(example));
      if (input === undefined) return;
      expect(asked?.headers['content-type']).toBe('application/json');
      expect(asked?.headers['content-length']).toBe(String(Buffer.byteLength(asked?.text ?? '')));
    },
  );
});
