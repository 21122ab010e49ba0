/**
 * The four systems, as far as they can be told without loading them. Modules are loaded when a context needs
 * one.
 */

import { PROVIDER_IDS, type ProviderId } from './operation.js';
import type { CapabilityRow, ProviderModule } from './provider.js';

export interface CredentialField {
  /** Key in a context's settings or secrets. */
  readonly key: string;
  readonly secret: boolean;
  readonly label: string;
  /** `LICENSECTL_…` variable. */
  readonly variable: string;
  /** Flag for a non-secret; secrets get `--<flag>-stdin` instead. */
  readonly flag: string;
  readonly optional?: boolean;
}

export interface ProviderInfo {
  readonly id: ProviderId;
  readonly title: string;
  /** How far the clock of a caller may be off, in seconds; absent where none is documented. */
  readonly clockToleranceSeconds?: number;
  /** null where every customer hosts it. */
  readonly defaultBaseUrl: string | null;
  /** Alternatives in order of preference; the first whose required fields are all given is used. */
  readonly credentials: readonly { readonly name: string; readonly fields: readonly CredentialField[] }[];
  /** The rows this provider has; lets an UnsupportedError be raised without loading anything. */
  readonly capabilities: readonly CapabilityRow[];
}

const field = (
  key: string,
  label: string,
  secret: boolean,
  options: { optional?: boolean } = {},
): CredentialField => ({
  key,
  secret,
  label,
  flag: key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
  variable: `LICENSECTL_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`,
  ...options,
});

const LICENSES: readonly CapabilityRow[] = ['activate', 'deactivate', 'show', 'check'];
const SEATS: readonly CapabilityRow[] = ['seats.request', 'seats.heartbeat', 'seats.release'];

const PROVIDERS: Readonly<Record<ProviderId, ProviderInfo>> = {
  zentitle: {
    id: 'zentitle',
    title: 'Zentitle / Nalpeiron Web API v1',
    defaultBaseUrl: 'https://my.nalpeiron.com',
    credentials: [
      {
        name: 'api-key',
        fields: [field('customerId', 'Customer id', false), field('apiKey', 'Web API key', true)],
      },
    ],
    capabilities: [
      ...LICENSES,
      'codes.list',
      'codes.show',
      'codes.allocate',
      'codes.import',
      'codes.update',
      'codes.next',
      'codes.activity',
      'codes.activated',
      'codes.return',
      'codes.clear',
      'products.list',
      'products.show',
      'products.create',
      'products.update',
      'feature-groups.create',
      'feature-groups.update',
      'feature-groups.delete',
      'features.create',
      'features.update',
      'features.delete',
      'custom-fields.create',
      'custom-fields.update',
      'custom-fields.delete',
      'network.master',
      'systems.show',
      'profiles.list',
      'profiles.show',
      'profiles.create',
      'profiles.update',
      'trials.list',
      'trials.status',
      'trials.reset',
      'offline.certificate',
      'offline.deactivate',
      'passive.create',
      'companies.show',
      'companies.find',
      'companies.list',
      'companies.create',
      'companies.update',
      'companies.delete',
      'groups.show',
      'groups.create',
      'groups.update',
      'groups.delete',
      'group-codes.assign',
      'group-codes.show',
      'group-codes.unassign',
      'users.show',
      'users.create',
      'users.update',
      'users.delete',
      'users.password',
      'users.authenticate',
      'onboard',
      'consumers.list',
      'consumers.create',
      'notes.list',
      'notes.add',
      'notes.update',
      'notes.delete',
      'events.send',
    ],
  },
  licensespring: {
    id: 'licensespring',
    title: 'LicenseSpring License API v4',
    // Its pages say that dates up to 15 minutes old are taken; of dates to come they say nothing.
    clockToleranceSeconds: 900,
    defaultBaseUrl: 'https://api.licensespring.com',
    credentials: [
      { name: 'api-key', fields: [field('apiKey', 'API key', true), field('sharedKey', 'Shared key', true)] },
      {
        name: 'oauth',
        fields: [
          field('oauthClientId', 'OAuth client id', false),
          field('oauthClientSecret', 'OAuth client secret', true),
        ],
      },
    ],
    capabilities: [
      ...LICENSES,
      ...SEATS,
      'seats.borrow',
      'bundles.activate',
      'bundles.deactivate',
      'bundles.check',
      'licenses.of-user',
      'licenses.on-device',
      'license-features.check',
      'license-features.consume',
      'license-features.borrow',
      'license-features.release',
      'consumption.add',
      'variables.list',
      'variables.set',
      'versions.list',
      'versions.show',
      'customers.users',
      'sso.url',
      'oauth.url',
      'products.list',
      'products.show',
      'users.password',
      'trials.create',
      'offline.activate',
      'offline.activate-bundle',
      'offline.deactivate',
      'offline.deactivate-bundle',
    ],
  },
  babel: {
    id: 'babel',
    title: 'Babel Licensing Service',
    defaultBaseUrl: null,
    credentials: [
      { name: 'api-key', fields: [field('apiKey', 'API key', true)] },
      { name: 'token', fields: [field('token', 'Bearer token', true)] },
      { name: 'none', fields: [] },
    ],
    capabilities: [...LICENSES, ...SEATS],
  },
  parallels: {
    id: 'parallels',
    title: 'Parallels RAS',
    defaultBaseUrl: null,
    credentials: [
      {
        name: 'password',
        fields: [field('username', 'RAS administrator', false), field('password', 'Password', true)],
      },
    ],
    capabilities: LICENSES,
  },
};

export function providerInfo(id: ProviderId): ProviderInfo {
  return PROVIDERS[id];
}

export function isProviderId(text: string): text is ProviderId {
  return (PROVIDER_IDS as readonly string[]).includes(text);
}

/** Loads one system's module. */
export async function loadProvider(id: ProviderId): Promise<ProviderModule> {
  switch (id) {
    case 'zentitle':
      return (await import('./zentitle/provider.js')).zentitle;
    case 'licensespring':
      return (await import('./licensespring/provider.js')).licensespring;
    case 'babel':
      return (await import('./babel/provider.js')).babel;
    case 'parallels':
      return (await import('./parallels/provider.js')).parallels;
  }
}
