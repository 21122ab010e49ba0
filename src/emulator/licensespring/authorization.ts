/** Who is calling: the signed API key of the License API, or an OAuth bearer token; and whether the Date is near. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { flagOf, textOf, textOrNull } from '../row.js';
import type { EmulatedRequest, SystemDeps } from '../system.js';
import { requireBearer } from './oauth.js';
import { LicenseSpringRefusal } from './refusal.js';

/** The documents speak of dates up to 15 minutes old. Not documented: the future, and 15:00 itself (accepted). */
const TOLERANCE_MS = 15 * 60_000;

export interface Caller {
  /** The only product that the key may activate; null for any. */
  readonly product: string | null;
}

/** @throws LicenseSpringRefusal with the documented authorization codes */
export function authorize(request: EmulatedRequest, deps: SystemDeps, changes: boolean): Caller {
  const date = request.headers.date ?? '';
  const authorization = request.headers.authorization ?? '';
  if (date === '' || authorization === '') throw new LicenseSpringRefusal('missing_headers');
  const bearer = /^Bearer\s+(\S+)\s*$/i.exec(authorization)?.[1];
  if (bearer !== undefined) {
    requireBearer(deps, bearer);
    requireNear(date, deps.now());
    return { product: null };
  }
  const caller = requireSignature(deps, parseParameters(authorization), date, changes);
  requireNear(date, deps.now());
  return caller;
}

/** The signature of a date: Base64 of the HMAC-SHA256 of two lines, with the shared key's text as the key. */
function signatureOf(sharedKey: string, date: string): string {
  return createHmac('sha256', sharedKey).update(`licenseSpring\ndate: ${date}`).digest('base64');
}

function requireSignature(
  deps: SystemDeps,
  parameters: ReadonlyMap<string, string>,
  date: string,
  changes: boolean,
): Caller {
  const [algorithm, headers, signature, apiKey] = ['algorithm', 'headers', 'signature', 'apikey'].map(
    (name) => {
      const value = parameters.get(name);
      if (value === undefined || value === '') throw new LicenseSpringRefusal('authorization_missing_params');
      return value;
    },
  );
  if (algorithm?.toLowerCase() !== 'hmac-sha256') throw new LicenseSpringRefusal('hmac_required');
  if (headers?.toLowerCase() !== 'date') throw new LicenseSpringRefusal('authorization_invalid_headers');
  const row = deps.store.get('select * from licensespring_api_key where api_key = ?', apiKey ?? '');
  if (row === undefined) throw new LicenseSpringRefusal('invalid_api_key');
  if (flagOf(row, 'revoked')) throw new LicenseSpringRefusal('revoked_api_key');
  if (!isSameText(signature ?? '', signatureOf(textOf(row, 'shared_key'), date))) {
    throw new LicenseSpringRefusal('signature_mismatch');
  }
  if (changes && flagOf(row, 'read_only')) throw new LicenseSpringRefusal('read_only_api_key');
  return { product: textOrNull(row, 'product') };
}

/**
 * `name="value"` pairs, separated by commas with or without spaces, in any order, names in any case: the
 * documents and the vendor's own programs differ in all of these.
 *
 * @throws LicenseSpringRefusal authorization_invalid_headers when the header is not made of such pairs
 */
function parseParameters(header: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  const pair = /\s*([A-Za-z]+)\s*=\s*"([^"]*)"\s*(?:,|$)/y;
  while (pair.lastIndex < header.length) {
    const match = pair.exec(header);
    if (match === null) throw new LicenseSpringRefusal('authorization_invalid_headers');
    const [, name = '', value = ''] = match;
    parameters.set(name.toLowerCase(), value);
  }
  return parameters;
}

/** Base64 has spare bits at its end: the texts are compared, not the bytes that they stand for. */
function isSameText(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** @throws LicenseSpringRefusal date_header_diff; authorization_invalid_headers for what is no RFC 7231 date */
function requireNear(date: string, now: number): void {
  const time = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(date)
    ? Date.parse(date)
    : Number.NaN;
  if (Number.isNaN(time)) throw new LicenseSpringRefusal('authorization_invalid_headers');
  if (Math.abs(now - time) > TOLERANCE_MS) throw new LicenseSpringRefusal('date_header_diff');
}
