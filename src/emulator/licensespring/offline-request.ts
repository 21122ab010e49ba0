/**
 * A request that was made offline: who signed it, and what it asks for. Two forms are documented: a flat object whose
 * signature is over five lines, and schema version 2, an object `request` whose signature is over its compact JSON.
 *
 * Files travel by hand: their date is signed, but no age of it is documented, and none is refused.
 */
import { isRecord } from '../json-body.js';
import type { SystemDeps } from '../system.js';
import {
  type Caller,
  clientSecretOf,
  hmac,
  isSameText,
  requireApiKey,
  signatureMismatch,
} from './credentials.js';
import { type Input, missing, optionalText, requiredText } from './input.js';
import { LicenseSpringRefusal } from './refusal.js';

export type OfflineKind = 'activation' | 'deactivation';

export interface OfflineRequest {
  readonly input: Input;
  readonly caller: Caller;
  readonly signer: OfflineSigner;
}

/** Whose secret signs the request, and the reply's `offline_signature`. */
export interface OfflineSigner {
  /** The API key, or the id of the OAuth client. */
  readonly id: string;
  /** The shared key, or the client's secret. */
  readonly secret: string;
}

interface Credential extends OfflineSigner {
  readonly caller: Caller;
}

/**
 * Not documented: the code for an unknown OAuth client (invalid_api_key), and that a file for the other direction is
 * refused (validation_error).
 *
 * @throws LicenseSpringRefusal missing_parameters, validation_error, invalid_api_key, revoked_api_key,
 *   read_only_api_key, signature_mismatch
 */
export function readOfflineRequest(file: Input, kind: OfflineKind, deps: SystemDeps): OfflineRequest {
  const isNested = isRecord(file.request);
  const input: Input = isRecord(file.request) ? file.request : file;
  const given = requiredText(file, 'signature');
  if (isNested && (input.schema_version ?? 2) !== 2) {
    throw new LicenseSpringRefusal('validation_error', 'schema_version must be 2.');
  }
  const { caller, ...signer } = requireCredential(input, deps);
  const date = requiredText(input, 'date');
  const signature = hmac(signer.secret, isNested ? JSON.stringify(input) : fiveLines(input, date, signer));
  // The vendor's program writes Base64; the example of schema version 2 is hexadecimal.
  const forms = isNested ? (['base64', 'hex'] as const) : (['base64'] as const);
  if (!forms.some((form) => isSameText(given, signature.toString(form)))) throw signatureMismatch(deps);
  if ((optionalText(input, 'request') ?? kind) !== kind) {
    throw new LicenseSpringRefusal('validation_error', `request must be ${kind}.`);
  }
  return { input, caller, signer };
}

/** The Base64 signature of a reply, made as that of the flat request with the reply's own date. */
export function offlineSignature(input: Input, date: string, signer: OfflineSigner): string {
  return hmac(signer.secret, fiveLines(input, date, signer)).toString('base64');
}

/** @throws LicenseSpringRefusal missing_parameters */
function fiveLines(input: Input, date: string, { id }: OfflineSigner): string {
  const holder = optionalText(input, 'license_key') ?? optionalText(input, 'username');
  if (holder === undefined) throw missing('license_key or username');
  return ['licenseSpring', `date: ${date}`, holder, requiredText(input, 'hardware_id'), id].join('\n');
}

function requireCredential(input: Input, deps: SystemDeps): Credential {
  const clientId = optionalText(input, 'client_id');
  const apiKey = optionalText(input, 'api_key');
  if (apiKey !== undefined && clientId !== undefined) {
    throw new LicenseSpringRefusal('validation_error', 'Use either api_key or client_id, not both.');
  }
  if (clientId !== undefined) {
    const secret = clientSecretOf(deps, clientId);
    if (secret === undefined) throw new LicenseSpringRefusal('invalid_api_key', 'The client_id is not valid');
    return { id: clientId, secret, caller: { product: null } };
  }
  if (apiKey === undefined) throw missing('api_key or client_id');
  const key = requireApiKey(deps, apiKey);
  if (key.readOnly) throw new LicenseSpringRefusal('read_only_api_key');
  return { id: apiKey, secret: key.sharedKey, caller: { product: key.product } };
}
