/**
 * The documented error codes of the License API v4 about licences, devices and usage, and the table of all. Sources:
 * the error page, and the exception lists of the single calls. Codes about the call are in `call-error-codes.ts`.
 */
import type { CodeMeaning, Meanings } from '../code-meaning.js';
import { CALL_ERROR_CODES } from './call-error-codes.js';

export interface LicenseSpringCode extends CodeMeaning {
  /** The code says that the licence cannot be used on this device now: an answer to a check, not a failure of it. */
  readonly verdict?: true;
}

const ASK_VENDOR = 'Only the vendor of the product can change that, in the LicenseSpring platform.';
const ON_DEVICE = '--product PRODUCT --hardware-id ID';
const LIMIT_LEFT = `Ask for no more than what is left, which this tells: licensectl show KEY ${ON_DEVICE}`;
const FREE_A_DEVICE =
  'Free a device that is no longer used, by its own id: licensectl deactivate KEY --product PRODUCT --hardware-id OTHER-ID';
const FEATURES = `What features the licence has, and of which kind: licensectl show KEY ${ON_DEVICE} --columns features`;
const NO_MORE_DEVICES = 'Devices that are activated go on working; no other one can be added.';
const NOTHING_COUNTED = 'Nothing was counted; what was counted before stands.';

/** Answers to “may this device use it”: no. */
const UNUSABLE: Readonly<Record<string, Omit<LicenseSpringCode, 'kind' | 'verdict'>>> = {
  license_not_active: {
    meaning: 'The licence is not activated on this device.',
    customer: 'The product does not run on this device; on others nothing changes.',
    next: `Activate it on this device: licensectl activate KEY ${ON_DEVICE}`,
  },
  license_not_enabled: {
    meaning: 'The vendor has disabled the licence.',
    customer:
      'It can be neither activated nor used; its devices and counts are kept for when it is enabled again.',
    next: `The licence is disabled. ${ASK_VENDOR}`,
  },
  license_expired: {
    meaning: 'The licence has passed the end of its validity.',
    customer: 'The product does not run any more until the licence is renewed.',
    next: `Whoever sold it can renew it. A device that it is active on tells when it ended: licensectl show KEY ${ON_DEVICE}`,
  },
  trial_expired: {
    meaning: 'The trial has ended.',
    customer: 'The product does not run any more without a licence.',
    next: 'A trial cannot be started again; a licence takes its place.',
  },
  license_start_date_error: {
    meaning: 'The licence begins on a later day.',
    customer: 'It cannot be activated before that day.',
    next: 'It is not valid yet; the message says from when.',
  },
  blacklisted: {
    meaning: 'The vendor has put this device on the blacklist.',
    customer: 'The product does not run on this device; other devices are not concerned.',
    next: `This device is on the vendor’s blacklist. ${ASK_VENDOR}`,
  },
  vm_not_allowed: {
    meaning: 'The device says that it is a virtual machine, and the licence does not allow those.',
    customer: 'The product does not run in this virtual machine.',
    next: 'The licence does not allow virtual machines; activate it on a real one, or ask the vendor to allow them.',
  },
  archived_product: {
    meaning: 'The vendor has archived the product.',
    customer: 'Its licences cannot be used.',
    next: ASK_VENDOR,
  },
  disabled_product: {
    meaning: 'The vendor has disabled the product.',
    customer: 'Its licences cannot be used until it is enabled again.',
    next: ASK_VENDOR,
  },
  floating_not_available: {
    meaning: 'All floating seats of the licence or feature are taken, or this device has none to give back.',
    customer: 'The product waits until a seat comes free.',
    next: 'A seat comes free when a device gives it back (licensectl seat release, licensectl feature release) or its timeout passes.',
  },
};

