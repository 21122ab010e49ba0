/** GET trial_key: makes a trial for a device, or answers the one it has. */
import { flagOf, insertRow, numberOf, numberOrNull, textOf, textOrNull } from '../row.js';
import type { SqlRow } from '../store.js';
import type { SystemDeps } from '../system.js';
import { addCustomer, CUSTOMER_TEXTS, findCustomer } from './customers.js';
import { DAY_MS, isoDate } from './dates.js';
import { isKeyBased } from './find-license.js';
import { newLicenseKey, nextId } from './ids.js';
import { type Input, optionalText, requiredText } from './input.js';
import { COMPANY, productMembers, requireInUse, requireProduct } from './products.js';
import { LicenseSpringRefusal } from './refusal.js';
import { findUser } from './users.js';

/** What a trial is made with. */
interface Policy {
  readonly days: number;
  readonly maxActivations: number;
}

/**
 * The same device and product have the same trial. Not documented: archived and disabled products, which are refused
 * as by an activation, and an unknown policy.
 *
 * @throws LicenseSpringRefusal missing_parameters, missing_hardware_id, unknown_product, archived_product,
 *   disabled_product, trial_not_allowed, email_missing, validation_error
 */
export function trialKey(input: Input, deps: SystemDeps): object {
  requiredText(input, 'product');
  const hardwareId = optionalText(input, 'hardware_id');
  if (hardwareId === undefined) throw new LicenseSpringRefusal('missing_hardware_id');
  const product = requireProduct(deps, input);
  requireInUse(product);
  if (!flagOf(product, 'allow_trial')) throw new LicenseSpringRefusal('trial_not_allowed');
  const email = optionalText(input, 'email');
  if (!isKeyBased(product) && email === undefined) throw new LicenseSpringRefusal('email_missing');
  const known = findTrial(deps, product, hardwareId);
  if (known !== undefined) return knownTrial(known);
  const policy = readPolicy(deps, product, input);
  const customerId = email === undefined ? null : customerOf(deps, email, input);
  const licenseId = addTrialLicense(deps, product, policy, customerId);
  const user =
    isKeyBased(product) || email === undefined
      ? undefined
      : assignUser(deps, licenseId, policy, email, input);
  insertRow(deps.store, 'licensespring_trial', {
    product_id: numberOf(product, 'id'),
    hardware_id: hardwareId,
    license_id: licenseId,
    user_id: user === undefined ? null : numberOf(user, 'id'),
  });
  return newTrial(deps, product, licenseId, user);
}

function findTrial(deps: SystemDeps, product: SqlRow, hardwareId: string): SqlRow | undefined {
  return deps.store.get(
    `select l.license_key, l.license_type, l.is_trial, u.email
       from licensespring_trial t
       join licensespring_license l on l.id = t.license_id
       left join licensespring_user u on u.id = t.user_id
      where t.product_id = ? and t.hardware_id = ?`,
    numberOf(product, 'id'),
    hardwareId,
  );
}

function knownTrial(row: SqlRow): object {
  const email = textOrNull(row, 'email');
  return {
    license_type: textOf(row, 'license_type'),
    is_trial: flagOf(row, 'is_trial'),
    ...(email === null ? { license: textOf(row, 'license_key') } : { license_user: email }),
  };
}

/** The record of the licence that was made; its password is told where it is still the initial one. */
function newTrial(deps: SystemDeps, product: SqlRow, licenseId: number, user: SqlRow | undefined): object {
  const row = deps.store.get('select * from licensespring_license where id = ?', licenseId) ?? {};
  const key = textOrNull(row, 'license_key');
  const holder =
    user === undefined
      ? { license_key: key, license: key }
      : {
          license_user: textOf(user, 'email'),
          initial_password: flagOf(user, 'is_initial_password') ? textOf(user, 'password') : null,
        };
  return {
    id: licenseId,
    ...holder,
    order_store_id: textOf(row, 'order_store_id'),
    license_type: textOf(row, 'license_type'),
    is_trial: true,
    trial_days: numberOf(row, 'trial_days'),
    validity_period: isoDate(numberOrNull(row, 'validity_period')),
    max_activations: numberOf(row, 'max_activations'),
    company: COMPANY,
    product_details: productMembers(product),
  };
}

function readPolicy(deps: SystemDeps, product: SqlRow, input: Input): Policy {
  const code = optionalText(input, 'license_policy');
  if (code === undefined) return { days: numberOf(product, 'trial_days'), maxActivations: 1 };
  const sql = 'select * from licensespring_policy where product_id = ? and code = ?';
  const row = deps.store.get(sql, numberOf(product, 'id'), code);
  if (row === undefined) {
    throw new LicenseSpringRefusal('validation_error', 'The product has no such license_policy.');
  }
  return { days: numberOf(row, 'trial_days'), maxActivations: numberOf(row, 'max_activations') };
}

/** The customer with this e-mail, made with the texts of the input when there is none. */
function customerOf(deps: SystemDeps, email: string, input: Input): number {
  const known = findCustomer(deps, email);
  if (known !== undefined) return numberOf(known, 'id');
  const texts = CUSTOMER_TEXTS.flatMap((name): [string, string][] => {
    const value = optionalText(input, name);
    return value === undefined ? [] : [[name, value]];
  });
  return addCustomer(deps, email, Object.fromEntries(texts));
}

function addTrialLicense(
  deps: SystemDeps,
  product: SqlRow,
  { days, maxActivations }: Policy,
  customerId: number | null,
): number {
  const id = nextId(deps, 'licensespring_license');
  insertRow(deps.store, 'licensespring_license', {
    id,
    product_id: numberOf(product, 'id'),
    customer_id: customerId,
    license_key: isKeyBased(product) ? newLicenseKey(deps) : null,
    order_id: id,
    order_store_id: `trial-${deps.randomHex(4)}`,
    is_trial: true,
    trial_days: days,
    validity_period: deps.now() + days * DAY_MS,
    max_activations: maxActivations,
    prevent_vm: flagOf(product, 'prevent_vm'),
  });
  return id;
}

/** A new user gets the password of the call, or one that is made up; either is an initial one. */
function assignUser(
  deps: SystemDeps,
  licenseId: number,
  policy: Policy,
  email: string,
  input: Input,
): SqlRow {
  const user = findUser(deps, email) ?? addUser(deps, email, input);
  insertRow(deps.store, 'licensespring_license_user', {
    license_id: licenseId,
    user_id: numberOf(user, 'id'),
    max_activations: policy.maxActivations,
  });
  return user;
}

function addUser(deps: SystemDeps, email: string, input: Input): SqlRow {
  insertRow(deps.store, 'licensespring_user', {
    id: nextId(deps, 'licensespring_user'),
    email,
    password: optionalText(input, 'password') ?? deps.randomHex(6),
    first_name: optionalText(input, 'first_name') ?? '',
    last_name: optionalText(input, 'last_name') ?? '',
    phone_number: optionalText(input, 'phone') ?? '',
    is_initial_password: true,
  });
  const user = findUser(deps, email);
  if (user === undefined) throw new LicenseSpringRefusal('validation_error', 'email is not valid.');
  return user;
}
