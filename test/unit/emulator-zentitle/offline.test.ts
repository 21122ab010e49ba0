import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  digestOf,
  makeActivationCertificate,
  makeActivationRequest,
  makeDeactivationCertificate,
  readCertificate,
} from '../../../src/emulator/zentitle/certificates.js';
import { DAY, firstOf, OFFLINE_REQUEST, type Service, startService } from './service.js';

const PRODUCT = '3659400101';
const DOCUMENTED = { productid: '6872450105', licensecode: '206454320110930859' };

interface Own {
  readonly service: Service;
  readonly code: string;
  readonly show: () => Readonly<Record<string, unknown>>;
  readonly change: (fields: object) => void;
  readonly request: (computerId: string, serial?: string) => object;
  readonly returns: (computerId: string, serial?: string) => object;
}

/** A new code for two clients. */
function ownCode(): Own {
  const service = startService();
  const code = '777000111222333444';
  service.ok('POST LicenseCode', { productid: PRODUCT, licensecodes: code });
  const key = { productid: PRODUCT, licensecode: code };
  const change = (fields: object): void => {
    service.ok('PUT LicenseCode', { ...key, ...fields });
  };
  change({ clientsallowed: 2 });
  return {
    service,
    code,
    change,
    show: () => firstOf(service.ok('GET LicenseCode', key)),
    request: (computerId, serial = '1') => ({
      productid: PRODUCT,
      activationcertificate: makeActivationRequest({ productId: PRODUCT, code, computerId, serial }),
    }),
    returns: (computerId, serial = '1') => ({
      productid: PRODUCT,
      deactivationcertificate: makeDeactivationCertificate({ productId: PRODUCT, code, computerId, serial }),
    }),
  };
}

const ONE = 'AAAAAAAAAAAAAAAAAAA1';
const TWO = 'AAAAAAAAAAAAAAAAAAA2';
const THREE = 'AAAAAAAAAAAAAAAAAAA3';

