/** Base URLs and how documented paths are put behind them. */
import { UsageError } from '../errors.js';
import { type Input, isPresent } from './operation.js';

const BASE_URL_HINT =
  'A base URL is what stands before the documented path, for example https://my.nalpeiron.com.';

/**
 * The base URL without a trailing slash. `http` or `https`; it may have a path, and nothing behind that.
 * @throws UsageError `bad_base_url`; the text itself is not repeated where it may hold a password
 */
export function parseBaseUrl(text: string): string {
  const given = text.trim();
  if (!/^https?:\/\//i.test(given)) throw badBaseUrl(schemeProblem(given));
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || url.hostname === '') throw badBaseUrl('The base URL is not a valid web address.');
  if (url.username !== '' || url.password !== '') {
    throw badBaseUrl(
      'The base URL must not hold a user name or password.',
      'Give credentials to `licensectl login`.',
    );
  }
  if (given.includes('?')) throw badBaseUrl("The base URL must not have a query (the part from '?' on).");
  if (given.includes('#')) throw badBaseUrl("The base URL must not have a fragment (the part from '#' on).");
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function schemeProblem(given: string): string {
  if (given === '') return 'The base URL is empty.';
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(given)?.[1];
  if (scheme !== undefined) return `The base URL must start with https:// or http://, not ${scheme}://.`;
  return 'The base URL must start with https:// or http://.';
}

function badBaseUrl(message: string, hint: string = BASE_URL_HINT): UsageError {
  return new UsageError(message, { code: 'bad_base_url', hint });
}

/** 127.0.0.0/8, ::1 and `localhost`: the addresses that never leave this computer. */
export function isLoopback(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/^\[|\]$/g, '');
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

/**
 * Refuses to send credentials unencrypted to another computer.
 * @throws UsageError `insecure_base_url`
 */
export function requireSecure(url: string, hasCredentials: boolean): void {
  const { protocol, hostname, host } = new URL(url);
  if (!hasCredentials || protocol === 'https:' || isLoopback(hostname)) return;
  throw new UsageError(
    `Credentials are not sent over plain http to ${host}: anyone on the way could read them.`,
    {
      code: 'insecure_base_url',
      hint: 'Use https://; for a self-signed certificate give --ca-file or pin its --fingerprint at login.',
    },
  );
}

/** The path with its `{name}` parts filled in, and which fields were used up by that. */
export interface FilledPath {
  readonly path: string;
  readonly used: ReadonlySet<string>;
}

/** @throws UsageError `invalid_input` when a part has no value, or one that would climb out of its place */
export function fillPath(template: string, input: Input): FilledPath {
  const used = new Set<string>();
  const path = template.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = input[name];
    const text = isPresent(value) ? String(value) : '';
    if (text === '' || text === '.' || text === '..') {
      throw new UsageError(`${name} must name one thing: it is part of the path ${template}.`, {
        code: 'invalid_input',
      });
    }
    used.add(name);
    return encodeURIComponent(text);
  });
  return { path, used };
}

/** Puts a path, query included, behind a base URL that {@link parseBaseUrl} has made. */
export function joinUrl(baseUrl: string, path: string): string {
  if (!path.startsWith('/')) {
    throw new UsageError("The path must start with '/': it stands behind the base URL of the context.", {
      code: 'bad_path',
      hint: 'For example: licensectl api GET /api/LicenseCodes',
    });
  }
  // Control characters at its end would be cut when the address is read: it would name another call.
  if (/[#\s\p{Cc}]/u.test(path)) {
    throw new UsageError(
      "The path must not hold blanks, control characters or '#'; write them encoded, as %20 and %23.",
      { code: 'bad_path' },
    );
  }
  return baseUrl + path;
}
