/**
 * Where a call's address and credentials come from. There are two tiers and they are never mixed: all of it
 * from `LICENSECTL_*` variables, or all of it from one stored context.
 */

import { KEY_KINDS, type KeyKind, PROVIDER_IDS } from '../api/operation.js';
import { type CredentialField, isProviderId, type ProviderInfo, providerInfo } from '../api/providers.js';
import { SIGNATURE_POLICIES, type SignaturePolicy } from '../api/signature-policy.js';
import { AuthenticationError, UsageError } from '../errors.js';
import type { Notice } from '../notice.js';
import type { ContextSettings, ResolvedContext, Secrets } from './context.js';
import type { ContextStore } from './context-store.js';
import { findContext } from './find-context.js';
import { readPublicKeyFile } from './public-key-file.js';

type Environment = Readonly<Record<string, string | undefined>>;

export interface ResolveOptions {
  readonly env: Environment;
  /** From `--context`. */
  readonly contextName: string | null;
  readonly store: () => Promise<ContextStore>;
  readonly notice?: Notice;
}

/** Variables that describe a call; they mean nothing without `LICENSECTL_PROVIDER`. */
export const CALL_VARIABLES: readonly string[] = [
  'LICENSECTL_BASE_URL',
  'LICENSECTL_CUSTOMER_ID',
  'LICENSECTL_API_KEY',
  'LICENSECTL_SHARED_KEY',
  'LICENSECTL_OAUTH_CLIENT_ID',
  'LICENSECTL_OAUTH_CLIENT_SECRET',
  'LICENSECTL_OAUTH_TOKEN_URL',
  'LICENSECTL_USERNAME',
  'LICENSECTL_PASSWORD',
  'LICENSECTL_TOKEN',
  'LICENSECTL_CA_FILE',
  'LICENSECTL_KEY_KIND',
  'LICENSECTL_PUBLIC_KEY',
  'LICENSECTL_SIGNATURES',
];

/**
 * @throws AuthenticationError when there is neither a context nor a description in the environment, or
 *   credentials are missing; NotFoundError when the named context does not exist; UsageError when both tiers
 *   are asked for, or the environment is wrong
 */
export async function resolveContext(options: ResolveOptions): Promise<ResolvedContext> {
  const { env } = options;
  const provider = given(env.LICENSECTL_PROVIDER);
  if (options.contextName === null && provider !== null) {
    if (given(env.LICENSECTL_CONTEXT) !== null) {
      throw new UsageError('LICENSECTL_CONTEXT and LICENSECTL_PROVIDER are both set.', {
        code: 'two_contexts',
        hint: 'Unset one: a call is described either by a context or by the environment, never by both.',
      });
    }
    return fromEnvironment(provider, env);
  }
  const unused = CALL_VARIABLES.filter((name) => given(env[name]) !== null);
  const resolved = await fromStore(options);
  if (unused.length > 0) {
    options.notice?.(
      `${unused.join(', ')} not used: this call is made with context '${resolved.name}'.`,
      'variables_unused',
    );
  }
  return resolved;
}

async function fromStore(options: ResolveOptions): Promise<ResolvedContext> {
  const store = await options.store();
  const file = await store.read();
  const name = options.contextName ?? given(options.env.LICENSECTL_CONTEXT) ?? file.current;
  if (name === null) {
    const names = Object.keys(file.contexts);
    throw new AuthenticationError('No context is in use.', {
      code: 'no_context',
      hint:
        names.length > 0
          ? `Choose one with \`licensectl context use NAME\` (there are: ${names.join(', ')}).`
          : 'Run `licensectl login`, set LICENSECTL_PROVIDER and its companions, or try everything with `licensectl emulator exec -- …`.',
    });
  }
  const { provider, baseUrl, settings } = findContext(file, name);
  return { name, provider, baseUrl, settings, secrets: await store.secrets(name) };
}

