/** Contexts as rows: everything but the secrets. */
import { fingerprintOfPem } from '../../api/public-key.js';
import { signaturePolicy } from '../../api/signature-policy.js';
import type { StoredContext } from '../../config/context.js';
import type { Column, Row } from '../../output/result.js';

export const CONTEXT_COLUMNS: readonly Column[] = [
  { key: 'current', header: 'Current', format: 'boolean' },
  { key: 'name', header: 'Name' },
  { key: 'provider', header: 'System' },
  { key: 'baseUrl', header: 'Base URL' },
  { key: 'account', header: 'Account' },
  { key: 'keyKind', header: 'Key kind', hidden: true },
  { key: 'credentialStore', header: 'Credentials in', hidden: true },
  { key: 'caFile', header: 'CA file', hidden: true },
  { key: 'fingerprint', header: 'Fingerprint', hidden: true },
  { key: 'signatures', header: 'Unproved answers', hidden: true },
  { key: 'publicKeyFingerprint', header: 'Public key', hidden: true },
  { key: 'createdAt', header: 'Created', format: 'date', hidden: true },
];

export function contextRow(name: string, context: StoredContext, current: string | null): Row {
  const { settings } = context;
  return {
    name,
    current: name === current,
    provider: context.provider,
    baseUrl: context.baseUrl,
    account: settings.customerId ?? settings.username ?? settings.oauthClientId ?? null,
    keyKind: settings.keyKind ?? null,
    credentialStore: context.secretStore,
    caFile: settings.caFile ?? null,
    fingerprint: settings.fingerprint ?? null,
    signatures: context.provider === 'licensespring' ? signaturePolicy(settings) : null,
    publicKeyFingerprint: settings.publicKey === undefined ? null : fingerprintOfPem(settings.publicKey),
    createdAt: context.createdAt || null,
  };
}