describe('OfflineActivation', () => {
  test('a request activates its computer; the certificate ends with the digits of the code', () => {
    const { service, code, show, request } = ownCode();
    const certificate = String(service.ok('GET OfflineActivation', request(ONE)));
    expect(certificate).toMatch(/^[0-9a-f]+$/);
    expect(certificate.endsWith(Buffer.from(code).toString('hex'))).toBe(true);
    expect(show()).toMatchObject({ numActivations: 1, subscriptionlastActivated: '2026-03-02T09:00:00' });
    expect(service.ok('GET LicenseCodeActivity', { productid: PRODUCT, licensecode: code })).toEqual({
      licenseCode: code,
      computerID: ONE,
      status: 'ACTIVATED',
      vmLeaseperiod: 0,
      clientleaseenddate: '2026-03-19T09:00:00',
      vmPlatform: '',
      username: '',
      activated: '2026-03-02T09:00:00',
      deactivated: '1900-01-01T00:00:00',
    });
    expect(service.ok('GET ActivatedLicenseCodes', { computerid: ONE })).toEqual([
      { productID: PRODUCT, licenseCode: code },
    ]);
  });

  test('the limit is reached, and giving a computer back makes room', () => {
    const { service, code, show, request, returns } = ownCode();
    service.ok('GET OfflineActivation', request(ONE));
    service.ok('GET OfflineActivation', request(TWO));
    expect(service.refused('GET OfflineActivation', request(THREE))).toBe(
      `License code ${code} is activated on all 2 clients allowed.`,
    );
    expect(service.ok('DELETE OfflineActivation', returns(ONE))).toBe('OK');
    expect(service.refused('DELETE OfflineActivation', returns(ONE))).toMatch(/is not activated on computer/);
    service.ok('GET OfflineActivation', request(THREE));
    expect(show().numActivations).toBe(2);
    const row = firstOf(
      service.ok('GET LicenseCodes', {
        productid: PRODUCT,
        pagenumber: 1,
        profilename: 'default',
        activated: 'true',
      }),
    );
    expect(row.licenseCode).not.toBe('');
  });

  test('a subscription that is longer than the calendar ends with it, set on the code or inherited', () => {
    const { service, show, request, change } = ownCode();
    const profile = { productid: PRODUCT, profilename: 'For ever' };
    const subscription = { licensetype: 'subscriptionperiod', subscriptionperiod: 2_147_483_647 };
    const terms = { ...subscription, enabledforuse: 'true', clientsallowed: 2 };
    service.ok('POST Profile', { ...profile, ...terms });
    change({ profilename: 'For ever', inheritprofile: 'true' });
    service.ok('GET OfflineActivation', request(ONE));
    const end = '9999-12-31T23:59:59.999';
    expect(show().subscriptionEnddate).toBe(end);
    service.ok('PUT Profile', { ...profile, inheritprofile: 'true' });
    expect(show().subscriptionEnddate).toBe(end);
  });

  test('the same request gives the same certificate while it lasts, and is refused afterwards', () => {
    const { service, show, request, returns } = ownCode();
    const first = service.ok('GET OfflineActivation', request(ONE));
    expect(service.ok('GET OfflineActivation', request(ONE))).toBe(first);
    expect(show().numActivations).toBe(1);
    service.ok('DELETE OfflineActivation', returns(ONE));
    expect(service.refused('GET OfflineActivation', request(ONE))).toMatch(/was used before/);
    expect(service.ok('GET OfflineActivation', request(ONE, '2'))).not.toBe(first);
    expect(service.refused('GET OfflineActivation', request(ONE))).toMatch(/was used before/);
  });

  test('a request stays used when the activity that it led to is deleted', () => {
    const { service, code, request } = ownCode();
    service.ok('GET OfflineActivation', request(ONE));
    service.ok('DELETE LicenseCodeActivity', { productid: PRODUCT, licensecode: code });
    service.ok('GET OfflineActivation', request(ONE, '2'));
    expect(service.refused('GET OfflineActivation', request(ONE))).toMatch(/was used before/);
  });

  test('a request that worked before is refused while its code is disabled', () => {
    const { service, change, request } = ownCode();
    service.ok('GET OfflineActivation', request(ONE));
    change({ enabledforuse: 'false' });
    expect(service.refused('GET OfflineActivation', request(ONE))).toMatch(/is not enabled/);
  });

  test('a new request of an active computer renews its lease and takes no other place', () => {
    const { service, code, show, request } = ownCode();
    service.ok('GET OfflineActivation', request(ONE));
    service.advance(DAY);
    service.ok('GET OfflineActivation', request(ONE, '2'));
    expect(show().numActivations).toBe(1);
    expect(service.ok('GET LicenseCodeActivity', { productid: PRODUCT, licensecode: code })).toMatchObject({
      clientleaseenddate: '2026-03-20T09:00:00',
      activated: '2026-03-02T09:00:00',
    });
  });

  test('disabled and expired codes are refused, by the clock', () => {
    const { service, change, request } = ownCode();
    change({ enabledforuse: 'false' });
    expect(service.refused('GET OfflineActivation', request(ONE))).toMatch(/is not enabled for use/);
    change({ enabledforuse: 'true', licensetype: 'expirationdate', subscriptionenddate: '2026-03-05' });
    service.ok('GET OfflineActivation', request(ONE));
    service.advance(3 * DAY);
    expect(service.refused('GET OfflineActivation', request(TWO))).toMatch(
      /has expired: its end date was 2026-03-05T/,
    );
  });

  test('a subscription starts with the first activation and ends by the clock', () => {
    const { service, show, change, request } = ownCode();
    change({ licensetype: 'subscriptionperiod', subscriptionperiod: 10 });
    expect(show().subscriptionEnddate).toBeNull();
    service.advance(30 * DAY);
    service.ok('GET OfflineActivation', request(ONE));
    expect(show().subscriptionEnddate).toBe('2026-04-11T09:00:00');
    change({ licensetype: 'subscriptionperiod', subscriptionperiod: 20 });
    expect(show().subscriptionEnddate).toBe('2026-04-21T09:00:00');
    service.advance(20 * DAY);
    expect(service.refused('GET OfflineActivation', request(TWO))).toMatch(/has expired/);
  });

  test('texts that are no request for this product are refused with the reason', () => {
    const { service, code, request, returns } = ownCode();
    const get = (activationcertificate: string, productid = PRODUCT) =>
      service.refused('GET OfflineActivation', { productid, activationcertificate });
    const good = makeActivationRequest({ productId: PRODUCT, code, computerId: ONE });
    expect(get('short')).toBe('The text is not a certificate.');
    expect(get(`${'ab '.repeat(40)}`)).toBe('The text is not a certificate.');
    expect(get(good.slice(0, -2))).toMatch(/damaged, changed or cut short/);
    expect(get(good.slice(0, 200))).toMatch(/damaged, changed or cut short/);
    expect(get(`${good.slice(0, 400)}00${good.slice(402)}`)).toMatch(/damaged, changed or cut short/);
    expect(get(good, '6872450105')).toMatch(/was made for product 3659400101, not 6872450105/);
    expect(get(makeDeactivationCertificate({ productId: PRODUCT, code, computerId: ONE }))).toMatch(
      /of the kind deactivation, not request/,
    );
    const answer = String(service.ok('GET OfflineActivation', request(ONE)));
    expect(get(answer)).toMatch(/of the kind activation, not request/);
    expect(
      service.refused('DELETE OfflineActivation', { productid: PRODUCT, deactivationcertificate: good }),
    ).toMatch(/of the kind request, not deactivation/);
    expect(get(makeActivationRequest({ productId: PRODUCT, code: '1', computerId: ONE }))).toMatch(
      /License code 1 was not found/,
    );
    expect(service.refused('DELETE OfflineActivation', returns(TWO))).toMatch(/is not activated/);
  });

  test('the documented text stands for one computer of the documented code', () => {
    const service = startService();
    const key = { productid: DOCUMENTED.productid };
    service.ok('GET OfflineActivation', { ...key, activationcertificate: OFFLINE_REQUEST });
    const activity = service.ok('GET LicenseCodeActivity', { ...DOCUMENTED, activated: 1 }) as {
      computerID: string;
    }[];
    expect(activity.map(({ computerID }) => computerID)).toEqual([
      'kQe0MRH12bYgemkYW2bc',
      'aTkkGlWXABuOc06tWmDe',
    ]);
    expect(service.ok('DELETE OfflineActivation', { ...key, deactivationcertificate: OFFLINE_REQUEST })).toBe(
      'OK',
    );
    expect(
      service.refused('DELETE OfflineActivation', { ...key, deactivationcertificate: OFFLINE_REQUEST }),
    ).toMatch(/is not activated/);
  });

  test('texts of another make are refused, the documented one with a letter changed, too', () => {
    const service = startService();
    const key = { productid: DOCUMENTED.productid };
    const changed = `${OFFLINE_REQUEST.slice(0, 5000)}0${OFFLINE_REQUEST.slice(5001)}`;
    expect(changed).not.toBe(OFFLINE_REQUEST);
    for (const text of [changed, OFFLINE_REQUEST.slice(0, -1), 'ab12'.repeat(100)]) {
      expect(service.refused('GET OfflineActivation', { ...key, activationcertificate: text })).toBe(
        'The certificate was not made for this service and cannot be read.',
      );
      expect(service.refused('DELETE OfflineActivation', { ...key, deactivationcertificate: text })).toBe(
        'The certificate was not made for this service and cannot be read.',
      );
    }
  });

  test('the answer is signed for its request alone', () => {
    const { service, request } = ownCode();
    const input = request(ONE) as { activationcertificate: string };
    const certificate = String(service.ok('GET OfflineActivation', input));
    expect(readCertificate(certificate)).toMatchObject({
      state: 'read',
      kind: 'activation',
      subject: { computerId: ONE, serial: digestOf(input.activationcertificate) },
    });
    const second = String(service.ok('GET OfflineActivation', request(ONE, '2')));
    expect(readCertificate(second)).toMatchObject({ subject: { computerId: ONE } });
    expect(second).not.toBe(certificate);
  });

  test('a deactivation certificate works once: a later activation needs another', () => {
    const { service, show, request, returns } = ownCode();
    service.ok('GET OfflineActivation', request(ONE));
    service.ok('DELETE OfflineActivation', returns(ONE));
    service.ok('GET OfflineActivation', request(ONE, '2'));
    expect(service.refused('DELETE OfflineActivation', returns(ONE))).toBe(
      'This deactivation certificate was used before; make a new one.',
    );
    expect(show().numActivations).toBe(1);
    expect(service.ok('DELETE OfflineActivation', returns(ONE, '2'))).toBe('OK');
    expect(show().numActivations).toBe(0);
  });

  test('capital letters and blanks around make no other certificate', () => {
    const { service, request, returns } = ownCode();
    const loud = (input: object): object =>
      Object.fromEntries(
        Object.entries(input).map(([name, text]) => [
          name,
          name === 'productid' ? text : ` ${String(text).toUpperCase()}\n`,
        ]),
      );
    const first = service.ok('GET OfflineActivation', request(ONE));
    expect(service.ok('GET OfflineActivation', loud(request(ONE)))).toBe(first);
    service.ok('DELETE OfflineActivation', loud(returns(ONE)));
    expect(service.refused('GET OfflineActivation', loud(request(ONE)))).toMatch(/was used before/);
    service.ok('GET OfflineActivation', request(ONE, '2'));
    expect(service.refused('DELETE OfflineActivation', returns(ONE))).toMatch(/was used before/);
  });

  test('a deactivation certificate that was refused may be used later', () => {
    const { service, request, returns } = ownCode();
    service.refused('DELETE OfflineActivation', returns(ONE));
    service.ok('GET OfflineActivation', request(ONE));
    service.ok('DELETE OfflineActivation', returns(ONE));
  });

  test('activating converts the trial of the computer', () => {
    const { service, code, request } = ownCode();
    const trial = firstOf(
      service.ok('GET Trials', {
        pageNumber: 1,
        productId: PRODUCT,
        trialStatus: 'inTrial',
        converted: 'false',
      }),
    );
    const computerid = String(trial.computerId);
    service.ok('GET OfflineActivation', request(computerid));
    expect(service.ok('GET Trial', { productid: PRODUCT, computerid })).toBe('Trial Activated');
    expect(service.refused('DELETE Trial', { productid: PRODUCT, computerid })).toMatch(/has been activated/);
    const after = service.ok('GET Trials', { pageNumber: 1, productId: PRODUCT, computerId: computerid });
    expect(firstOf(after)).toMatchObject({ converted: 'true', licenseCode: code });
  });
});

