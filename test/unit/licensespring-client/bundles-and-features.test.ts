/** Bundles and features of a licence: every answer that the documents leave open. */
import { describe, expect, it } from 'vitest';
import { NotFoundError, UnknownOutcomeError } from '../../../src/errors.js';
import {
  BY_KEY,
  DEVICE,
  FEATURE,
  failure,
  LICENSE,
  NAMED,
  OF_FEATURE,
  query,
  refusal,
  serve,
} from './usage-harness.js';

describe('bundles', () => {
  it('activates all licences, each a record of its own product', async () => {
    const paper = { ...LICENSE, id: 1654083900000032, product_details: { short_code: 'paper' } };
    const { capabilities, seen } = await serve({ body: [LICENSE, paper] });
    const input = { ...BY_KEY, bundle_code: 'suite', variables: { region: 'eu', cores: 8, beta: true } };
    const read = await capabilities.bundles?.activate(input);
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/api/v4/activate_bundle' });
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual(input);
    expect(read?.value).toMatchObject([
      { product: 'brush', licenseId: '1654083900000031', deviceId: 'HWID-1', status: 'activated' },
      { product: 'paper', licenseId: '1654083900000032', deviceId: 'HWID-1', status: 'activated' },
    ]);
  });

  it('checks all licences, and says once that a floating one took a seat of its own product', async () => {
    const floating = { ...LICENSE, is_floating_cloud: true, floating_timeout: 120 };
    const { capabilities, seen, notices } = await serve({ body: [LICENSE, floating, floating] });
    const read = await capabilities.bundles?.check({ ...BY_KEY, include_expired_features: true });
    expect(seen[0]?.url.split('?')[0]).toBe('/api/v4/check_bundle');
    expect(query(seen[0]?.url)).toEqual({ ...BY_KEY, include_expired_features: 'true' });
    expect(read?.value.map(({ status }) => status)).toEqual(['active', 'active', 'active']);
    expect(notices).toEqual([
      'Looking at a floating licence takes a seat: this device now holds one until 120 minutes have passed. ' +
        'To give it back: licensectl seat release 1111-2222-3333-4444 --product brush --hardware-id HWID-1',
    ]);
  });

  it('of a user names the user in the way back', async () => {
    const floating = { ...LICENSE, is_floating_cloud: true };
    const { capabilities, notices } = await serve({ body: [floating] });
    await capabilities.bundles?.check({ ...DEVICE, username: 'someone@example.com' });
    expect(notices[0]).toContain(
      'until its timeout passes. To give it back: licensectl seat release --username someone@example.com --product brush --hardware-id HWID-1',
    );
  });

  it('may be empty', async () => {
    const { capabilities } = await serve({ body: [] });
    expect((await capabilities.bundles?.check(BY_KEY))?.value).toEqual([]);
  });

  it.each([{}, { licenses: [LICENSE] }, [LICENSE, 'text'], [{}]])(
    'does not take %j for licences',
    async (body) => {
      const { capabilities } = await serve({ body });
      expect(await failure(capabilities.bundles?.activate(BY_KEY))).toMatchObject({
        code: 'unexpected_answer',
      });
    },
  );

  it('frees a device; how many licences that were is not told', async () => {
    const { capabilities, seen } = await serve({ body: 'license_deactivated' });
    const read = await capabilities.bundles?.deactivate({ ...BY_KEY, bundle_code: 'suite' });
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/api/v4/deactivate_bundle' });
    expect(read?.value).toMatchObject({ status: 'deactivated', deviceId: 'HWID-1', removed: null });
  });

  it.each(['', 'done'])('does not take %j for freed', async (body) => {
    const { capabilities } = await serve({ body });
    expect(await failure(capabilities.bundles?.deactivate(BY_KEY))).toBeInstanceOf(UnknownOutcomeError);
  });
});

describe('feature check', () => {
  it('reads a metered feature', async () => {
    const { capabilities, seen, notices } = await serve({ body: FEATURE });
    const read = await capabilities.licenseFeatures?.check({ ...OF_FEATURE, include_metadata_string: true });
    expect(seen[0]?.url.split('?')[0]).toBe('/api/v4/check_license_feature');
    expect(query(seen[0]?.url)).toEqual({ ...OF_FEATURE, include_metadata_string: 'true' });
    expect(read?.value).toEqual({
      ...NAMED,
      licenseId: '1654083900000030',
      code: 'EXPORT',
      name: 'Export',
      enabled: true,
      type: 'consumption',
      limit: 10,
      used: 8,
      expiresAt: null,
      floating: false,
      floatingTimeoutMinutes: null,
      seatsUsed: null,
      seatsAllowed: null,
      metadata: { tier: 2 },
      metadataText: null,
    });
    expect(notices).toEqual([]);
  });

  it('says that a floating feature took a seat, and how to give it back', async () => {
    const floating = {
      ...FEATURE,
      feature_type: 'activation',
      is_floating_cloud: true,
      floating_users: 2,
      floating_in_use_devices: 1,
      floating_timeout: 60,
      metadata_string: '{"tier":2}',
    };
    const { capabilities, notices } = await serve({ body: floating });
    expect((await capabilities.licenseFeatures?.check(OF_FEATURE))?.value).toMatchObject({
      type: 'floating',
      floating: true,
      floatingTimeoutMinutes: 60,
      seatsUsed: 1,
      seatsAllowed: 2,
      metadataText: '{"tier":2}',
    });
    expect(notices).toEqual([
      'Looking at a floating feature takes a seat of it: this device now holds one until 60 minutes have passed. ' +
        'To give it back: licensectl feature release EXPORT --key 1111-2222-3333-4444 --product paint --hardware-id HWID-1',
    ]);
  });

  it.each([
    ['2026-11-20T11:59:59.000Z', false],
    ['2026-11-20T12:00:01.000Z', true],
    ['some day', true],
  ])('is enabled until it expires: %s', async (expiry_date, enabled) => {
    const { capabilities } = await serve({ body: { ...FEATURE, expiry_date } });
    expect((await capabilities.licenseFeatures?.check(OF_FEATURE))?.value).toMatchObject({ enabled });
  });

  it('keeps the code that was asked for where the answer has none', async () => {
    const { capabilities } = await serve({ body: { ID: 77 } });
    expect((await capabilities.licenseFeatures?.check(OF_FEATURE))?.value).toMatchObject({
      code: 'EXPORT',
      name: null,
    });
  });

  it('passes on that there is no such feature', async () => {
    const { capabilities } = await serve(refusal('invalid_license_feature_code'));
    expect(await failure(capabilities.licenseFeatures?.check(OF_FEATURE))).toBeInstanceOf(NotFoundError);
  });
});

describe('feature release', () => {
  it.each(['', '""', 'released', {}])('is done, whatever the answer says (%j)', async (body) => {
    const { capabilities, seen } = await serve({ body });
    const read = await capabilities.licenseFeatures?.release(OF_FEATURE);
    expect(seen[0]).toMatchObject({
      method: 'POST',
      url: '/api/v4/floating/feature_release',
      body: JSON.stringify(OF_FEATURE),
    });
    expect(read?.value).toMatchObject({
      status: 'released',
      removed: 0,
      feature: 'EXPORT',
      deviceId: 'HWID-1',
    });
  });
});
