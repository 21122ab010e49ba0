/** A harness for calls that a device makes, and what its tests send and are answered. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { licensespring } from '../../../src/api/licensespring/provider.js';
import { createHarness, type Harness } from './test-client.js';
import { inOrder, type Reply, startServer, type TestServer } from './test-server.js';

const NOW = Date.parse('2026-11-20T12:00:00Z');
export const DEVICE = { hardware_id: 'HWID-1', product: 'paint' };
export const BY_KEY = { ...DEVICE, license_key: '1111-2222-3333-4444' };
export const OF_FEATURE = { ...BY_KEY, feature: 'EXPORT' };
export const NAMED = { provider: 'licensespring', key: '1111-2222-3333-4444' };
const SECRETS = {
  apiKey: 'emulator-api-key-9d3f7c21',
  sharedKey: 'kw4qSnpSwXzgiv5yxYpZZmFEd9QAeiKTQ6OuyMja',
};

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

export async function serve(
  ...replies: readonly Reply[]
): Promise<Harness & { readonly seen: TestServer['seen'] }> {
  const server = await startServer(inOrder(...replies));
  closing.push(server.close);
  const { baseUrl, seen } = server;
  const settings = { signatures: 'off' };
  return { ...(await createHarness(licensespring, { settings, baseUrl, secrets: SECRETS, now: NOW })), seen };
}

/** A server that takes the request and hangs up. */
export async function hangUp(): Promise<Harness> {
  const server = createServer((request) => request.on('end', () => request.socket.destroy()).resume());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return createHarness(licensespring, {
    settings: { signatures: 'off' },
    baseUrl,
    secrets: SECRETS,
    now: NOW,
  });
}

export const refusal = (code: string): Reply => ({
  status: 400,
  body: { status: 400, code, message: 'No.' },
});
export const failure = async (work: Promise<unknown> | undefined): Promise<unknown> =>
  await work?.then(
    () => undefined,
    (error: unknown) => error,
  );
export const query = (url: string | undefined): unknown =>
  Object.fromEntries(new URL(url ?? '', 'http://x').searchParams);

export const LICENSE = {
  id: 1654083900000031,
  license_key: '1111-2222-3333-4444',
  license_type: 'perpetual',
  license_active: true,
  license_enabled: true,
  times_activated: 1,
  max_activations: 3,
  product_details: { short_code: 'brush' },
};

export const FEATURE = {
  license_id: 1654083900000030,
  id: 77,
  code: 'EXPORT',
  name: 'Export',
  feature_type: 'consumption',
  expiry_date: null,
  max_consumption: 10,
  total_consumptions: 8,
  metadata: { tier: 2 },
};
