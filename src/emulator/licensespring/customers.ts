/** Customers: the record inside a licence, and GET customer_license_users. */
import { flagOf, insertRow, numberOf, numberOrNull, textOf } from '../row.js';
import type { SqlRow } from '../store.js';
import type { SystemDeps } from '../system.js';
import { countActive } from './devices.js';
import { nextId } from './ids.js';
import { type Input, optionalText, requiredText } from './input.js';
import { COMPANY, requireProduct, requireUserBased } from './products.js';
import { LicenseSpringRefusal } from './refusal.js';
import { storedJson } from './stored-json.js';

/** Members of the documented customer object that are plain text. */
export const CUSTOMER_TEXTS = [
  'company_name',
  'reference',
  'phone',
  'first_name',
  'last_name',
  'city',
  'postcode',
  'state',
  'country',
  'address',
] as const;

/** @param details the texts that are known, by the documented name; the others are empty */
export function addCustomer(
  deps: SystemDeps,
  email: string,
  details: Readonly<Record<string, string>>,
  accountId: number | null = null,
): number {
  const id = nextId(deps, 'licensespring_customer');
  const texts = Object.fromEntries(CUSTOMER_TEXTS.map((name) => [name, details[name] ?? '']));
  insertRow(deps.store, 'licensespring_customer', {
    id,
    email,
    account_id: accountId,
    details: JSON.stringify({ ...texts, metadata: {} }),
  });
  return id;
}

export function findCustomer(deps: SystemDeps, email: string): SqlRow | undefined {
  return deps.store.get('select * from licensespring_customer where email = ?', email);
}

/** The documented customer object; null for a licence without a customer. */
export function customerObject(deps: SystemDeps, id: number | null): object | null {
  if (id === null) return null;
  const row = deps.store.get('select * from licensespring_customer where id = ?', id);
  if (row === undefined) return null;
  const { metadata, ...texts } = storedJson<Record<string, unknown>>(row, 'details');
  return {
    email: textOf(row, 'email'),
    ...texts,
    customer_account: accountObject(deps, numberOrNull(row, 'account_id')),
    metadata,
  };
}

function accountObject(deps: SystemDeps, id: number | null): object | null {
  if (id === null) return null;
  const row = deps.store.get('select * from licensespring_customer_account where id = ?', id);
  return row === undefined ? null : { id, name: textOf(row, 'name'), code: textOf(row, 'code') };
}

/**
 * The users of a customer's licences for a product, with their initial passwords. Not documented: how the two
 * codes for a customer differ; here one is for an unknown e-mail, the other for a customer without such users.
 *
 * @throws LicenseSpringRefusal unknown_product, invalid_product_auth_method, customer_does_not_exist,
 *   customer_not_found
 */
export function customerLicenseUsers(input: Input, deps: SystemDeps): object {
  const product = requireProduct(deps, input);
  const email = requiredText(input, 'customer');
  const bundleCode = optionalText(input, 'bundle_code') ?? null;
  requireUserBased(product);
  const customer = findCustomer(deps, email);
  if (customer === undefined) throw new LicenseSpringRefusal('customer_does_not_exist');
  const id = numberOf(customer, 'id');
  const rows = deps.store.all(
    `select u.*, l.id as license_id, l.order_id, l.order_store_id, a.max_activations
       from licensespring_license l
       join licensespring_license_user a on a.license_id = l.id
       join licensespring_user u on u.id = a.user_id
      where l.customer_id = ? and l.product_id = ?
        and (? is null or l.bundle_id = (select id from licensespring_bundle where code = ?))
      order by l.id, u.id`,
    id,
    numberOf(product, 'id'),
    bundleCode,
    bundleCode,
  );
  if (rows.length === 0) throw new LicenseSpringRefusal('customer_not_found');
  return {
    customer: customerObject(deps, id),
    users: rows.map((row) => customerUser(deps, row)),
    company: COMPANY,
  };
}

function customerUser(deps: SystemDeps, row: SqlRow): object {
  const licenseId = numberOf(row, 'license_id');
  const isInitial = flagOf(row, 'is_initial_password');
  return {
    email: textOf(row, 'email'),
    is_active: true,
    first_name: textOf(row, 'first_name'),
    last_name: textOf(row, 'last_name'),
    phone_number: textOf(row, 'phone_number'),
    is_initial_password: isInitial,
    initial_password: isInitial ? textOf(row, 'password') : '',
    license_id: licenseId,
    order_id: numberOf(row, 'order_id'),
    order_store_id: textOf(row, 'order_store_id'),
    max_activations: numberOf(row, 'max_activations'),
    total_activations: countActive(deps, licenseId, numberOf(row, 'id')),
  };
}
