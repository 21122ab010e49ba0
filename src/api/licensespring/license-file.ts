/**
 * Licence files of clients without a network: what the server answers to an offline activation, or a file that renews
 * a licence. Read in every form there is: JSON, Base64 of it, and either under a key `request`.
 */
import { UsageError } from '../../errors.js';
import { parseJson } from '../answer-value.js';
import { base64In, textBehind } from '../base64-json.js';
import { elementTexts, memberText } from '../json-members.js';
import { isObject, type JsonObject, member } from '../read.js';

/** One licence, with its text as it is written: signatures are over that. */
export interface SignedLicense {
  readonly text: string;
  readonly body: JsonObject;
}

/** The licences in the file; `whole` is what stands around those of a bundle, null where nothing does. */
export interface LicenseFile {
  readonly kind: 'license' | 'bundle';
  readonly whole: SignedLicense | null;
  readonly licenses: readonly [SignedLicense, ...SignedLicense[]];
}

/** @throws UsageError `not_a_license_file` @param source what the text is called in errors */
export function readLicenseFile(given: string, source: string): LicenseFile {
  const text = given.trim();
  const json = /^[{[]/.test(text) ? text : textIn(text);
  const file = json === null ? null : fileIn(json);
  if (file !== null) return file;
  const isRequest = json !== null && looksLikeRequest(parseJson(json));
  throw new UsageError(
    `${source} is no licence file: ${isRequest ? 'it is a request for one' : 'no licence is in it'}.`,
    {
      code: 'not_a_license_file',
      provider: 'licensespring',
      hint: isRequest
        ? 'Send it first: licensectl offline activate'
        : 'It is what licensectl offline activate writes, or the vendor’s portal: Base64 of JSON, or that JSON.',
    },
  );
}

/** The licences in the text of an answer; null when there are none. */
export function fileIn(json: string): LicenseFile | null {
  const value = parseJson(json);
  if (Array.isArray(value)) return bundle(json, null);
  if (!isObject(value)) return null;
  const body = { text: json.trim(), body: value };
  const inner = wrapped(body);
  if (inner !== null) return fileIn(inner);
  const list = memberText(json, BUNDLED);
  if (list !== null && Array.isArray(member(value, BUNDLED))) return bundle(list, body);
  return isLicense(value) ? { kind: 'license', whole: null, licenses: [body] } : null;
}

/** Where the answer for a bundle has its licences. Not documented; the type of the vendor's client says so. */
const BUNDLED = 'licenses';

function bundle(list: string, whole: SignedLicense | null): LicenseFile | null {
  const licenses = elementTexts(list).map((text) => ({ text, body: parseJson(text) }));
  const found = licenses.filter((one): one is SignedLicense => isObject(one.body) && isLicense(one.body));
  const [first, ...others] = found;
  if (first === undefined || found.length < licenses.length) return null;
  return { kind: 'bundle', whole, licenses: [first, ...others] };
}

/** A licence file may stand under `request`, as Base64 or as it is; in a licence of its own that is a word. */
function wrapped({ text, body }: SignedLicense): string | null {
  if (isLicense(body)) return null;
  const inner = member(body, 'request');
  if (typeof inner === 'string') return textIn(inner);
  return isObject(inner) && !looksLikeRequest(body) ? memberText(text, 'request') : null;
}

function isLicense(body: JsonObject): boolean {
  const has = (name: string): boolean => member(body, name) !== undefined;
  return has('license_signature') || has('license_signature_v2') || (has('license_type') && has('id'));
}

/** Requests are signed in a member of that name; licences in others. */
function looksLikeRequest(value: unknown): boolean {
  return (
    isObject(value) && member(value, 'signature') !== undefined && member(value, 'request') !== undefined
  );
}

function textIn(base64: string): string | null {
  const content = base64In(base64);
  return content === null ? null : textBehind(content);
}
