import type { EmulatedResponse } from '../system.js';

/**
 * Documented error codes with their texts: the activation and deactivation pages, and the error pages. Those
 * texts that the documents do not give are ours. Status 400 but where the documents say otherwise.
 */
const MESSAGES = {
  unknown_product: 'Provided product was not found',
  license_not_found: 'License with the provided license user not found',
  license_not_enabled: 'The license is not enabled',
  license_not_active: 'The license is not active',
  device_not_found: 'An active device matching the hardware_id not found',
  vm_not_allowed: 'Virtual machine not allowed',
  license_start_date_error: 'This license cannot be activated before start date: {date}',
  blacklisted: 'This device is blacklisted',
  license_activated_max_times: 'This license key has already been activated the maximum number of times',
  license_user_activated_max_times: 'License user has activated this license max times',
  license_expired: 'License validity period has expired',
  license_transferred_max_times: 'This license has already been transferred the maximum number of times',
  license_device_exists: 'A device matching this hardware_id is already created on the license.',
  offline_floating_cloud_not_supported: 'Floating cloud licenses cannot be activated offline',
  license_key_required: 'This product needs a license key',
  trial_expired: 'The trial period has expired',
  trial_not_allowed: 'The product has no trial',
  missing_hardware_id: 'The hardware_id is missing',
  email_missing: 'The product is licensed by user: a trial needs an email',
  archived_product: 'The product is archived',
  disabled_product: 'The product is disabled',
  customer_account_not_found: 'Customer account not found',
  customer_account_id_mismatch: 'The sign-on belongs to another customer account',
  customer_does_not_exist: 'There is no customer with this email',
  customer_not_found: 'The customer has no license users of this product',
  invalid_product_auth_method: 'Product authorization method is invalid: license-key',
  change_password_not_allowed: 'The password of this license user cannot be changed',
  active_license_required: 'An active license is required',
  version_not_found: 'The version was not found among those that the license allows',
  floating_not_available: 'No floating slot is available',
  license_borrow_not_allowed: 'The license does not allow borrowing',
  borrow_until_not_valid: 'The end of the borrow period is not valid',
  invalid_license_feature_code: 'The license has no feature with this code',
  unsupported_product_feature: 'The license has no consumption feature with this code',
  feature_not_floating: 'The feature is not floating',
  floating_feature_device_not_in_use: 'The device does not hold a slot of this feature',
  feature_not_enough_consumptions: 'Not enough consumptions left on the feature',
  license_not_enough_consumptions: 'Not enough consumptions left on the license',
  negative_consumptions_not_allowed: 'Negative consumptions are not allowed',
  missing_headers: 'Some headers are missing',
  authorization_missing_params: 'Authorization header has missing parameters',
  authorization_invalid_headers: 'Authorization header is not valid',
  hmac_required: 'The signature must be made with hmac-sha256',
  invalid_api_key: 'The API key is not valid',
  revoked_api_key: 'The API key is revoked',
  read_only_api_key: 'The API key is read-only',
  api_key_product_not_allowed: 'The API key may not activate this product',
  signature_mismatch: 'The signature does not match',
  date_header_diff: 'The Date header differs too much from the time of the server',
  // Not documented: what a bearer token that is unknown or too old answers.
  invalid_token: 'The access token is not valid',
  missing_parameters: 'Some parameters are missing',
  validation_error: 'Validation failed',
  missing_content: 'The body is empty',
  invalid_json: 'The body is not valid JSON',
  internal_error: 'The server failed to answer',
  // Not documented: the code of a 429.
  too_many_requests: 'Too many requests',
  not_found: 'Not found',
} as const;

export type RefusalCode = keyof typeof MESSAGES;

const STATUS: Partial<Record<RefusalCode, number>> = {
  license_device_exists: 409,
  invalid_token: 401,
  not_found: 404,
  internal_error: 500,
  too_many_requests: 429,
};

/** Thrown by a call that says no; nothing of that call stays. */
export class LicenseSpringRefusal extends Error {
  /** HTTP status. */
  readonly status: number;

  /** @param status for the codes of which the documents give two; otherwise the code has its own */
  constructor(
    readonly code: RefusalCode,
    message?: string,
    status?: number,
  ) {
    super(message ?? MESSAGES[code]);
    this.status = status ?? STATUS[code] ?? 400;
  }
}

/** @throws LicenseSpringRefusal license_start_date_error with the date in its documented place */
export function refuseBeforeStart(start: number): never {
  const text = MESSAGES.license_start_date_error.replace('{date}', new Date(start).toISOString());
  throw new LicenseSpringRefusal('license_start_date_error', text);
}

/** The documented error body has these three members and no others. */
export function refusalResponse({ status, code, message }: LicenseSpringRefusal): EmulatedResponse {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ status, code, message }),
  };
}