async function fromEnvironment(provider: string, env: Environment): Promise<ResolvedContext> {
  if (!isProviderId(provider)) {
    throw new UsageError(
      `LICENSECTL_PROVIDER is '${provider}', which is no licence system this tool knows.`,
      {
        code: 'unknown_provider',
        hint: `Use one of: ${PROVIDER_IDS.join(', ')}.`,
      },
    );
  }
  const info = providerInfo(provider);
  const baseUrl = given(env.LICENSECTL_BASE_URL) ?? info.defaultBaseUrl;
  if (baseUrl === null) {
    throw new UsageError(`LICENSECTL_BASE_URL is not set, and every ${info.title} has its own address.`, {
      code: 'missing_base_url',
      hint: 'Set it to what stands before the documented path, such as https://host:20443.',
    });
  }
  const { settings, secrets } = credentialsFrom(info, env);
  const caFile = given(env.LICENSECTL_CA_FILE);
  const keyKind = readKeyKind(env);
  return {
    name: null,
    provider,
    baseUrl,
    settings: {
      ...settings,
      ...(caFile !== null && { caFile }),
      ...(keyKind !== null && provider === 'zentitle' && { keyKind }),
      ...(provider === 'licensespring' && (await readLicenseSpring(env))),
    },
    secrets,
  };
}

/**
 * The declared kind of a Zentitle key; null when nothing is said.
 * @throws UsageError `invalid_value`
 */
export function readKeyKind(env: Environment): KeyKind | null {
  const text = given(env.LICENSECTL_KEY_KIND);
  const kind = KEY_KINDS.find((one) => one === text) ?? null;
  if (text === null || kind !== null) return kind;
  throw new UsageError(`LICENSECTL_KEY_KIND is one of ${KEY_KINDS.join(', ')}, not '${text}'.`, {
    code: 'invalid_value',
    hint: 'Leave it out when you do not know: the server decides then. Nothing was sent.',
  });
}

/**
 * Where tokens are had and how answers are proved, where the environment says: LICENSECTL_PUBLIC_KEY names a PEM file.
 * @throws UsageError `invalid_value`, `public_key_unreadable`, `invalid_public_key`
 */
async function readLicenseSpring(
  env: Environment,
): Promise<Pick<ContextSettings, 'oauthTokenUrl' | 'publicKey' | 'signatures'>> {
  const oauthTokenUrl = given(env.LICENSECTL_OAUTH_TOKEN_URL);
  const file = given(env.LICENSECTL_PUBLIC_KEY);
  const signatures = readSignaturePolicy(env);
  return {
    ...(oauthTokenUrl !== null && { oauthTokenUrl }),
    ...(file !== null && { publicKey: await readPublicKeyFile(file, 'LICENSECTL_PUBLIC_KEY') }),
    ...(signatures !== null && { signatures }),
  };
}

/** @throws UsageError `invalid_value` */
export function readSignaturePolicy(env: Environment): SignaturePolicy | null {
  const text = given(env.LICENSECTL_SIGNATURES);
  const policy = SIGNATURE_POLICIES.find((one) => one === text) ?? null;
  if (text === null || policy !== null) return policy;
  throw new UsageError(`LICENSECTL_SIGNATURES is one of ${SIGNATURE_POLICIES.join(', ')}, not '${text}'.`, {
    code: 'invalid_value',
    hint: 'Leave it out for what is usual: require with a public key, warn without. Nothing was sent.',
  });
}

function credentialsFrom(
  info: ProviderInfo,
  env: Environment,
): { settings: ContextSettings; secrets: Secrets } {
  const value = (field: CredentialField): string | null => given(env[field.variable]);
  const way = info.credentials.find(({ fields }) =>
    fields.every((field) => field.optional || value(field) !== null),
  );
  if (way === undefined) {
    const ways = info.credentials.map(({ fields }) => fields.map((field) => field.variable).join(' and '));
    throw new AuthenticationError(`The environment has no credentials for ${info.title}.`, {
      code: 'credentials_missing',
      provider: info.id,
      hint: `Set ${ways.join(', or ')}.`,
    });
  }
  const pick = (secret: boolean): Record<string, string> =>
    Object.fromEntries(
      way.fields
        .filter((field) => field.secret === secret)
        .flatMap((field) => {
          const text = value(field);
          return text === null ? [] : [[field.key, text]];
        }),
    );
  return { settings: pick(false), secrets: pick(true) };
}

function given(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
