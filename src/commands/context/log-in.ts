/** The story of a login: which system, where, with what; does it work; where is it kept. */
import { resolve } from 'node:path';
import { type KeyKind, PROVIDER_IDS, type ProviderId } from '../../api/operation.js';
import { isProviderId, type ProviderInfo, providerInfo } from '../../api/providers.js';
import type { SignaturePolicy } from '../../api/signature-policy.js';
import type { ContextSettings, ResolvedContext, SecretStore, StoredContext } from '../../config/context.js';
import { checkContextName } from '../../config/context-name.js';
import { ownEntry } from '../../config/find-context.js';
import { readPublicKeyFile } from '../../config/public-key-file.js';
import { readKeyKind, readSignaturePolicy } from '../../config/resolve-context.js';
import { AuthenticationError, NetworkError, UsageError } from '../../errors.js';
import type { Outcome } from '../../output/result.js';
import { refuseBlank, textOption } from '../arguments.js';
import type { Parsed } from '../command.js';
import type { RunContext } from '../run-context.js';
import { gatherCredentials } from './credentials.js';
import { contextRow } from './rows.js';

export async function logIn(context: RunContext, parsed: Parsed): Promise<Outcome> {
  refuseBlank(parsed);
  const given = textOption(parsed, 'name');
  if (given !== undefined) checkContextName(given);
  const store = await context.contexts();
  const { contexts } = await store.read();
  const provider = await chooseProvider(context, parsed, stored(contexts, given));
  const info = providerInfo(provider);
  const name = given ?? provider;
  const before = stored(contexts, name);

  const baseUrl = await chooseBaseUrl(context, parsed, info, before);
  if (before && (before.provider !== provider || before.baseUrl !== baseUrl)) {
    const prompts = await context.prompts();
    await prompts.confirm(`Context '${name}' is for ${before.provider} at ${before.baseUrl}. Replace it?`);
  }
  const credentials = await gatherCredentials(context, parsed, info, before);
  const draft: ResolvedContext = {
    name,
    provider,
    baseUrl,
    settings: {
      ...connectionSettings(context, parsed, before),
      ...(await signingSettings(context, parsed, provider, before)),
      ...credentials.settings,
    },
    secrets: credentials.secrets,
  };
  const { facts, settings } = parsed.options['no-check']
    ? { facts: null, settings: draft.settings }
    : await prove(context, draft);

  const chosen = textOption(parsed, 'credential-store') as SecretStore | undefined;
  const entry = await keep(
    context,
    {
      provider,
      baseUrl,
      settings: withKeyKind(settings, facts),
      secretStore: chosen ?? before?.secretStore ?? 'keyring',
      createdAt: new Date(context.clock.now()).toISOString(),
    },
    (one) => store.save(name, one, draft.secrets, parsed.options['no-use'] !== true),
    chosen === undefined,
  );
  const { current } = await store.read();
  const { dryRun } = context.settings;
  return {
    result: {
      kind: 'record',
      id: 'name',
      // What the harmless call happened to answer tells a person nothing.
      hidden: ['server', 'createdAt'],
      record: {
        ...(dryRun && { dryRun }),
        ...contextRow(name, entry, current),
        checked: facts !== null,
        ...(facts && { server: facts }),
      },
      message: dryRun ? 'Dry run: nothing was stored.' : `Logged in to ${info.title} as context '${name}'.`,
    },
  };
}

async function chooseProvider(
  context: RunContext,
  parsed: Parsed,
  known: StoredContext | undefined,
): Promise<ProviderId> {
  const given = parsed.args.PROVIDER ?? known?.provider ?? context.env.LICENSECTL_PROVIDER;
  if (typeof given === 'string' && given !== '') {
    if (isProviderId(given)) return given;
    throw new UsageError(`'${given}' is no licence system this tool knows.`, {
      code: 'unknown_provider',
      hint: `Use one of: ${PROVIDER_IDS.join(', ')}.`,
    });
  }
  const choices = PROVIDER_IDS.map((id) => ({ value: id, label: providerInfo(id).title }));
  return (await context.prompts()).choose('Which licence system?', choices, { flag: 'PROVIDER' });
}

async function chooseBaseUrl(
  context: RunContext,
  parsed: Parsed,
  info: ProviderInfo,
  before: StoredContext | undefined,
): Promise<string> {
  const given =
    textOption(parsed, 'base-url') ??
    (context.env.LICENSECTL_BASE_URL || null) ??
    (before?.provider === info.id ? before.baseUrl : null) ??
    info.defaultBaseUrl ??
    (await (await context.prompts()).text(`Base URL of ${info.title}`, { flag: '--base-url' }));
  const { parseBaseUrl } = await import('../../api/endpoint.js');
  return parseBaseUrl(given);
}

