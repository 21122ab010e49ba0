/** What the doctor makes of what it sees. */
import { generateKeyPairSync } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { providerInfo } from '../../../src/api/providers.js';
import type { ResolvedContext } from '../../../src/config/context.js';
import { AuthenticationError, InterruptedError, NetworkError, UsageError } from '../../../src/errors.js';
import { clockFinding } from '../../../src/support/doctor/clock.js';
import { connectionFindings, type Probed } from '../../../src/support/doctor/connection.js';
import { finder, findingsText } from '../../../src/support/doctor/finding.js';
import {
  contextsFinding,
  folderFinding,
  nodeFinding,
  proxyFinding,
} from '../../../src/support/doctor/installation.js';
import { signaturesFinding } from '../../../src/support/doctor/signatures.js';

const LICENSESPRING = providerInfo('licensespring');
const ZENTITLE = providerInfo('zentitle');
const AS_USUAL = { refused: false, local: false };

describe('the clock', () => {
  it.each([
    [0, 'ok'],
    [120, 'ok'],
    [-120, 'ok'],
    [121, 'warning'],
    [900, 'warning'],
    [-900, 'warning'],
    [901, 'problem'],
    [-901, 'problem'],
  ])('%d seconds off are %s to LicenseSpring', (seconds, status) => {
    expect(clockFinding('ls', LICENSESPRING, seconds, AS_USUAL)).toMatchObject({ check: 'clock', status });
  });

  it.each([
    [60, 'ok'],
    [86_400, 'warning'],
  ])('%d seconds off are %s where no limit is documented', (seconds, status) => {
    const finding = clockFinding('z', ZENTITLE, seconds, AS_USUAL);
    expect(finding).toMatchObject({ status, what: expect.stringContaining('documents no limit') });
  });

  it('is told by how much and which way it is off', () => {
    expect(clockFinding('ls', LICENSESPRING, 960, AS_USUAL)).toEqual({
      context: 'ls',
      check: 'clock',
      status: 'problem',
      what: 'The clock of this computer is 960 seconds behind the server’s. LicenseSpring License API v4 accepts up to 900 seconds.',
      remedy: 'Set the clock of this computer by a time server (NTP).',
    });
    expect(clockFinding('ls', LICENSESPRING, -2, AS_USUAL).what).toContain('2 seconds ahead of the server’s');
    // A Date header has whole seconds.
    expect(clockFinding('ls', LICENSESPRING, -1, AS_USUAL).what).toContain('It agrees with the server’s');
  });

  it('is a problem where the server refused the call for it, whatever the difference', () => {
    expect(clockFinding('ls', LICENSESPRING, 890, { refused: true, local: false }).status).toBe('problem');
  });

  it('of an emulator can be put right', () => {
    const { remedy } = clockFinding('ls', LICENSESPRING, 960, { refused: true, local: true });
    expect(remedy).toContain('licensectl emulator clock real');
  });
});

describe('signatures', () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const PEM = publicKey.export({ type: 'spki', format: 'pem' }).toString();

  it.each([
    [{ publicKey: PEM }, 'ok', 'others are refused'],
    [{ publicKey: PEM, signatures: 'warn' as const }, 'warning', 'shown all the same'],
    [{ signatures: 'off' as const }, 'warning', 'not verified'],
    [{}, 'warning', 'there is no public key'],
    [{ signatures: 'require' as const }, 'problem', 'has no public key'],
    [{ publicKey: 'nonsense' }, 'problem', 'cannot be used'],
  ])('%#: %s', (settings, status, what) => {
    expect(signaturesFinding('ls', settings)).toMatchObject({ status, what: expect.stringContaining(what) });
  });
});

