/** A client without retries, guard or trace: check, sign, send once, judge. */
import { readAnswer } from '../../../src/api/answer-value.js';
import type { Answer, Client, Wire } from '../../../src/api/client.js';
import { createHttpTransport } from '../../../src/api/http-transport.js';
import { checkInput, encodeInput } from '../../../src/api/input-check.js';
import { createZentitleWire } from '../../../src/api/zentitle/wire.js';

export function testWire(
  settings: Readonly<Record<string, string | undefined>> = { customerId: '1234' },
  secrets: Readonly<Record<string, string | undefined>> = { apiKey: 'abcd12wV4D1Hxjf' },
): Wire {
  return createZentitleWire({
    baseUrl: 'http://127.0.0.1',
    settings,
    secrets,
    now: () => 0,
    send: () => Promise.reject(new Error('Zentitle has no request of its own.')),
    protect: () => {},
    notice: () => {},
  });
}

export async function createTestClient(baseUrl: string): Promise<Client> {
  const wire = testWire();
  const transport = await createHttpTransport({ env: {}, userAgent: 'licensectl-test' });
  return {
    async call(operation, input): Promise<Answer> {
      const { path, body } = encodeInput(operation, checkInput(operation, input));
      const draft = { method: operation.method, url: `${baseUrl}${path}`, headers: {}, body };
      await wire.authorize(draft, operation);
      const answer = readAnswer(await transport.send(draft, { timeoutMs: 10_000 }));
      if (typeof answer === 'symbol') throw new Error('The test server sent broken JSON.');
      wire.judge(answer, operation);
      return answer;
    },
    raw: () => Promise.reject(new Error('not part of these tests')),
    close: async () => transport.close(),
    clockSkewMs: () => null,
  };
}
