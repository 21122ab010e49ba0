/** Products, and what the calls around them answer. */
import { flagOf, numberOf, textOf } from '../row.js';
import type { SqlRow } from '../store.js';
import type { SystemDeps } from '../system.js';
import { type Input, optionalBoolean, requiredText } from './input.js';
import { LicenseSpringRefusal } from './refusal.js';
import { storedJson } from './stored-json.js';
import { newestVersion, versionFilter } from './versions.js';

export const COMPANY = { id: 1654083847299523 } as const;

/** The product that the input names. @throws LicenseSpringRefusal missing_parameters, unknown_product */
export function requireProduct(deps: SystemDeps, input: Input): SqlRow {
  return requireProductNamed(deps, requiredText(input, 'product'));
}

/** @throws LicenseSpringRefusal unknown_product */
export function requireProductNamed(deps: SystemDeps, shortCode: string): SqlRow {
  const row = deps.store.get('select * from licensespring_product where short_code = ?', shortCode);
  if (row === undefined) throw new LicenseSpringRefusal('unknown_product');
  return row;
}

/** @throws LicenseSpringRefusal archived_product, disabled_product */
export function requireInUse(product: SqlRow): void {
  const state = textOf(product, 'state');
  if (state === 'archived') throw new LicenseSpringRefusal('archived_product');
  if (state === 'disabled') throw new LicenseSpringRefusal('disabled_product');
}

/** @throws LicenseSpringRefusal invalid_product_auth_method for a product that is licensed by key */
export function requireUserBased(product: SqlRow): void {
  if (textOf(product, 'authorization_method') !== 'user') {
    throw new LicenseSpringRefusal('invalid_product_auth_method');
  }
}

/** `product_details` inside a licence object. */
export function productMembers(product: SqlRow): object {
  return {
    product_id: numberOf(product, 'id'),
    product_name: textOf(product, 'name'),
    short_code: textOf(product, 'short_code'),
    authorization_method: textOf(product, 'authorization_method'),
    metadata: storedJson(product, 'metadata'),
  };
}

/** GET product_details. The documents head its errors 400 and label the examples 404: a setting chooses. */
export function productDetails(input: Input, deps: SystemDeps): object {
  try {
    const product = requireProduct(deps, input);
    const withVersion = optionalBoolean(input, 'include_latest_version');
    const withFields = optionalBoolean(input, 'include_custom_fields');
    return {
      ...productObject(product),
      ...(withVersion
        ? { latest_version: newestVersion(deps, product, versionFilter(input, null)) ?? null }
        : {}),
      ...(withFields ? { custom_fields: storedJson(product, 'custom_fields') } : {}),
    };
  } catch (error) {
    if (!(error instanceof LicenseSpringRefusal) || error.status !== 400) throw error;
    throw new LicenseSpringRefusal(error.code, error.message, deps.settings.licensespringProductErrorStatus);
  }
}

/** GET products: all of them. The path and the answer are not documented; the members are those of product_details. */
export function products(_input: Input, deps: SystemDeps): object {
  return deps.store.all('select * from licensespring_product order by id').map(productObject);
}

function productObject(product: SqlRow): object {
  return {
    ...productMembers(product),
    allow_trial: flagOf(product, 'allow_trial'),
    trial_days: numberOf(product, 'trial_days'),
    floating_timeout: numberOf(product, 'floating_timeout'),
    allow_overages: flagOf(product, 'allow_overages'),
    max_overages: numberOf(product, 'max_overages'),
    prevent_vm: flagOf(product, 'prevent_vm'),
    company: COMPANY,
  };
}