describe('a call', () => {
  const CONTEXT: ResolvedContext = {
    name: 'prod',
    provider: 'zentitle',
    baseUrl: 'https://my.nalpeiron.com',
    settings: {},
    secrets: { apiKey: 'abcd12wV4D1Hxjf' },
  };
  const GOOD: Probed = {
    facts: { verified: true },
    error: null,
    tried: true,
    skewSeconds: 0,
    milliseconds: 12,
  };
  const checks = (probed: Partial<Probed>, context: Partial<ResolvedContext> = {}, env = {}) =>
    connectionFindings('prod', { ...CONTEXT, ...context }, { ...GOOD, ...probed }, env).map(
      ({ check, status }) => `${check} ${status}`,
    );
  const failing = (error: Probed['error'], rest: Partial<Probed> = {}) =>
    checks({ facts: null, error, skewSeconds: null, ...rest });

  it('that works says so of each thing', () => {
    expect(checks({})).toEqual(['reachable ok', 'tls ok', 'credentials ok', 'clock ok']);
  });

  it.each([
    [{ settings: { fingerprint: 'AA:BB' } }, 'pinned to'],
    [{ settings: { caFile: '/etc/ca.pem' } }, '/etc/ca.pem names'],
    [{}, 'this computer trusts'],
    [{ baseUrl: 'http://127.0.0.1:1' }, 'None is needed'],
  ])('tells how TLS is proved: %j', (context, what) => {
    const findings = connectionFindings('prod', { ...CONTEXT, ...context }, GOOD, {});
    expect(findings.find(({ check }) => check === 'tls')?.what).toContain(what);
  });

  it('tells the proxy that it went through, without its password', () => {
    const env = { HTTPS_PROXY: 'http://ada:geheim-77@proxy.example:3128' };
    const [reachable] = connectionFindings('prod', CONTEXT, GOOD, env);
    expect(reachable?.what).toBe(
      'my.nalpeiron.com answered through the proxy http://proxy.example:3128 after 12 ms.',
    );
  });

  it('without an answer leaves open what it cannot know', () => {
    expect(failing(new NetworkError('No server.', { code: 'host_not_found' }))).toEqual([
      'reachable problem',
    ]);
  });

  it('that fails in the handshake is about TLS', () => {
    expect(failing(new NetworkError('Not trusted.', { code: 'tls_untrusted' }))).toEqual(['tls problem']);
    expect(failing(new UsageError('Plain.', { code: 'insecure_base_url' }))).toEqual(['tls problem']);
  });

  it('that is refused for its credentials reached the server', () => {
    const error = new AuthenticationError('Unknown key.', { code: 'invalid_api_key', httpStatus: 400 });
    expect(failing(error, { skewSeconds: 3 })).toEqual([
      'reachable ok',
      'tls ok',
      'credentials problem',
      'clock ok',
    ]);
  });

  it('that is refused for its date says nothing of credentials', () => {
    const error = new AuthenticationError('Too old.', { code: 'date_header_diff', httpStatus: 400 });
    expect(failing(error, { skewSeconds: 960 })).toEqual(['reachable ok', 'tls ok', 'clock problem']);
    expect(failing(error)).toEqual(['reachable ok', 'tls ok', 'clock problem']);
  });

  it('to an address that is none is about the address', () => {
    const error = new UsageError('No address.', { code: 'bad_base_url' });
    const probed = { ...GOOD, facts: null, error, skewSeconds: null };
    expect(connectionFindings('prod', { ...CONTEXT, baseUrl: 'nonsense' }, probed, {})).toMatchObject([
      { check: 'reachable', status: 'problem', what: 'No address.' },
    ]);
  });

  it('with LicenseSpring tells whether answers are verified, whatever came of it', () => {
    const error = new NetworkError('No server.', { code: 'host_not_found' });
    const probed = { ...GOOD, facts: null, error, skewSeconds: null };
    const findings = connectionFindings('ls', { ...CONTEXT, provider: 'licensespring' }, probed, {});
    expect(findings.map(({ check }) => check)).toEqual(['reachable', 'signatures']);
  });

  it('passes on what a probe could not prove', () => {
    const probed = { ...GOOD, facts: { note: 'Not tried.' }, tried: false, skewSeconds: null };
    const findings = connectionFindings('prod', CONTEXT, probed, {});
    expect(findings.map(({ check }) => check)).toEqual(['credentials']);
    expect(findings).toContainEqual(
      expect.objectContaining({ check: 'credentials', status: 'warning', what: 'Not tried.' }),
    );
  });
});