describe('certificates', () => {
  const id = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme-ascii' });
  const subject = fc.record({ productId: id, code: id, computerId: id, serial: id });

  test('what is made is read back, whatever is in it', () => {
    fc.assert(
      fc.property(subject, (one) => {
        for (const [kind, text] of [
          ['request', makeActivationRequest(one)],
          ['deactivation', makeDeactivationCertificate(one)],
          ['activation', makeActivationCertificate(one)],
        ] as const) {
          expect(readCertificate(` ${text}\n`)).toEqual({ state: 'read', kind, subject: one });
        }
      }),
      { numRuns: 50 },
    );
  });

  test('a certificate that lost or changed any part is never read', () => {
    const subject = { productId: '1', code: '2', computerId: '3' };
    const texts = [
      makeActivationRequest(subject),
      makeActivationCertificate(subject),
      makeDeactivationCertificate(subject),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), (text, place) => {
        const at = place % text.length;
        const flipped = text[at] === '0' ? '1' : '0';
        expect(readCertificate(`${text.slice(0, at)}${flipped}${text.slice(at + 1)}`).state).not.toBe('read');
        expect(readCertificate(text.slice(0, at)).state).not.toBe('read');
        expect(readCertificate(`${text}00`).state).not.toBe('read');
      }),
    );
  });

  test('the code at the end of an answer is that of the answer', () => {
    const text = makeActivationCertificate({ productId: '1', code: '2222', computerId: '3' });
    const other = `${text.slice(0, -8)}${Buffer.from('2223').toString('hex')}`;
    expect([readCertificate(text).state, readCertificate(other).state]).toEqual(['read', 'damaged']);
  });

  test('a request is as long as the documented one, give or take its last digit', () => {
    expect(OFFLINE_REQUEST).toHaveLength(13_461);
    expect(makeActivationRequest({ productId: '1', code: '2', computerId: '3' })).toHaveLength(13_460);
  });
});
