/** Takes out of headers and bodies what is a credential by its name, whether or not it is known to the redactor. */
import { REDACTED, type Redactor } from './redactor.js';

/** Lower case, without `-` and `_`. The documents of the four systems and OAuth use these. */
const SECRET_NAMES: ReadonlySet<string> = new Set([
  'authorization',
  'proxyauthorization',
  'cookie',
  'setcookie',
  'password',
  'newpassword',
  'oldpassword',
  'initialpassword',
  'secret',
  'clientsecret',
  'oauthclientsecret',
  'sharedkey',
  'apikey',
  'xapikey',
  'token',
  'authtoken',
  'accesstoken',
  'refreshtoken',
  'idtoken',
  'licensetoken',
]);

const SCHEME = /^(?:bearer|basic)(?=\s)/i;

/** Whether a header, field or parameter of this name holds a credential, in any of the usual spellings. */
export function isSecretName(name: string, more: readonly string[] = []): boolean {
  const plain = normalise(name);
  return SECRET_NAMES.has(plain) || more.some((known) => normalise(known) === plain);
}

function normalise(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}

/**
 * Headers that may be shown: credentials replaced, of Authorization only the scheme left.
 * @param more names of headers that hold credentials in this context, such as Babel's configurable one
 */
export function redactHeaders(
  redactor: Redactor,
  headers: Readonly<Record<string, string>>,
  more: readonly string[] = [],
): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const scheme = SCHEME.exec(value)?.[0];
    if (!isSecretName(name, more)) shown[name] = redactor.redact(value);
    else shown[name] = scheme === undefined ? REDACTED : `${scheme} ${REDACTED}`;
  }
  return shown;
}

// Found in the text rather than in a parsed value, so that a body that is cut, or not quite JSON, is covered too.
const JSON_MEMBER = /("([^"\\]*(?:\\.[^"\\]*)*)"\s*:\s*)("[^"\\]*(?:\\.[^"\\]*)*"?|[^\s,}\]"[{][^,}\]]*)/g;
const FORM_MEMBER = /(^|[?&])([^=?&\s"{}]+)=([^&\s"]*)/g;

/**
 * A JSON or form body that may be shown: the values of fields that hold credentials replaced.
 * @param more names of further fields that hold credentials, such as the `secret` fields of an operation
 */
export function redactBody(redactor: Redactor, body: string, more: readonly string[] = []): string {
  const byName = body.replace(JSON_MEMBER, (whole, before: string, name: string, value: string) =>
    isSecretName(name, more) && value !== 'null' ? `${before}"${REDACTED}"` : whole,
  );
  return redactor.redact(redactQuery(byName, more));
}

/** A URL that may be shown. */
export function redactUrl(redactor: Redactor, url: string, more: readonly string[] = []): string {
  return redactor.redact(redactQuery(url, more));
}

function redactQuery(text: string, more: readonly string[]): string {
  return text.replace(FORM_MEMBER, (whole, before: string, name: string) =>
    isSecretName(name, more) ? `${before}${name}=${REDACTED}` : whole,
  );
}