describe('an error', () => {
  it('keeps the way out that it knows, or gets the usual one', () => {
    const { failure } = finder('prod', 'reachable');
    expect(failure(new NetworkError('A.', { code: 'timeout', hint: 'Wait.' })).remedy).toBe('Wait.');
    expect(failure(new NetworkError('A.', { code: 'timeout' })).remedy).toContain('licensectl context test');
  });

  it('that is a bug or an interruption is no finding', () => {
    const { failure } = finder('prod', 'reachable');
    expect(() => failure(new TypeError('bug'))).toThrow('bug');
    expect(() => failure(new InterruptedError('SIGINT'))).toThrow('Interrupted');
  });
});

describe('this computer', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'licensectl-doctor-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    [0o700, 0o600, 'ok'],
    [0o755, 0o600, 'ok'],
    [0o700, 0o644, 'warning'],
    [0o770, 0o600, 'problem'],
    [0o700, 0o660, 'problem'],
    [0o707, 0o600, 'problem'],
  ])('with a config folder of mode %o and contexts of mode %o: %s', async (mode, fileMode, status) => {
    const file = join(folder, 'contexts.json');
    await writeFile(file, '{}');
    await chmod(file, fileMode);
    await chmod(folder, mode);
    expect(await folderFinding(folder)).toMatchObject({ check: 'config folder', status });
  });

  it('may have no config folder yet', async () => {
    expect(await folderFinding(join(folder, 'none'))).toMatchObject({
      status: 'ok',
      what: expect.stringContaining('not there yet'),
    });
  });

  it('may have a file where the folder belongs', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await chmod(file, 0o600);
    expect(await folderFinding(file)).toMatchObject({ status: 'problem' });
  });

  it('has contexts, of which one is in use', () => {
    const context = {
      provider: 'babel',
      baseUrl: '',
      settings: {},
      secretStore: 'file',
      createdAt: '',
    } as const;
    const contexts = { a: context, b: context };
    expect(contextsFinding({ schemaVersion: 1, current: 'a', contexts }, false)).toMatchObject({
      status: 'ok',
      what: 'There are 2: a, b. In use is a.',
    });
    expect(contextsFinding({ schemaVersion: 1, current: null, contexts }, false)).toMatchObject({
      status: 'warning',
      remedy: 'licensectl context use NAME',
    });
    expect(contextsFinding({ schemaVersion: 1, current: null, contexts: {} }, false)).toMatchObject({
      status: 'warning',
      remedy: 'licensectl login',
    });
    expect(contextsFinding({ schemaVersion: 1, current: null, contexts: {} }, true).status).toBe('ok');
  });

  it('tells its proxies without their passwords', () => {
    expect(proxyFinding({}).what).toBe('None is set.');
    expect(proxyFinding({ HTTPS_PROXY: 'http://ada:geheim-77@proxy.example:3128', NO_PROXY: 'x' }).what).toBe(
      'Unless NO_PROXY says otherwise, https calls go through http://proxy.example:3128.',
    );
    expect(proxyFinding({ http_proxy: 'socks5://x' })).toMatchObject({ status: 'problem' });
  });

  it('has a Node.js that is told', () => {
    expect(nodeFinding('22.11.0').what).toBe('Node.js 22.11.0; licensectl needs 20.19 or later.');
  });
});

it('findings are text to read', () => {
  const text = findingsText([
    finder(null, 'node').ok('Node.js 22.'),
    finder('prod', 'clock').problem('It is off.', 'Set it.'),
  ]);
  expect(text).toBe(
    [
      'ok       node: Node.js 22.',
      'problem  prod: clock: It is off.',
      '         → Set it.',
      '',
      'Problems: 1',
    ].join('\n'),
  );
});
