import { describe, expect, it } from 'vitest';
import { licensespringFiles } from '../../../src/api/licensespring/offline-files.js';
import type { LicenseFileFacts, LicenseProof } from '../../../src/api/offline-files.js';
import { publicKeyFingerprint } from '../../../src/api/public-key.js';
import { RejectedError, UsageError } from '../../../src/errors.js';
import {
  ACCOUNT,
  answerFor,
  type Body,
  base64,
  bundleAnswer,
  LICENSE,
  PUBLIC_KEY,
  renewal,
  STRANGER,
  sign,
  VENDOR,
  withOfflineSignature,
  withPartSignature,
} from './offline-vendor.js';

const PROOF: LicenseProof = {
  publicKey: PUBLIC_KEY,
  hardwareId: null,
  account: null,
  now: Date.parse('2026-11-20T12:00:00Z'),
};

const verify = (file: unknown, proof: Partial<LicenseProof> = {}): LicenseFileFacts =>
  licensespringFiles.verifyLicense(typeof file === 'string' ? file : JSON.stringify(file), "'x.lic'", {
    ...PROOF,
    ...proof,
  });

function refusal(file: unknown, proof: Partial<LicenseProof> = {}): { code: string; message: string } {
  try {
    verify(file, proof);
  } catch (error) {
    expect(error).toBeInstanceOf(RejectedError);
    return error as RejectedError;
  }
  throw new Error('it was accepted');
}

const { user, ...NO_USER } = { ...LICENSE, user: { email: 'u@example.com' } };
const { license_key: _key, ...USER_LICENSE }: Body = { ...NO_USER, user, username: 'u@example.com|acme' };

describe('a licence file that is as the vendor made it', () => {
  it('tells what was verified and what it says', () => {
    expect(verify(answerFor(), { account: ACCOUNT, hardwareId: 'hw-one' })).toEqual({
      provider: 'licensespring',
      valid: true,
      kind: 'license',
      key: '1111-2222-3333-4444',
      username: null,
      product: 'paint',
      deviceId: 'HW-One',
      status: 'active',
      type: 'time-limited',
      trial: false,
      startsAt: null,
      expiresAt: '2027-06-30T23:59:59.000Z',
      maintenanceEndsAt: null,
      issuedAt: '2026-11-20T11:00:00.000Z',
      signatures: ['license_signature', 'license_signature_v2', 'offline_signature'],
      publicKeyFingerprint: publicKeyFingerprint(VENDOR.publicKey),
      deviceChecked: true,
      licenses: null,
    });
  });

  const json = JSON.stringify(answerFor());
  it.each<[string, string]>([
    ['JSON', json],
    ['JSON with white space', JSON.stringify(answerFor(), null, 2)],
    ['JSON with escapes', json.replace('ü', '\\u00fc').replaceAll('/', '\\/')],
    ['Base64', base64(json)],
    ['Base64 in lines', base64(json).replace(/.{64}/g, '$&\n')],
    ['Base64 of it under `request`', base64(`{"request":${json}}`)],
    ['JSON with it under `request`', `{ "request" : ${json} }`],
    ['JSON with Base64 under `request`', JSON.stringify({ request: base64(json) })],
  ])('is taken as %s', (_name, text) => {
    expect(verify(`\n${text}\n`)).toMatchObject({ valid: true, deviceChecked: false });
  });

  it('may be signed in lower case, over a date alone, or for a user', () => {
    expect(verify(answerFor(LICENSE, { lowerCase: true }))).toMatchObject({ valid: true });
    const named = verify(answerFor(USER_LICENSE), { account: ACCOUNT });
    expect(named).toMatchObject({ key: null, username: 'u@example.com', signatures: { length: 2 + 1 } });
    const signed = withPartSignature({ ...LICENSE, validity_period: '2027-06-30T00:00:00.000Z' });
    const dated = { ...signed, validity_period: '2027-06-30' };
    expect(verify({ ...dated, license_signature_v2: sign(JSON.stringify(dated)) })).toMatchObject({
      expiresAt: '2027-06-30',
    });
  });

  it('may name its user by e-mail alone, and have white space behind a signature', () => {
    const { username: _name, ...byEmail } = USER_LICENSE;
    expect(verify(answerFor(byEmail))).toMatchObject({ key: null, username: 'u@example.com' });
    const dated = withOfflineSignature(LICENSE);
    const spaced = { ...dated, offline_signature: `${dated.offline_signature}\n` };
    const whole = { ...withPartSignature(spaced), license_signature_v2: sign(JSON.stringify(spaced)) };
    expect(verify(whole, { account: ACCOUNT }).signatures).toContain('offline_signature');
  });

  it('may renew a licence, with all but one signature signed, or with that one alone', () => {
    expect(verify(renewal())).toMatchObject({
      issuedAt: null,
      signatures: ['license_signature', 'license_signature_v2'],
    });
    expect(verify({ ...LICENSE, license_signature_v2: sign(JSON.stringify(LICENSE)) })).toMatchObject({
      signatures: ['license_signature_v2'],
    });
  });

  it('leaves out what nobody here can verify', () => {
    expect(verify(answerFor(), { account: { settings: {}, secrets: {} } }).signatures).toEqual([
      'license_signature',
      'license_signature_v2',
    ]);
  });
});

