/** What one harmless call tells about a context: whether it is reached, by TLS, in time, with good credentials. */
import { isLoopback } from '../../api/endpoint.js';
import { providerInfo } from '../../api/providers.js';
import { proxyFor } from '../../api/proxy.js';
import { readText } from '../../api/read.js';
import type { ResolvedContext } from '../../config/context.js';
import type { LicensectlError } from '../../errors.js';
import { clockFinding } from './clock.js';
import { type Check, type Finding, finder } from './finding.js';
import { signaturesFinding } from './signatures.js';

/** The call with a context, whatever came of it. */
export interface Probed {
  /** What the provider's probe tells; null when it failed. */
  readonly facts: Readonly<Record<string, unknown>> | null;
  readonly error: LicensectlError | null;
  /** False in a dry run where the call counts as a change. */
  readonly tried: boolean;
  /** How far the server's clock is ahead of ours; null when it did not tell. */
  readonly skewSeconds: number | null;
  readonly milliseconds: number;
}

type Env = Readonly<Record<string, string | undefined>>;

/** @param name as the context is called in findings */
export function connectionFindings(
  name: string,
  context: ResolvedContext,
  probed: Probed,
  env: Env,
): readonly Finding[] {
  const { error, skewSeconds, tried } = probed;
  if (!URL.canParse(context.baseUrl)) return [finder(name, 'reachable').failure(error)];
  const url = new URL(context.baseUrl);
  const failed = error === null ? null : checkOf(error);
  // An answer that was cut off is an error without a status, and still told the time.
  const answered = tried && (error === null || error.httpStatus !== undefined || skewSeconds !== null);
  return [
    ...(error !== null && failed === 'reachable' ? [finder(name, 'reachable').failure(error)] : []),
    ...(failed !== 'reachable' && answered ? [reachableFinding(name, url, probed, env)] : []),
    ...(error !== null && failed === 'tls' ? [finder(name, 'tls').failure(error)] : []),
    ...(answered ? [tlsFinding(name, url, context)] : []),
    ...(failed === 'credentials' || error === null ? [credentialsFinding(name, probed)] : []),
    ...clockFindings(name, context, probed, failed === 'clock'),
    ...(context.provider === 'licensespring' ? [signaturesFinding(name, context.settings)] : []),
  ];
}

/** Codes of what keeps a secure connection from being made; those of the transport begin with `tls_`. */
const ABOUT_TLS: ReadonlySet<string> = new Set([
  'insecure_base_url',
  'ca_file_unreadable',
  'bad_ca_file',
  'bad_fingerprint',
]);
const ABOUT_KEYS: ReadonlySet<string> = new Set(['public_key_missing', 'invalid_public_key']);

/** What an error of the call is about. */
function checkOf({ code, kind }: LicensectlError): Check {
  if (code.startsWith('tls_') || ABOUT_TLS.has(code)) return 'tls';
  if (ABOUT_KEYS.has(code)) return 'signatures';
  // The call was not looked at: what is to be mended is the clock.
  if (code === 'date_header_diff') return 'clock';
  return kind === 'authentication' || kind === 'permission' ? 'credentials' : 'reachable';
}

function clockFindings(
  name: string,
  { provider, baseUrl }: ResolvedContext,
  { error, skewSeconds }: Probed,
  refused: boolean,
): readonly Finding[] {
  if (skewSeconds === null) return refused ? [finder(name, 'clock').failure(error)] : [];
  const local = isLoopback(new URL(baseUrl).hostname);
  return [clockFinding(name, providerInfo(provider), skewSeconds, { refused, local })];
}

function reachableFinding(name: string, url: URL, { milliseconds }: Probed, env: Env): Finding {
  const proxy = proxyFor(url, env);
  const way = proxy === null ? '' : ` through the proxy ${proxy.url.origin}`;
  return finder(name, 'reachable').ok(`${url.host} answered${way} after ${milliseconds} ms.`);
}

function tlsFinding(name: string, { protocol, host }: URL, { settings }: ResolvedContext): Finding {
  const { ok } = finder(name, 'tls');
  if (protocol === 'http:') return ok('None is needed: the server is on this computer.');
  if (settings.fingerprint !== undefined)
    return ok(`${host} shows the one certificate that the context is pinned to.`);
  const whom = settings.caFile === undefined ? 'this computer trusts' : `${settings.caFile} names`;
  return ok(`The certificate of ${host} is signed by an authority that ${whom}.`);
}

function credentialsFinding(name: string, { facts, error }: Probed): Finding {
  const { ok, warning, failure } = finder(name, 'credentials');
  if (error !== null) return failure(error);
  const note = readText(facts?.note);
  if (note !== null) return warning(note, 'Nothing need be done; a call that the key may make will tell.');
  const said = readText(facts?.credentials);
  return ok(said === null ? 'The server accepts them.' : `The server says: ${said}.`);
}
