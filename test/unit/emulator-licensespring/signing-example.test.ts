import { describe, expect, test } from 'vitest';
import { licensespringSystem } from '../../../src/emulator/licensespring/system.js';
import { type OneSystem, oneSystem } from '../../support/one-system.js';
import { API_KEY, expectRefusal, SHARED_KEY } from './signed-calls.js';

/** The published example of the request signature page; its shared key is the default world's. */
const DATE = 'Tue, 07 Jun 2011 20:51:35 GMT';
const SIGNATURE = 'UDysfR6MndUZReo07Y9r+vErn8vSxrnQ5ulit18iJ/Q=';
const WITHOUT_PREFIX = 'bBUg5NUAFIV+eZBR/wR/wAWt0s3nNvahY3sw6tuUs+s=';
const ALGORITHM = 'hmac-sha256';

interface Example {
  readonly date: string;
  readonly algorithm: string;
  readonly headers: string;
  readonly signature: string;
  readonly apikey: string;
}

const EXAMPLE: Example = {
  date: DATE,
  algorithm: ALGORITHM,
  headers: 'date',
  signature: SIGNATURE,
  apikey: API_KEY,
};

const atExample = (): OneSystem => oneSystem(licensespringSystem, '2011-06-07T20:51:35Z');

function send(system: OneSystem, { date, ...parameters }: Example) {
  const pairs = Object.entries(parameters).map(([name, value]) => `${name}="${value}"`);
  return system.call({
    method: 'GET',
    path: '/api/v4/product_details',
    query: { product: 'lsprod' },
    headers: { date, authorization: pairs.join(', ') },
  });
}

/** The text with each of its characters replaced in turn, left out, and doubled. */
function neighbours(text: string): string[] {
  return [...text].flatMap((character, place) => {
    const before = text.slice(0, place);
    const after = text.slice(place + 1);
    const others = [...'A0z9+/=,x '].filter((other) => other.toLowerCase() !== character.toLowerCase());
    return [
      ...others.map((other) => before + other + after),
      before + after,
      before + character + text.slice(place),
    ];
  });
}

test('the published signing example is accepted at its date', () => {
  expect(send(atExample(), EXAMPLE).status).toBe(200);
});

test('it is refused without the date prefix in the signed text', () => {
  expectRefusal(send(atExample(), { ...EXAMPLE, signature: WITHOUT_PREFIX }), 'signature_mismatch');
});

describe('it is refused with any one character changed', () => {
  test.each<[keyof Example, string]>([
    ['date', 'signature_mismatch'],
    ['signature', 'signature_mismatch'],
    ['algorithm', 'hmac_required'],
    ['headers', 'authorization_invalid_headers'],
    ['apikey', 'invalid_api_key'],
  ])('of %s: %s', (field, code) => {
    const system = atExample();
    for (const changed of neighbours(EXAMPLE[field])) {
      expectRefusal(send(system, { ...EXAMPLE, [field]: changed }), code);
    }
  });

  test('of the shared key that the server holds', () => {
    const system = atExample();
    for (const changed of neighbours(SHARED_KEY)) {
      const sql = 'update licensespring_api_key set shared_key = ? where api_key = ?';
      system.deps.store.run(sql, changed, API_KEY);
      expectRefusal(send(system, EXAMPLE), 'signature_mismatch');
    }
  });

  test('in the case of a letter of the signature, and in its spare bits', () => {
    const system = atExample();
    const flipped = [...SIGNATURE].flatMap((letter, place) => {
      const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
      return other === letter ? [] : [SIGNATURE.slice(0, place) + other + SIGNATURE.slice(place + 1)];
    });
    const spare = SIGNATURE.replace(/Q=$/, 'R=');
    expect(Buffer.from(spare, 'base64')).toEqual(Buffer.from(SIGNATURE, 'base64'));
    for (const signature of [...flipped, spare]) {
      expectRefusal(send(system, { ...EXAMPLE, signature }), 'signature_mismatch');
    }
  });
});

test.each([400, 401] as const)('signature_mismatch with status %i, as set', (status) => {
  const system = atExample();
  system.settings.licensespringMismatchStatus = status;
  expectRefusal(send(system, { ...EXAMPLE, signature: WITHOUT_PREFIX }), 'signature_mismatch', status);
});

test.each([
  ['15:00 behind', 900_000, undefined],
  ['15:00 behind and most of a second', 900_999, undefined],
  ['15:01 behind', 901_000, 'date_header_diff'],
  ['14 minutes behind', 840_000, undefined],
  ['16 minutes behind', 960_000, 'date_header_diff'],
  ['15:00 ahead', -900_000, undefined],
  ['15:01 ahead', -901_000, 'date_header_diff'],
  ['14 minutes ahead', -840_000, undefined],
  ['16 minutes ahead', -960_000, 'date_header_diff'],
])('the example %s of the clock', (_what, milliseconds, code) => {
  const system = atExample();
  system.advance(milliseconds);
  const response = send(system, EXAMPLE);
  if (code === undefined) expect(response.status).toBe(200);
  else expectRefusal(response, code);
});