function connectionSettings(
  context: RunContext,
  parsed: Parsed,
  before: StoredContext | undefined,
): ContextSettings {
  const caFile = textOption(parsed, 'ca-file') ?? context.env.LICENSECTL_CA_FILE ?? before?.settings.caFile;
  const fingerprint = textOption(parsed, 'fingerprint') ?? before?.settings.fingerprint;
  const oauthTokenUrl =
    textOption(parsed, 'oauth-token-url') ??
    context.env.LICENSECTL_OAUTH_TOKEN_URL ??
    before?.settings.oauthTokenUrl;
  const apiKeyHeader = textOption(parsed, 'api-key-header') ?? before?.settings.apiKeyHeader;
  const keyKind = (textOption(parsed, 'key-kind') as KeyKind | undefined) ?? readKeyKind(context.env);
  return {
    ...(caFile && { caFile }),
    ...(fingerprint && { fingerprint }),
    ...(oauthTokenUrl && { oauthTokenUrl }),
    ...(apiKeyHeader && { apiKeyHeader }),
    ...(keyKind && { keyKind }),
  };
}

/** How answers are proved. @throws UsageError for a system that does not sign them, and for a key that is none */
async function signingSettings(
  { cwd, env }: RunContext,
  parsed: Parsed,
  provider: ProviderId,
  before: StoredContext | undefined,
): Promise<ContextSettings> {
  const flags = ['public-key', 'signatures'].filter((flag) => parsed.options[flag] !== undefined);
  if (provider !== 'licensespring') {
    if (flags.length === 0) return {};
    throw new UsageError(`--${flags[0]} means nothing to ${provider}: its answers are not signed.`, {
      code: 'flag_not_supported',
      provider,
      hint: 'Leave it out. Nothing was sent.',
    });
  }
  const { publicKey: keyBefore, signatures: policyBefore } = before?.settings ?? {};
  const file = textOption(parsed, 'public-key') ?? (env.LICENSECTL_PUBLIC_KEY || undefined);
  const publicKey =
    file === undefined ? keyBefore : await readPublicKeyFile(resolve(cwd, file), '--public-key');
  const signatures =
    (textOption(parsed, 'signatures') as SignaturePolicy | undefined) ??
    readSignaturePolicy(env) ??
    policyBefore;
  return { ...(publicKey && { publicKey }), ...(signatures && { signatures }) };
}

/** Makes the harmless call; on a terminal offers to trust a certificate that no authority vouches for. */
async function prove(
  context: RunContext,
  draft: ResolvedContext,
): Promise<{ facts: Readonly<Record<string, unknown>>; settings: ContextSettings }> {
  const attempt = async (settings: ContextSettings): Promise<Readonly<Record<string, unknown>>> => {
    const connection = await context.connectTo({ ...draft, settings });
    return connection.provider.probe(connection.client, connection.deps);
  };
  try {
    return { facts: await attempt(draft.settings), settings: draft.settings };
  } catch (error) {
    const unknownCertificate = error instanceof NetworkError && error.code === 'tls_untrusted';
    const prompts = await context.prompts();
    // --yes confirms what was meant; whom to trust is for a person who has seen the fingerprint.
    const mayAsk = prompts.interactive && !context.settings.yes;
    if (!unknownCertificate || draft.settings.fingerprint || !mayAsk) throw error;
    const { fetchPeerFingerprint } = await import('../../api/http-transport.js');
    const fingerprint = await fetchPeerFingerprint(draft.baseUrl, context.settings.timeoutMs);
    context.notice(
      `No authority vouches for the certificate of ${new URL(draft.baseUrl).host}. Its SHA-256 fingerprint is`,
    );
    context.notice(`  ${fingerprint}`);
    await prompts.confirm('Compare it with the server’s own. Trust exactly this certificate from now on?');
    const settings = { ...draft.settings, fingerprint };
    return { facts: await attempt(settings), settings };
  }
}

/**
 * Stores the context. Where the keyring does not work and none was asked for, a person may choose the file.
 * @returns what was stored
 */
async function keep(
  context: RunContext,
  entry: StoredContext,
  save: (entry: StoredContext) => Promise<void>,
  mayOffer: boolean,
): Promise<StoredContext> {
  try {
    await save(entry);
    return entry;
  } catch (error) {
    const noKeyring = error instanceof AuthenticationError && error.code === 'keyring_unavailable';
    const prompts = await context.prompts();
    // Secrets go to a file by somebody's clear choice alone, and --yes is none.
    if (!noKeyring || !mayOffer || !prompts.interactive || context.settings.yes) throw error;
    context.notice(error.message);
    await prompts.confirm('Keep the secrets in a file instead, which only you can read?');
    const inFile: StoredContext = { ...entry, secretStore: 'file' };
    await save(inFile);
    return inFile;
  }
}

function withKeyKind(
  settings: ContextSettings,
  facts: Readonly<Record<string, unknown>> | null,
): ContextSettings {
  const learnt = facts?.keyKind;
  if (settings.keyKind || typeof learnt !== 'string') return settings;
  return { ...settings, keyKind: learnt as KeyKind };
}

function stored(
  contexts: Readonly<Record<string, StoredContext>>,
  name: string | undefined,
): StoredContext | undefined {
  return name === undefined ? undefined : ownEntry(contexts, name);
}
