/** Licence files as the vendor makes them, written from its documentation for these tests alone. */
import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

export const VENDOR = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const STRANGER = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const PUBLIC_KEY = VENDOR.publicKey.export({ type: 'spki', format: 'pem' }).toString();
export const ACCOUNT = {
  settings: {},
  secrets: { apiKey: 'an-api-key', sharedKey: 'kw4qSnpSwXzgiv5yxYpZZmFEd9QAeiKTQ6OuyMja' },
};

export type Body = Readonly<Record<string, unknown>>;

export const sign = (text: string, key: KeyObject = VENDOR.privateKey): string =>
  createSign('sha256').update(text, 'utf8').sign(key, 'base64');

export const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

export const hmac = (text: string): string =>
  createHmac('sha256', ACCOUNT.secrets.sharedKey).update(text).digest('base64');

export const LICENSE: Body = {
  id: 1654083847299523,
  license_key: '1111-2222-3333-4444',
  device_id: 1654083847299001,
  hardware_id: 'HW-One',
  active: true,
  request: 'activation',
  is_expired: false,
  license_type: 'time-limited',
  is_trial: false,
  validity_period: '2027-06-30T23:59:59.000Z',
  maintenance_period: null,
  start_date: null,
  max_activations: 5,
  times_activated: 1,
  product_details: { product_name: 'Paint', short_code: 'paint', authorization_method: 'license-key' },
  metadata: { note: 'Grüße "x"', 'z,}': [1, { a: null }] },
};

export interface Signing {
  readonly key?: KeyObject;
  /** The page on response signatures lowers the case of all of it. */
  readonly lowerCase?: boolean;
}

/** What `license_signature` is over. */
function message(body: Body): string {
  const user = body.user as Body | undefined;
  const holder = String(body.username ?? user?.email ?? body.license_key).split('|')[0];
  return `${String(body.hardware_id).toLowerCase()}#${holder}#${body.validity_period ?? ''}`;
}

export function withPartSignature(body: Body, { key, lowerCase = false }: Signing = {}): Body {
  const text = message(body);
  return { ...body, license_signature: sign(lowerCase ? text.toLowerCase() : text, key) };
}

export function withOfflineSignature(body: Body): Body {
  const dated: Body = { ...body, date: 'Fri, 20 Nov 2026 11:00:00 GMT' };
  const lines = ['licenseSpring', `date: ${dated.date}`, body.license_key ?? body.username];
  return {
    ...dated,
    offline_signature: hmac([...lines, body.hardware_id, ACCOUNT.secrets.apiKey].join('\n')),
  };
}

/** The answer to an offline activation. */
export function answerFor(body: Body = LICENSE, signing: Signing = {}): Body {
  const dated = withOfflineSignature(body);
  const v2 = sign(JSON.stringify(dated), signing.key);
  return { ...withPartSignature(dated, signing), license_signature_v2: v2 };
}

/** A file that renews a licence: all but the one signature is signed. */
export function renewal(body: Body = LICENSE): Body {
  const signed = withPartSignature(body);
  return { ...signed, license_signature_v2: sign(JSON.stringify(signed)) };
}

/** The answer for a bundle. */
export function bundleAnswer(bodies: readonly Body[]): Body {
  const whole = {
    licenses: bodies.map((body) => withPartSignature(body)),
    date: 'Fri, 20 Nov 2026 11:00:00 GMT',
  };
  return { ...whole, bundle_signature_v2: sign(JSON.stringify(whole)) };
}
