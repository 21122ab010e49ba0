/**
 * The documented error codes of the License API v4, and what each means. Sources: the authorization pages, the
 * error page, and the exception lists of the single calls.
 */
import type { LicensectlError } from '../../errors.js';
import type { Answer } from '../client.js';
import type { Operation } from '../operation.js';
import { isObject, member, readNumber, readText } from '../read.js';
import { kindOfStatus, type Refusal, type RefusalKind, refusalError } from '../refusal.js';

interface Meaning {
  readonly kind: RefusalKind;
  /** The code says that the licence cannot be used on this device now: an answer to a check, not a failure of it. */
  readonly verdict?: true;
  readonly hint?: string;
}

const LOGIN = 'Check the credentials of the context: licensectl login';
const FREE_A_DEVICE = 'Free a device that is no longer used: licensectl deactivate';
const FREE_A_SEAT = 'A seat comes free when a device releases it or its timeout passes.';
const ENDED = 'Whoever sold it can renew it; licensectl show tells when it ended.';
const ASK_VENDOR = 'Only the vendor of the product can change that, in the LicenseSpring platform.';
const LIMIT_LEFT = 'Ask for no more than what is left; licensectl show tells how much that is.';
const CHECK_CALL =
  'Look at what would be sent with --dry-run; the command’s --help says what each value means.';
const BASE_URL = 'Check that the base URL of the context is what stands before /api/v4.';

const authentication = (hint: string): Meaning => ({ kind: 'authentication', hint });
const permission = (hint: string): Meaning => ({ kind: 'permission', hint });
const notFound = (hint?: string): Meaning => ({ kind: 'not-found', ...(hint === undefined ? {} : { hint }) });
const refused = (hint?: string): Meaning => ({ kind: 'rejected', ...(hint === undefined ? {} : { hint }) });
const unusable = (hint?: string): Meaning => ({ ...refused(hint), verdict: true });

const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  Object.entries<Meaning>({
    missing_headers: authentication(LOGIN),
    authorization_missing_params: authentication(LOGIN),
    authorization_invalid_headers: authentication(LOGIN),
    hmac_required: authentication(LOGIN),
    invalid_api_key: authentication(LOGIN),
    revoked_api_key: authentication('The API key was revoked; make a new one and run: licensectl login'),
    signature_mismatch: authentication('Check the shared key of the context: licensectl login'),
    date_header_diff: authentication('Correct the clock of this computer.'),

    read_only_api_key: permission('This API key may only read; use one that may write.'),
    api_key_product_not_allowed: permission('This API key is limited to other products.'),
    change_password_not_allowed: permission('The password of this user cannot be changed through the API.'),

    unknown_product: notFound('Check the product short code.'),
    license_not_found: notFound('Check the licence key or user, and that it belongs to the product.'),
    device_not_found: {
      ...notFound('The licence is not activated on this device: licensectl activate'),
      verdict: true,
    },
    customer_account_not_found: notFound('Check --customer-account-code.'),
    customer_does_not_exist: notFound('Check the e-mail address of the customer.'),
    customer_not_found: notFound('Check the e-mail address of the customer.'),
    version_not_found: notFound('Check the version against those of the product.'),
    invalid_license_feature_code: notFound('The licence has no feature with this code.'),
    not_found: notFound(BASE_URL),

    license_not_active: unusable('Activate it on this device: licensectl activate'),
    license_not_enabled: unusable(`The licence is disabled. ${ASK_VENDOR}`),
    license_expired: unusable(ENDED),
    trial_expired: unusable('A trial cannot be started again; a licence takes its place.'),
    license_start_date_error: unusable('It is not valid yet; licensectl show tells from when.'),
    blacklisted: unusable(`This device is on the vendor’s blacklist. ${ASK_VENDOR}`),
    vm_not_allowed: unusable('The licence does not allow virtual machines.'),
    archived_product: unusable(ASK_VENDOR),
    disabled_product: unusable(ASK_VENDOR),
    floating_not_available: unusable(FREE_A_SEAT),

    license_activated_max_times: refused(FREE_A_DEVICE),
    license_user_activated_max_times: refused(FREE_A_DEVICE),
    license_transferred_max_times: refused(`It may not move to another device again. ${ASK_VENDOR}`),
    license_device_exists: refused('The device is on this licence already: licensectl check'),
    offline_floating_cloud_not_supported: refused('Hold a seat online instead: licensectl heartbeat'),
    active_license_required: refused('Activate the licence on this device first: licensectl activate'),
    license_borrow_not_allowed: refused(ASK_VENDOR),
    borrow_until_not_valid: refused('Give a date that is to come and within the longest time of borrowing.'),
    floating_feature_device_not_in_use: refused(),
    feature_not_floating: refused(),
    unsupported_product_feature: refused(),
    feature_not_enough_consumptions: refused(LIMIT_LEFT),
    license_not_enough_consumptions: refused(LIMIT_LEFT),
    negative_consumptions_not_allowed: refused(ASK_VENDOR),
    trial_not_allowed: refused(ASK_VENDOR),
    email_missing: refused('This product wants the e-mail address of the customer.'),
    invalid_product_auth_method: refused('Give a key for products licensed by key, a user for the others.'),
    customer_account_id_mismatch: refused(),
    license_key_required: refused(),
    missing_hardware_id: refused('Give the device with --hardware-id.'),
    order_id_exists: refused('Use an order ID that is new.'),
    validation_error: refused(CHECK_CALL),
    missing_parameters: refused(CHECK_CALL),
    missing_content: refused(CHECK_CALL),
    invalid_json: refused(CHECK_CALL),

    internal_error: { kind: 'fault' },
  }),
);

