/** Whatever is sent instead of a sensible value, the calls around products answer it or refuse it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PRODUCT_HANDLERS } from '../../../src/emulator/zentitle/product-handlers.js';
import { exampleInput, startServiceFor } from './service.js';

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('', ' ', '\0', '\ud800', '99999999999999', '9999-12-31', 'reset', 'default', 'true'),
);

/** The same input with any of its values, however deep, replaced. */
const spoilt = (value: unknown): fc.Arbitrary<unknown> => {
  const whole = Array.isArray(value)
    ? fc.tuple(...value.map(spoilt))
    : typeof value === 'object' && value !== null
      ? fc.record(Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spoilt(one)])))
      : fc.constant(value);
  return fc.oneof({ weight: 9, arbitrary: whole }, { weight: 1, arbitrary: anything });
};

test.each(Object.keys(PRODUCT_HANDLERS))('%s', (call) => {
  const service = startServiceFor(call);
  const send = call === 'POST DataStreamer' ? service.stream : service.call.bind(null, call);
  fc.assert(
    fc.property(spoilt(exampleInput(call)), (given) => {
      expect([200, 400]).toContain(send(given as object).status);
    }),
    { numRuns: 60 },
  );
  // What was taken can be read.
  service.ok('GET Products');
  service.ok('GET LicenseCodes', { pagenumber: 1, getsfs: 1 });
  service.ok('GET Profiles', { pageNumber: 1 });
});
