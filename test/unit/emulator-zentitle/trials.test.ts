import { describe, expect, test } from 'vitest';
import { DAY, type Service, START, startService } from './service.js';

const RUNNING = { productid: '6872450105', computerid: 'BLXRrZJ5T9imK7qPrJSL' };

type Trial = Readonly<
  Record<'computerId' | 'created' | 'expires' | 'trialStatus' | 'converted' | 'licenseCode', string>
>;

const list = (service: Service, filter: object = {}): readonly Trial[] =>
  service.ok('GET Trials', { pageNumber: 1, ...filter }) as Trial[];

describe('Trial', () => {
  test('a trial ends by the clock, and is reset by deleting it', () => {
    const service = startService();
    expect(service.ok('GET Trial', RUNNING)).toBe('In Trial');
    service.advance(4 * DAY);
    expect(service.ok('GET Trial', RUNNING)).toBe('Trial Expired');
    expect(service.ok('DELETE Trial', RUNNING)).toBe('Trial Deleted Successfully');
    expect(service.ok('GET Trial', RUNNING)).toBe('Trial Does Not Exist');
    expect(service.refused('DELETE Trial', RUNNING)).toBe('The trial does not exist.');
  });

  test('a converted trial cannot be deleted', () => {
    const service = startService();
    const converted = { productid: '3117400101', computerid: 'MauY67890Gh34567890' };
    expect(service.ok('GET Trial', converted)).toBe('Trial Activated');
    expect(service.refused('DELETE Trial', converted)).toMatch(/has been activated/);
  });

  test('both fields are mandatory and the product must exist', () => {
    const service = startService();
    expect(service.refused('GET Trial', { productid: '6872450105' })).toMatch(/computerid/);
    expect(service.refused('GET Trial', { computerid: 'x' })).toMatch(/productid/);
    expect(service.refused('DELETE Trial', { ...RUNNING, productid: '1' })).toMatch(/Product 1/);
  });
});

describe('Trials', () => {
  const now = START.slice(0, -1);
  const inDays = (days: number): string =>
    new Date(Date.parse(START) + days * DAY).toISOString().slice(0, 19);

  test.each([
    [{ trialStatus: 'inTrial' }, (trial: Trial) => trial.expires > now],
    [{ trialStatus: 'EXPIRED' }, (trial: Trial) => trial.expires <= now],
    [{ converted: 'true' }, (trial: Trial) => trial.licenseCode !== ''],
    [{ converted: 'false' }, (trial: Trial) => trial.licenseCode === ''],
    [{ expiresWithinDays: 2 }, (trial: Trial) => trial.expires >= now && trial.expires <= inDays(2)],
    [{ createdWithinDays: '3' }, (trial: Trial) => trial.created >= inDays(-3) && trial.created <= now],
    [{ expiresBefore: inDays(-20) }, (trial: Trial) => trial.expires < inDays(-20)],
    [{ expiresAfter: inDays(1) }, (trial: Trial) => trial.expires > inDays(1)],
    [{ createdBefore: inDays(-30) }, (trial: Trial) => trial.created < inDays(-30)],
    [{ createdAfter: inDays(-30) }, (trial: Trial) => trial.created > inDays(-30)],
    [{ computerId: RUNNING.computerid }, (trial: Trial) => trial.computerId === RUNNING.computerid],
  ])('the filter %j selects what it says, and the count agrees', (filter, wanted) => {
    const service = startService();
    const expected = list(service).filter(wanted);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(43);
    expect(list(service, filter)).toEqual(expected);
    expect(service.ok('GET Trials', filter)).toBe(expected.length);
  });

  test('the world has forty trials beside the three of the document', () => {
    const service = startService();
    expect(service.ok('GET Trials', { pageNumber: 0 })).toBe(43);
    expect(new Set(list(service).map(({ trialStatus }) => trialStatus))).toEqual(
      new Set(['In Trial', 'Trial Expired']),
    );
  });

  test('the code of a converted trial is one of its product', () => {
    const service = startService();
    for (const { licenseCode } of list(service, { converted: 'true' })) {
      expect(service.call('GET LicenseCode', { licensecode: licenseCode }).status).toBe(200);
    }
  });

  test('any number of days is taken: what lies beyond the calendar is its edge', () => {
    const service = startService();
    const running = list(service).filter(({ expires }) => expires >= now);
    expect(list(service, { expiresWithinDays: 2_147_483_647 })).toEqual(running);
    expect(service.ok('GET Trials', { createdWithinDays: 2_147_483_647 })).toBe(43);
    expect(service.refused('GET Trials', { createdWithinDays: -1 })).toMatch(/between 0 and 2147483647/);
  });

  test('pages follow each other', () => {
    const service = startService();
    const pages = [1, 2, 3].map((pageNumber) => list(service, { pageNumber, pageSize: 20 }));
    expect(pages.map(({ length }) => length)).toEqual([20, 20, 3]);
    expect(pages.flat()).toEqual(list(service));
  });

  test('a status or date of another kind is refused', () => {
    const service = startService();
    expect(service.refused('GET Trials', { trialStatus: 'over' })).toMatch(/inTrial, expired/);
    expect(service.refused('GET Trials', { expiresAfter: 'soon' })).toMatch(/expiresAfter must be a date/);
    expect(service.refused('GET Trials', { expiresAfter: 'reset' })).toMatch(/must be a date/);
  });
});
