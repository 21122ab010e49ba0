/** GET sso_url and GET oauth_url: links to where a person signs on. Nothing is served behind them. */
import { textOf } from '../row.js';
import type { SystemDeps } from '../system.js';
import { type Input, optionalText, requiredText } from './input.js';
import { requireProduct, requireUserBased } from './products.js';
import { LicenseSpringRefusal } from './refusal.js';
import { requireCustomerAccount } from './users.js';

const SIGN_ON_SITE = 'https://sign-on.example.com';
const PORTAL = 'https://users.example.com';

/**
 * Without `response_type` the code grant, as the newer page says. Not documented: what the URLs look like, and the
 * codes for an unknown account and for a product that is licensed by key.
 */
export function ssoUrl(input: Input, deps: SystemDeps): object {
  const product = requireProduct(deps, input);
  const account = textOf(requireCustomerAccount(deps, requiredText(input, 'customer_account_code')), 'code');
  requireUserBased(product);
  const responseType = optionalText(input, 'response_type') ?? 'code';
  if (responseType !== 'code' && responseType !== 'token') {
    throw new LicenseSpringRefusal('validation_error', 'response_type must be code or token.');
  }
  const realm = `${SIGN_ON_SITE}/realms/${encodeURIComponent(account)}`;
  const query = new URLSearchParams({
    client_id: textOf(product, 'short_code'),
    response_type: responseType,
    redirect_uri: optionalText(input, 'redirect_uri') ?? `${PORTAL}/signed-on`,
  });
  return {
    url: `${realm}/protocol/openid-connect/auth?${query}`,
    openid_configuration: `${realm}/.well-known/openid-configuration`,
  };
}

/** Nothing but the path and the names of the members is known of this call. */
export function oauthUrl(input: Input): object {
  const loginType = requiredText(input, 'login_type');
  const query = new URLSearchParams({ login_type: loginType });
  return { url: `${PORTAL}/oauth/login?${query}`, login_type: loginType };
}
