/**
 * What a client can check before sending: each range, length, allowed value and mandatory field of the document at its
 * edges. What is refused sends nothing: a real server counts.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentedCall } from '../../fixtures/zentitle-document/document.js';
import { edges, mandatory } from './input-edges.js';
import { type Sending, startSending } from './sending.js';

let sending: Sending;

beforeAll(async () => {
  sending = await startSending();
});
afterAll(() => sending.close());

const at = (body: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>>)[name], body);

describe.each([...new Set(edges.map(({ call }) => call))])('%s', (call) => {
  const own = edges.filter((edge) => edge.call === call);

  it.each(own)('$title', async ({ input, sent: wanted }) => {
    if (wanted === undefined) await sending.refused(call, input);
    else expect(at(await sending.sent(call, input), wanted.path)).toEqual(wanted.value);
  });
});

describe('calls as such', () => {
  it.each(edges.filter((edge, index) => edges.findIndex(({ call }) => call === edge.call) === index))(
    '$call takes its mandatory fields alone, and no other name',
    async ({ call }) => {
      const input = mandatory(documentedCall(call));
      await sending.sent(call, input);
      expect(await sending.refused(call, { ...input, marmalade: '1' })).toContain('marmalade');
    },
  );

  it.each(['GET Products', 'GET CompaniesProducts'])('%s takes nothing, and sends no body', async (call) => {
    expect(await sending.sent(call, {})).toBeNull();
    expect(await sending.refused(call, { productid: '6872450105' })).toContain('takes no input');
  });
});
