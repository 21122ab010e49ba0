/** The document's rules between fields, each on both sides of its edge. What is refused sends nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RULES } from './rule-cases.js';
import { type Sending, startSending } from './sending.js';

let sending: Sending;

beforeAll(async () => {
  sending = await startSending();
});
afterAll(() => sending.close());

describe.each(RULES)('%s', (_rule, cases) => {
  it.each(cases.map((one) => ({ ...one, shown: JSON.stringify(one.input) })))(
    '$call $shown',
    async ({ call, input, names }) => {
      if (names === undefined) {
        await sending.sent(call, input);
        return;
      }
      const message = await sending.refused(call, input);
      for (const name of names) expect(message).toContain(name);
    },
  );
});
