/**
 * `Authorization: bearer <customerID>:<APIKey>` and the kinds of keys (the Web API v1 document, "Types of
 * API Keys"). The status of these refusals is not documented; assumed here: 401 when the caller is not
 * known, 403 when the key is known but its kind may not make the call, whatever the status of others.
 */
import type { KeyKind } from '../../api/operation.js';
import { Refusal } from './refusal.js';

export const CUSTOMER_ID = '1234';

export const API_KEYS = {
  'read-write': 'abcd12wV4D1Hxjf',
  'read-only': 'ro-7Hq2Lm9Xc4Vb1Nz8',
  offline: 'off-3Kd8Ws5Rt6Yp0Qa2',
  datastreamer: 'ds-9Gf4Jk7Uh2Ie5Ob1',
} as const satisfies Readonly<Record<KeyKind, string>>;

const KINDS_BY_KEY: ReadonlyMap<string, KeyKind> = new Map(
  (['read-write', 'read-only', 'offline', 'datastreamer'] as const).map((kind) => [API_KEYS[kind], kind]),
);

/** The kind of the key in the header; throws a {@link Refusal} when it opens nothing. */
export function authenticate(header: string | undefined): KeyKind {
  const credentials = /^bearer\s+(\S+)\s*$/i.exec(header ?? '')?.[1];
  if (credentials === undefined) {
    throw new Refusal(
      'Authorization denied: send the header "Authorization: bearer <customerID>:<APIKey>".',
      401,
    );
  }
  const colon = credentials.indexOf(':');
  const kind = KINDS_BY_KEY.get(credentials.slice(colon + 1));
  if (colon < 0 || credentials.slice(0, colon) !== CUSTOMER_ID || kind === undefined) {
    throw new Refusal('Authorization denied: the customer ID or the API key is not valid.', 401);
  }
  return kind;
}

/** Throws a {@link Refusal} when keys of this kind may not make the call. */
export function requireKeyKind(kind: KeyKind, method: string, controller: string): void {
  if (mayCall(kind, method, controller)) return;
  throw new Refusal(`Access denied: a ${kind} API key may not call ${method} ${controller}.`, 403);
}

function mayCall(kind: KeyKind, method: string, controller: string): boolean {
  switch (kind) {
    case 'datastreamer':
      return controller === 'DataStreamer';
    case 'offline':
      return controller === 'OfflineActivation';
    case 'read-only':
      return method === 'GET' && controller !== 'DataStreamer';
    case 'read-write':
      return controller !== 'DataStreamer';
  }
}
