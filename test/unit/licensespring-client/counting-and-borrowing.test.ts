/** Counted usage and borrowed seats: every answer that the documents leave open. */
import { describe, expect, it } from 'vitest';
import { RejectedError, UnknownOutcomeError, UsageError } from '../../../src/errors.js';
import {
  BY_KEY,
  DEVICE,
  FEATURE,
  failure,
  LICENSE,
  NAMED,
  OF_FEATURE,
  refusal,
  serve,
} from './usage-harness.js';

describe('counting', () => {
  const COUNTED = {
    id: 1654083900000025,
    total_consumptions: 103,
    max_consumptions: 100,
    allow_overages: true,
    max_overages: 5,
    reset_consumption: true,
    consumption_period: 'monthly',
    company: { id: 1 },
  };

  it('adds to a licence, less than nothing too', async () => {
    const { capabilities, seen } = await serve({ body: COUNTED });
    const input = {
      ...BY_KEY,
      consumptions: -5,
      max_overages: 20,
      allow_overages: false,
      event: 'offline_floating_consumptions_sync',
      license_id: 1654083900000025,
    };
    const read = await capabilities.consumption?.add(input);
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/api/v4/add_consumption' });
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual(input);
    expect(read?.value).toEqual({
      ...NAMED,
      licenseId: '1654083900000025',
      product: 'paint',
      feature: null,
      consumptionsUsed: 103,
      consumptionsAllowed: 100,
      overagesAllowed: true,
      maxOverages: 5,
      resets: true,
      resetPeriod: 'monthly',
    });
  });

  it('adds to a feature, whose limit has another name and whose id is not that of the licence', async () => {
    const { capabilities, seen } = await serve(
      { body: FEATURE },
      { body: { ...FEATURE, license_id: undefined } },
    );
    const read = await capabilities.licenseFeatures?.consume({ ...OF_FEATURE, consumptions: '3' });
    expect(seen[0]?.url).toBe('/api/v4/add_feature_consumption');
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ ...OF_FEATURE, consumptions: 3 });
    expect(read?.value).toMatchObject({
      licenseId: '1654083900000030',
      feature: 'EXPORT',
      consumptionsUsed: 8,
      consumptionsAllowed: 10,
      overagesAllowed: null,
    });
    const again = await capabilities.licenseFeatures?.consume(OF_FEATURE);
    expect(again?.value.licenseId).toBeNull();
  });

  it('has no limit where consumption is unlimited', async () => {
    const { capabilities } = await serve({ body: { ...COUNTED, allow_unlimited_consumptions: true } });
    expect((await capabilities.consumption?.add(BY_KEY))?.value.consumptionsAllowed).toBeNull();
  });

  it.each([{}, [COUNTED], 'counted', { status: 'ok' }])('does not know what %j means', async (body) => {
    const { capabilities } = await serve({ body });
    const error = await failure(capabilities.consumption?.add(BY_KEY));
    expect(error).toBeInstanceOf(UnknownOutcomeError);
  });

  it.each(['license_not_enough_consumptions', 'negative_consumptions_not_allowed'])(
    'passes on %s',
    async (code) => {
      const { capabilities } = await serve(refusal(code));
      expect(await failure(capabilities.consumption?.add(BY_KEY))).toBeInstanceOf(RejectedError);
    },
  );
});

describe('borrowing', () => {
  const BORROWED = {
    borrowed_until: '2026-11-27T12:00:00.000Z',
    max_borrow_time: 168,
    device_id: 55,
    license_id: 1654083900000021,
    company: { id: 1 },
  };

  it.each([
    ['a seat', 'floating/borrow', BY_KEY, null],
    ['a seat of a feature', 'floating/feature_borrow', OF_FEATURE, 'EXPORT'],
  ])('%s until a date', async (_what, call, who, feature) => {
    const { capabilities, seen } = await serve({ body: BORROWED });
    const borrow = feature === null ? capabilities.seats?.borrow : capabilities.licenseFeatures?.borrow;
    const input = { ...who, borrowed_until: '2026-11-27' };
    const read = await borrow?.(input);
    expect(seen[0]).toMatchObject({ method: 'POST', url: `/api/v4/${call}` });
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual(input);
    expect(read?.value).toEqual({
      ...NAMED,
      licenseId: '1654083900000021',
      product: 'paint',
      feature,
      deviceId: 'HWID-1',
      borrowedUntil: '2026-11-27T12:00:00.000Z',
      maxBorrowHours: 168,
    });
  });

  it('sends null, which is the longest time, as null', async () => {
    const { capabilities, seen } = await serve({ body: BORROWED });
    await capabilities.seats?.borrow?.({ ...BY_KEY, borrowed_until: null });
    expect(seen[0]?.body).toBe(JSON.stringify({ ...BY_KEY, borrowed_until: null }));
  });

  it.each([undefined, ''])(
    'sends nothing where the end is %j: the server wants the member',
    async (borrowed_until) => {
      const { capabilities, seen } = await serve();
      expect(await failure(capabilities.seats?.borrow?.({ ...BY_KEY, borrowed_until }))).toBeInstanceOf(
        UsageError,
      );
      expect(seen).toEqual([]);
    },
  );

  it('is proved by a password or single sign-on, too', async () => {
    const { capabilities, seen } = await serve({ body: BORROWED });
    const sso = { ...DEVICE, id_token: 'token', customer_account_code: 'ACME', borrowed_until: null };
    await capabilities.seats?.borrow?.(sso);
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual(sso);
  });

  it('tells whoever begins to hold a borrowed seat that giving it back ends that', async () => {
    const held = {
      ...LICENSE,
      is_floating_cloud: true,
      floating_timeout: 60,
      borrowed_until: BORROWED.borrowed_until,
    };
    const { capabilities, notices } = await serve({ body: held }, { body: held });
    const taken = await capabilities.seats?.request(BY_KEY);
    expect(taken?.value).toMatchObject({ expiresAt: BORROWED.borrowed_until, heartbeatSeconds: 1800 });
    await capabilities.seats?.heartbeat(BY_KEY);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain('has borrowed its seat until 2026-11-27T12:00:00.000Z');
  });
});