const REFUSED: Readonly<Record<string, Omit<LicenseSpringCode, 'kind' | 'verdict'>>> = {
  license_activated_max_times: {
    meaning: 'The licence is on as many devices as it allows.',
    customer: NO_MORE_DEVICES,
    next: FREE_A_DEVICE,
  },
  license_user_activated_max_times: {
    meaning: 'The user has the licence on as many devices as it allows a user.',
    customer: NO_MORE_DEVICES,
    next: FREE_A_DEVICE,
  },
  license_transferred_max_times: {
    meaning: 'The licence has moved from one device to another as often as it may.',
    customer: 'It stays where it is, and cannot be activated on another device.',
    next: `It may not move to another device again. ${ASK_VENDOR}`,
  },
  license_device_exists: {
    meaning: 'The licence has a device with this hardware id already.',
    customer: 'Nothing changed; the device may well be activated.',
    next: `The device is on this licence already: licensectl check KEY ${ON_DEVICE}`,
  },
  offline_floating_cloud_not_supported: {
    meaning: 'A floating licence cannot be activated offline.',
    customer: 'This device needs a connection to use the licence.',
    next: `Hold a seat online instead: licensectl heartbeat KEY ${ON_DEVICE}`,
  },
  active_license_required: {
    meaning: 'Versions and their files are for devices on which the licence is active.',
    customer: 'The device gets no download until it is activated.',
    next: `Activate the licence on this device first: licensectl activate KEY ${ON_DEVICE}`,
  },
  license_borrow_not_allowed: {
    meaning: 'Seats of this licence may not be borrowed.',
    customer: 'The device needs a connection for as long as it uses the seat.',
    next: ASK_VENDOR,
  },
  borrow_until_not_valid: {
    meaning: 'The end of borrowing is no date, has passed, or is later than the licence allows.',
    customer: 'No seat was borrowed.',
    next: 'Give --borrowed-until a time that is to come and within the longest of the licence, such as 12h; left out, it is the longest.',
  },
  floating_feature_device_not_in_use: {
    meaning: 'This device holds no seat of the feature, so there is none to give back.',
    customer: 'Nothing is taken by this device.',
    next: `Nothing is left to do. A seat is taken with: licensectl feature check FEATURE --key KEY ${ON_DEVICE}`,
  },
  feature_not_floating: {
    meaning: 'The feature has no floating seats: every activated device may use it.',
    customer: 'No seat needs to be borrowed or given back.',
    next: `Use the feature as it is: licensectl feature check FEATURE --key KEY ${ON_DEVICE}`,
  },
  unsupported_product_feature: {
    meaning:
      'The feature is not of the kind that this call is for, such as counting on a feature without a count.',
    customer: NOTHING_COUNTED,
    next: FEATURES,
  },
  feature_not_enough_consumptions: {
    meaning: 'The feature has fewer consumptions left than were asked for.',
    customer: NOTHING_COUNTED,
    next: `Ask for no more than what is left, which this tells: licensectl feature check FEATURE --key KEY ${ON_DEVICE}`,
  },
  // Of counting on a licence the pages name no such code; this is that of the vendor's own client.
  license_not_enough_consumptions: {
    meaning: 'The licence has fewer consumptions left than were asked for.',
    customer: NOTHING_COUNTED,
    next: LIMIT_LEFT,
  },
  negative_consumptions_not_allowed: {
    meaning: 'The count may not be lowered on this licence.',
    customer: NOTHING_COUNTED,
    next: ASK_VENDOR,
  },
  trial_not_allowed: {
    meaning: 'The product has no trials, or this device has had its own.',
    customer: 'There is no trial to be had; a licence is needed.',
    next: ASK_VENDOR,
  },
  email_missing: {
    meaning: 'The product is licensed by user, and the call named no e-mail address.',
    next: 'Give the e-mail address of the customer with --email.',
  },
  invalid_product_auth_method: {
    meaning:
      'The call is for products licensed the other way: by key instead of user, or by user instead of key.',
    next: 'Give a key for products licensed by key, a user for the others.',
  },
  customer_account_id_mismatch: {
    meaning: 'The customer account that was named is not the one the licence or user belongs to.',
    next: 'Check --customer-account-code: it is the account that the user signs in with, not another one of the vendor’s.',
  },
  license_key_required: {
    meaning: 'The call needs a licence key, and had none.',
    next: 'Give the licence key.',
  },
  missing_hardware_id: {
    meaning: 'The call named no device.',
    next: 'Give the device with --hardware-id.',
  },
  order_id_exists: {
    meaning: 'There is an order with this ID already.',
    customer: 'The order that there is stays as it was; none was added.',
    next: 'Use an order ID that is new.',
  },
};

const NOT_FOUND: Readonly<Record<string, Omit<LicenseSpringCode, 'kind'>>> = {
  unknown_product: {
    meaning: 'The account has no product with this short code.',
    next: 'Check the product short code (licensectl product list), or the code of the bundle: licences of a bundle have commands of their own, licensectl bundle --help.',
  },
  license_not_found: {
    meaning: 'The product has no licence with this key, or none for this user.',
    customer: 'A typing mistake, or a licence of another product; what they have is not touched.',
    next: 'Check the licence key or user, and --product: a key of another product is not found, either. For the key of a bundle: licensectl bundle --help',
  },
  device_not_found: {
    meaning: 'The licence knows no device with this hardware id.',
    customer: 'The product does not run on this device; on others nothing changes.',
    next: `The licence is not activated on this device: licensectl activate KEY ${ON_DEVICE}`,
    verdict: true,
  },
  customer_account_not_found: {
    meaning: 'There is no customer account with this code.',
    next: 'Check the code of the customer account: it is the one that single sign-on was set up for.',
  },
  customer_does_not_exist: {
    meaning: 'No customer has this e-mail address.',
    next: 'Check the e-mail address of the customer.',
  },
  customer_not_found: {
    meaning: 'No customer with this e-mail address has the product.',
    next: 'Check the e-mail address of the customer.',
  },
  version_not_found: {
    meaning: 'The product has no such version, or none that this licence may have.',
    customer: 'Versions after the end of maintenance or validity are not for this licence.',
    next: `Choose one of those that the licence may have: licensectl version list KEY ${ON_DEVICE}`,
  },
  invalid_license_feature_code: {
    meaning: 'The licence has no feature with this code.',
    next: FEATURES,
  },
};

function rows(
  kind: CodeMeaning['kind'],
  codes: Readonly<Record<string, Omit<LicenseSpringCode, 'kind'>>>,
  verdict?: true,
): readonly (readonly [string, LicenseSpringCode])[] {
  return Object.entries(codes).map(([code, meaning]) => [
    code,
    { kind, ...meaning, ...(verdict === undefined ? {} : { verdict }) },
  ]);
}

export const LICENSESPRING_CODES: Meanings<LicenseSpringCode> = new Map([
  ...CALL_ERROR_CODES,
  ...rows('not-found', NOT_FOUND),
  ...rows('rejected', UNUSABLE, true),
  ...rows('rejected', REFUSED),
]);