describe('a file that was changed', () => {
  const CHANGED = 'license_signature and license_signature_v2 do not match: ';
  const ELSEWHERE =
    'license_signature_v2 does not match: something other than hardware_id, license_key and validity_period was changed';

  it.each<[string, Body, string]>([
    ['the end', { validity_period: '2099-01-01T00:00:00.000Z' }, CHANGED],
    ['the device', { hardware_id: 'HW-Two' }, CHANGED],
    ['the key', { license_key: '9999-2222-3333-4444' }, CHANGED],
    ['the product', { product_details: { short_code: 'photo' } }, ELSEWHERE],
    ['the limit', { max_activations: 500 }, ELSEWHERE],
    ['the metadata', { metadata: {} }, ELSEWHERE],
    ['something new', { is_hardware_key_auth: false }, ELSEWHERE],
    [
      'license_signature',
      { license_signature: sign('other') },
      'license_signature does not match: license_signature itself was changed',
    ],
    ['license_signature_v2', { license_signature_v2: sign('other') }, 'license_signature_v2 does not match'],
    ['its form', { license_signature_v2: 'no Base64!' }, 'license_signature_v2 does not match'],
  ])('in %s is refused, and told where', (_name, change, said) => {
    const { code, message } = refusal({ ...answerFor(), ...change });
    expect(code).toBe('signature_mismatch');
    expect(message).toContain(said);
  });

  it('in something else is not taken for one of another key', () => {
    expect(refusal({ ...answerFor(), max_activations: 500 }).message).toBe(
      `${ELSEWHERE} after the file was made.`,
    );
  });

  it('in the device of a user is told with the name of the user', () => {
    const said = 'hardware_id, username or validity_period was changed';
    expect(refusal({ ...answerFor(USER_LICENSE), hardware_id: 'HW-Two' }).message).toContain(said);
    const withoutKey = { ...USER_LICENSE, license_key: null };
    expect(refusal({ ...answerFor(withoutKey), hardware_id: 'HW-Two' }).message).toContain(said);
    const both = { ...USER_LICENSE, license_key: 'K' };
    expect(refusal({ ...answerFor(both), hardware_id: 'HW-Two' }).message).toContain(
      'hardware_id, license_key',
    );
  });

  it('is told apart further with the shared key', () => {
    const told = (change: Body): string =>
      refusal({ ...answerFor(), ...change }, { account: ACCOUNT }).message;
    expect(told({ validity_period: null })).toContain(': validity_period was changed after');
    expect(told({ hardware_id: 'HW-Two' })).toContain(': hardware_id or license_key was changed after');
    expect(told({ date: 'Sat, 21 Nov 2026 11:00:00 GMT' })).toContain(
      ': date or offline_signature was changed after',
    );
    expect(told({ max_activations: 500 })).toContain(
      'something other than hardware_id, license_key, validity_period and date was changed',
    );
  });

  it('is told apart further with the device that it should be for', () => {
    const moved = { ...answerFor(), hardware_id: 'HW-Two' };
    expect(refusal(moved, { hardwareId: 'HW-One' }).message).toContain(': hardware_id was changed after');
    expect(refusal(moved, { hardwareId: 'HW-Two' }).message).toContain(
      'hardware_id, license_key or validity_period',
    );
  });

  it('is refused with any member changed, taken out or put elsewhere', () => {
    const answer = answerFor();
    for (const name of Object.keys(answer)) {
      const { [name]: value, ...rest } = answer;
      const other = typeof value === 'number' ? value + 1 : `${String(value)}x`;
      for (const [how, file] of [
        ['changed', { ...answer, [name]: other }],
        ['taken out', rest],
        ['moved', { ...rest, [name]: value }],
      ] as const) {
        // Signatures stand for themselves, wherever; so the one before them is the last of what is signed.
        if (how === 'moved' && name.includes('_signature')) continue;
        const { code } = refusal(file);
        const signature = how === 'taken out' && name.startsWith('license_signature');
        expect([name, how, code]).toEqual([
          name,
          how,
          signature ? 'signature_missing' : 'signature_mismatch',
        ]);
      }
    }
  });

  it('is refused with a member given twice, whichever a reader would take', () => {
    const text = JSON.stringify(answerFor());
    for (const more of ['"max_activations":500', '"validity_period":null']) {
      expect(refusal(`{${more},${text.slice(1)}`).code).toBe('signature_mismatch');
      expect(refusal(`${text.slice(0, -1)},${more}}`).code).toBe('signature_mismatch');
      expect(refusal(`${text.slice(0, -1)},${more.replace('v', 'V').replace('m', 'M')}}`).code).toBe(
        'signature_mismatch',
      );
    }
  });

  it('is refused when another key signed it, and that is said', () => {
    const { code, message } = refusal(answerFor(LICENSE, { key: STRANGER.privateKey }));
    expect([code, message]).toEqual([
      'signature_mismatch',
      'license_signature and license_signature_v2 do not match: hardware_id, license_key or validity_period was ' +
        'changed after the file was made, or it was signed with another key.',
    ]);
  });

  it('is refused when it was made for another account', () => {
    const account = { settings: {}, secrets: { apiKey: 'another', sharedKey: 'another' } };
    expect(refusal(answerFor(), { account })).toMatchObject({
      code: 'signature_mismatch',
      message: expect.stringContaining('offline_signature does not match: it was made for another account'),
    });
  });

  it('is refused when it is not signed as a whole', () => {
    expect(refusal(withPartSignature(withOfflineSignature(LICENSE)))).toMatchObject({
      code: 'signature_missing',
      message: 'The file has no license_signature_v2: nothing proves what it says.',
    });
    expect(refusal(LICENSE).code).toBe('signature_missing');
  });
});