/** Whether this code of a refusal answers "is it valid now" with no. */
export function isVerdict(code: string): boolean {
  return MEANINGS.get(code)?.verdict === true;
}

/** Whether a body is the documented one of an error: `status`, `code` and `message`. It is one whatever the HTTP status. */
export function isErrorBody(value: unknown): boolean {
  if (!isObject(value)) return false;
  const [code, message] = [readText(member(value, 'code')), readText(member(value, 'message'))];
  return (readNumber(member(value, 'status')) ?? 0) >= 400 && code !== null && message !== null;
}

/**
 * The error for an answer that is not a success.
 *
 * @param skewSeconds how far the server's clock is ahead of ours, from its Date header; null when not known.
 */
export function toError(
  answer: Answer,
  operation: Operation | undefined,
  skewSeconds: number | null,
): LicensectlError {
  return refusalError('licensespring', readRefusal(answer, skewSeconds), answer, operation);
}

function readRefusal(answer: Answer, skewSeconds: number | null): Refusal {
  const body = isObject(answer.value) ? answer.value : {};
  const code = readText(member(body, 'code'));
  const message =
    readText(member(body, 'message')) ??
    `LicenseSpring answered HTTP ${answer.status} without an explanation.`;
  if (code === null) {
    return { kind: kindOfStatus(answer.status), code: `http_${answer.status}`, message, hint: BASE_URL };
  }
  const meaning = MEANINGS.get(code);
  const hint = code === 'date_header_diff' ? clockHint(skewSeconds) : meaning?.hint;
  return { kind: meaning?.kind ?? kindOfStatus(answer.status), code, message, hint };
}

/** The server takes dates up to 15 minutes old (License API v4 documentation, request signature). */
function clockHint(skewSeconds: number | null): string {
  if (skewSeconds === null || skewSeconds === 0) return 'Correct the clock of this computer and run again.';
  const distance = `${Math.abs(skewSeconds)} seconds ${skewSeconds > 0 ? 'behind' : 'ahead of'}`;
  return `The clock of this computer is ${distance} the server's; correct it and run again.`;
}
