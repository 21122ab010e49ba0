/** Who is calling: the signed API key of the License API, or an OAuth bearer token; and whether the Date is near. */
import type { EmulatedRequest, SystemDeps } from '../system.js';
import { type Caller, hmac, isSameText, requireApiKey, signatureMismatch } from './credentials.js';
import { requireBearer } from './oauth.js';
import { LicenseSpringRefusal } from './refusal.js';

/** The documents speak of dates up to 15 minutes old. Not documented: the future, and 15:00 itself (both accepted). */
const TOLERANCE_SECONDS = 15 * 60;

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

/**
 * Whose requests are counted together: the API key or token, since a signature is another one each second; the whole
 * header when it is neither.
 */
export function credentialOf(authorization: string): string {
  const bearer = /^Bearer\s+(\S+)\s*$/i.exec(authorization)?.[1];
  return bearer ?? readParameters(authorization)?.get('apikey') ?? authorization;
}

function requireSignature(
  deps: SystemDeps,
  parameters: ReadonlyMap<string, string>,
  date: string,
  changes: boolean,
): Caller {
  const required = (name: string): string => {
    const value = parameters.get(name) ?? '';
    if (value === '') throw new LicenseSpringRefusal('authorization_missing_params');
    return value;
  };
  const algorithm = required('algorithm').toLowerCase();
  const headers = required('headers').toLowerCase();
  const signature = required('signature');
  const apiKey = required('apikey');
  if (algorithm !== 'hmac-sha256') throw new LicenseSpringRefusal('hmac_required');
  if (headers !== 'date') throw new LicenseSpringRefusal('authorization_invalid_headers');
  const key = requireApiKey(deps, apiKey);
  const expected = hmac(key.sharedKey, `licenseSpring\ndate: ${date}`).toString('base64');
  if (!isSameText(signature, expected)) throw signatureMismatch(deps);
  if (changes && key.readOnly) throw new LicenseSpringRefusal('read_only_api_key');
  return { product: key.product };
}

/** @throws LicenseSpringRefusal authorization_invalid_headers */
function parseParameters(header: string): ReadonlyMap<string, string> {
  const parameters = readParameters(header);
  if (parameters === undefined) throw new LicenseSpringRefusal('authorization_invalid_headers');
  return parameters;
}

/**
 * `name="value"` pairs, separated by commas with or without spaces, in any order, names in any case: the
 * documents and the vendor's own programs differ in all of these. undefined when the header is not made of such pairs.
 */
function readParameters(header: string): ReadonlyMap<string, string> | undefined {
  const parameters = new Map<string, string>();
  const pair = /\s*([A-Za-z]+)\s*=\s*"([^"]*)"\s*(?:,|$)/y;
  while (pair.lastIndex < header.length) {
    const match = pair.exec(header);
    if (match === null) return undefined;
    const [, name = '', value = ''] = match;
    parameters.set(name.toLowerCase(), value);
  }
  return parameters;
}

/**
 * Compared in whole seconds, which is all that the header tells.
 *
 * @throws LicenseSpringRefusal date_header_diff; authorization_invalid_headers for what is no RFC 7231 date
 */
function requireNear(date: string, now: number): void {
  const time = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(date)
    ? Date.parse(date)
    : Number.NaN;
  if (Number.isNaN(time)) throw new LicenseSpringRefusal('authorization_invalid_headers');
  if (Math.abs(Math.floor(now / 1000) - time / 1000) > TOLERANCE_SECONDS) {
    throw new LicenseSpringRefusal('date_header_diff');
  }
}
