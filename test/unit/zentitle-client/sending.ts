/** A client and a server on loopback that counts: what is sent, and what is refused before that. */
import { expect } from 'vitest';
import { exitCodeOf } from '../../../src/cli/exit-codes.js';
import { UsageError } from '../../../src/errors.js';
import { exampleOf, rowOf } from '../../fixtures/zentitle-document/document.js';
import { createTestClient } from './test-client.js';
import { startTestServer } from './test-server.js';

type Values = Readonly<Record<string, unknown>>;

export interface Sending {
  /** The body that the server got. */
  sent(call: string, input: Values): Promise<unknown>;
  /** The sentence of the refusal; the server was not asked. */
  refused(call: string, input: Values): Promise<string>;
  close(): Promise<void>;
}

export async function startSending(): Promise<Sending> {
  const server = await startTestServer();
  const client = await createTestClient(server.baseUrl);
  return {
    async sent(call, input) {
      const before = server.asked.length;
      server.answer({ json: exampleOf(call).output ?? 'OK' });
      await client.call(rowOf(call), input, { count: 1 });
      expect(server.asked).toHaveLength(before + 1);
      return server.asked.at(-1)?.body;
    },
    async refused(call, input) {
      const before = server.asked.length;
      const error: unknown = await client
        .call(rowOf(call), input, { count: 1 })
        .catch((caught: unknown) => caught);
      expect(server.asked).toHaveLength(before);
      expect(error).toBeInstanceOf(UsageError);
      expect(error).toMatchObject({ code: 'invalid_input', operation: rowOf(call).id });
      expect(exitCodeOf(error)).toBe(2);
      return String((error as UsageError).message);
    },
    close: () => server.close(),
  };
}
