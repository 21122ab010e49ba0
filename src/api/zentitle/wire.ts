/** How a call to Zentitle is signed. Source: Web API v1 document, the "Header" part of every section. */
import { AuthenticationError } from '../../errors.js';
import type { DraftRequest, Wire, WireDeps } from '../client.js';
import { defaultHeader, setHeader } from '../draft-headers.js';
import { nextStep } from './error-codes.js';
import { judge } from './judge.js';

/** Visible ASCII: what a header can carry. */
const HEADER_TEXT = /^[\x21-\x7e]+$/;

/**
 * The wire of one context, with `customerId` from its settings and `apiKey` from its secrets.
 * `authorize` throws AuthenticationError when either is missing or cannot stand in a header.
 */
export function createZentitleWire(deps: WireDeps): Wire {
  const credentials = (): string => {
    const { customerId } = deps.settings;
    const { apiKey } = deps.secrets;
    if (customerId === undefined || customerId === '' || apiKey === undefined || apiKey === '') {
      throw new AuthenticationError('Zentitle needs a customer id and an API key.', {
        code: 'no_credentials',
        provider: 'zentitle',
        hint: nextStep('no_credentials'),
      });
    }
    if (!HEADER_TEXT.test(customerId) || !HEADER_TEXT.test(apiKey)) {
      throw new AuthenticationError(
        'The customer id or the API key holds blanks or other characters no key has.',
        {
          code: 'malformed_credentials',
          provider: 'zentitle',
          hint: nextStep('malformed_credentials'),
        },
      );
    }
    return `${customerId}:${apiKey}`;
  };

  return {
    provider: 'zentitle',
    authorize(draft: DraftRequest): void {
      setHeader(draft, 'Authorization', `bearer ${credentials()}`);
      defaultHeader(draft, 'Content-Type', 'application/json');
    },
    judge,
  };
}