describe('a licence that is genuine and of no use', () => {
  const signed = (change: Body) => answerFor({ ...LICENSE, ...change });

  it.each<[string, unknown, Partial<LicenseProof>, string, string]>([
    [
      'another device',
      answerFor(),
      { hardwareId: 'HW-Two' },
      'hardware_id_mismatch',
      'for the device HW-One, not for HW-Two',
    ],
    [
      'past its end',
      answerFor(),
      { now: Date.parse('2027-07-01T00:00:00Z') },
      'license_expired',
      '2027-06-30T23:59:59.000Z',
    ],
    [
      'not begun',
      signed({ start_date: '2026-12-01T00:00:00.000Z' }),
      {},
      'license_start_date_error',
      'not started',
    ],
    ['given back', signed({ active: false }), {}, 'license_not_active', 'not active'],
    ['disabled', signed({ license_enabled: false }), {}, 'license_not_enabled', 'disabled'],
  ])('%s', (_name, file, proof, code, said) => {
    const error = refusal(file, proof);
    expect(error.code).toBe(code);
    expect(error.message).toContain(said);
  });

  it('the clock decides, not what the server said when it wrote the file', () => {
    expect(verify(signed({ is_expired: true }))).toMatchObject({ valid: true, status: 'active' });
    const late = { now: Date.parse('2027-07-01T00:00:00Z') };
    expect(verify(signed({ allow_grace_period: true, grace_period: 48 }), late)).toMatchObject({
      status: 'grace',
    });
  });
});

