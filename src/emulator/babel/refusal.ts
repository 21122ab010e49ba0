import type { EmulatedResponse } from '../system.js';

/** gRPC status numbers and the HTTP statuses that google.rpc.Code gives them. */
const HTTP_STATUS = { 3: 400, 5: 404, 7: 403, 9: 400, 15: 500 } as const;

/**
 * Names of the error codes page with their gRPC numbers. The names of the last four are not documented:
 * the Floating and Activation groups of that page are not known, so they follow the sense of
 * ServerReachedMaxTokenAllowed.
 */
const CODES = {
  LicenseKeyNotFound: 5,
  TokenNotFound: 5,
  LicenseRevoked: 7,
  LicenseExpired: 7,
  TokenExpired: 7,
  ServerReachedMaxTokenAllowed: 7,
  LicenseTampered: 15,
  FloatingReachedMaxTokenAllowed: 7,
  ActivationReachedMaxTokenAllowed: 7,
  LicensingModeMismatch: 9,
  InvalidArgument: 3,
} as const;

export type RefusalName = keyof typeof CODES;

/** Thrown by a call that says no; nothing of that call stays. */
export class BabelRefusal extends Error {
  constructor(
    readonly refusal: RefusalName,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The form that a transcoded gRPC error has. Where the published name travels is not documented; it stands at
 * the head of the message here, which people and programs can both read.
 */
export function refusalResponse(refusal: BabelRefusal): EmulatedResponse {
  const code = CODES[refusal.refusal];
  return {
    status: HTTP_STATUS[code],
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, message: `${refusal.refusal}: ${refusal.message}`, details: [] }, null, 2),
  };
}
