/** What the tests of the codes commands share. */
import type { Consent } from '../../../src/api/client.js';
import type { Input } from '../../../src/api/operation.js';
import type { CodeCalls } from '../../../src/api/product-capabilities.js';
import type { Capabilities, Reach } from '../../../src/api/provider.js';
import { type FakeOptions, fakeContext, never } from './fake-context.js';

export const PRODUCT = '6872450105';
export const CODE = '206454320110930859';
export const newCode = (code: string) => ({ code, product: PRODUCT, companyId: null, profile: null });

/** A context whose system can do these calls with codes. */
export function serving(calls: CodeCalls, options: FakeOptions & { reach?: Partial<Reach> } = {}) {
  const { reach, ...rest } = options;
  const reached: Input[] = [];
  const capabilities: Capabilities = {
    codes: { count: never, page: never, maxPageSize: 1, show: never, ...calls },
    reach: async (_row, input) => {
      reached.push(input);
      return { count: 0, noun: 'activation', names: [], subject: `code ${CODE}`, ...reach };
    },
  };
  return { reached, ...fakeContext({ capabilities, ...rest }) };
}

/** A wide call that notes its input and consent. */
export function notingWide() {
  const sent: (readonly [Input, Consent | undefined])[] = [];
  const call = async (input: Input, consent?: Consent) => {
    sent.push([input, consent]);
    return { value: { code: CODE, product: PRODUCT, message: 'OK' }, raw: '"OK"' };
  };
  return { sent, call };
}