describe('a bundle', () => {
  const second = { ...LICENSE, id: 2, license_type: 'perpetual', validity_period: null };
  const bundle = bundleAnswer([LICENSE, second]);

  it('is proved as a whole, and lists its licences', () => {
    expect(verify(bundle, { hardwareId: 'HW-One' })).toMatchObject({
      kind: 'bundle',
      issuedAt: '2026-11-20T11:00:00.000Z',
      signatures: ['bundle_signature_v2', 'license_signature'],
      licenses: [{ type: 'time-limited' }, { type: 'perpetual' }],
    });
    expect(verify([answerFor(), answerFor(second)])).toMatchObject({
      kind: 'bundle',
      licenses: { length: 2 },
    });
  });

  it('is proved by the account, too, where it has the signature of one of its licences', () => {
    const dated = withOfflineSignature({ ...LICENSE });
    const { bundle_signature_v2: _old, ...unsigned } = bundle;
    const whole = { ...unsigned, date: dated.date, offline_signature: dated.offline_signature };
    const file = { ...whole, bundle_signature_v2: sign(JSON.stringify(whole)) };
    expect(verify(file, { account: ACCOUNT }).signatures).toEqual([
      'bundle_signature_v2',
      'offline_signature',
      'license_signature',
    ]);
    expect(verify(file).signatures).toEqual(['bundle_signature_v2', 'license_signature']);
  });

  it('is refused when one licence of it was changed, taken out, or is of no use', () => {
    const [one, two] = bundle.licenses as readonly Body[];
    expect(refusal({ ...bundle, licenses: [one, { ...two, validity_period: '2099-01-01' }] })).toMatchObject({
      code: 'signature_mismatch',
      message: expect.stringMatching(
        /^Licence 2 of the bundle: license_signature does not match: .*validity_period/,
      ),
    });
    expect(refusal({ ...bundle, licenses: [one, { ...two, max_activations: 9 }] }).message).toMatch(
      /^bundle_signature_v2 does not match: the bundle was changed .*, or it was signed with another key\.$/,
    );
    expect(refusal({ ...bundle, licenses: [one] }).code).toBe('signature_mismatch');
    const { bundle_signature_v2: _gone, ...unsigned } = bundle;
    expect(refusal(unsigned).code).toBe('signature_missing');
    expect(refusal(bundle, { now: Date.parse('2028-01-01T00:00:00Z') }).code).toBe('license_expired');
    expect(refusal(bundle, { hardwareId: 'HW-Two' }).code).toBe('hardware_id_mismatch');
  });
});

describe('what is no licence file', () => {
  it.each<[string, string]>([
    ['text', 'hello, world'],
    ['JSON of something else', '{"a":1}'],
    ['a bare number', '42'],
    ['an empty list', '[]'],
    ['a list with something else in it', JSON.stringify([answerFor(), { a: 1 }])],
    ['half a file', base64(JSON.stringify(answerFor())).slice(0, 200)],
    ['cut JSON', JSON.stringify(answerFor()).slice(0, -5)],
    ['itself, for ever', JSON.stringify({ request: base64('{"request":"e30="}') })],
  ])('%s', (_name, text) => {
    expect(() => verify(text)).toThrowError(UsageError);
    expect(() => verify(text)).toThrowError("'x.lic' is no licence file: no licence is in it.");
  });

  it('a request for one, which is said', () => {
    const request = base64('{"request":"activation","signature":"x","hardware_id":"H","product":"p"}');
    const newer = base64('{"request":{"request":"activation","hardware_id":"H"},"signature":"x"}');
    for (const text of [request, newer]) {
      expect(() => verify(text)).toThrowError(
        expect.objectContaining({ message: "'x.lic' is no licence file: it is a request for one." }),
      );
    }
  });

  it('nor is something else a public key', () => {
    expect(() => verify(answerFor(), { publicKey: 'hello' })).toThrowError(
      expect.objectContaining({ code: 'invalid_public_key' }),
    );
  });
});
