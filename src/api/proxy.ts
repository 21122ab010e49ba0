/** Which proxy, if any, stands between here and a host: HTTP_PROXY, HTTPS_PROXY and NO_PROXY in either case. */
import { BlockList, isIP } from 'node:net';
import { isLoopback } from './endpoint.js';
import { TransportFailure } from './transport.js';

type Env = Readonly<Record<string, string | undefined>>;

/** A proxy without its credentials in the URL, so that nothing can print them by accident. */
export interface ProxyServer {
  readonly url: URL;
  /** Value of Proxy-Authorization; null when it asks for none. */
  readonly authorization: string | null;
}

function variable(env: Env, name: string): string {
  return env[name.toLowerCase()] || env[name] || '';
}

/**
 * The proxy for this URL; null for a direct connection, as always for this computer itself.
 * @throws TransportFailure `proxy` when the variable holds no http(s) address; nothing was sent
 */
export function proxyFor(url: URL, env: Env): ProxyServer | null {
  const name = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const given = variable(env, name).trim();
  if (given === '' || isLoopback(url.hostname) || isExempt(url, variable(env, 'NO_PROXY'))) return null;
  const spelt = given.includes('://') ? given : `http://${given}`;
  if (!URL.canParse(spelt) || !/^https?:\/\//i.test(spelt)) {
    throw new TransportFailure(
      `${name} does not hold the address of an http or https proxy.`,
      'proxy',
      false,
    );
  }
  return withoutCredentials(new URL(spelt));
}

function withoutCredentials(url: URL): ProxyServer {
  const user = decodeLeniently(url.username);
  const password = decodeLeniently(url.password);
  url.username = '';
  url.password = '';
  if (user === '' && password === '') return { url, authorization: null };
  return { url, authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}

/** Passwords of proxies in the environment, in the forms they travel in: for the redactor. */
export function proxySecrets(env: Env): readonly string[] {
  const secrets: string[] = [];
  for (const name of ['HTTP_PROXY', 'HTTPS_PROXY']) {
    const credentials = /^(?:\w+:\/\/)?([^/@:]*):([^/@]+)@/.exec(variable(env, name).trim());
    if (credentials === null) continue;
    const [user = '', password = ''] = credentials.slice(1).map(decodeLeniently);
    secrets.push(`${user}:${password}`, password);
  }
  return secrets;
}

/** Undoes percent encoding where it is one; people also write a `%` as it is. */
function decodeLeniently(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** NO_PROXY: `*`, host names (which cover their subdomains), `.suffix`, addresses, networks, each with an optional port. */
function isExempt(url: URL, list: string): boolean {
  const host = url.hostname.toLowerCase().replace(/^\[|\]$/g, '');
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => entry !== '' && matches(entry, host, port));
}

function matches(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  if (entry.includes('/')) return inNetwork(entry, host);
  const withPort = /^(\[[^\]]+\]|[^:]+):(\d+)$/.exec(entry);
  if (withPort !== null && withPort[2] !== port) return false;
  const name = (withPort?.[1] ?? entry).replace(/^\[|\]$/g, '').replace(/^\*?\./, '');
  return host === name || (isIP(host) === 0 && host.endsWith(`.${name}`));
}

function inNetwork(entry: string, host: string): boolean {
  const [network = '', prefix = ''] = entry.split('/');
  const version = isIP(network);
  const bits = Number(prefix);
  const fits = /^\d+$/.test(prefix) && bits <= (version === 6 ? 128 : 32);
  if (version === 0 || version !== isIP(host) || !fits) return false;
  const family = version === 6 ? 'ipv6' : 'ipv4';
  const networks = new BlockList();
  networks.addSubnet(network, bits, family);
  return networks.check(host, family);
}
