import { flagOf, numberOf, textOf, textOrNull } from '../row.js';
import type { SqlRow } from '../store.js';
import type { SystemDeps } from '../system.js';
import { type Input, optionalBoolean, requiredText } from './input.js';
import { LicenseSpringRefusal } from './refusal.js';

export const COMPANY = { id: 1654083847299523 } as const;

/** The product that the input names. @throws LicenseSpringRefusal missing_parameters, unknown_product */
export function requireProduct(deps: SystemDeps, input: Input): SqlRow {
  const shortCode = requiredText(input, 'product');
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

/** `product_details` inside a licence object. */
export function productMembers(product: SqlRow): object {
  return {
    product_id: numberOf(product, 'id'),
    product_name: textOf(product, 'name'),
    short_code: textOf(product, 'short_code'),
    authorization_method: textOf(product, 'authorization_method'),
    metadata: JSON.parse(textOf(product, 'metadata')),
  };
}

/** The latest version of a product, or undefined when it has none. */
export function latestVersion(product: SqlRow): Readonly<Record<string, unknown>> | undefined {
  const text = textOrNull(product, 'latest_version');
  return text === null ? undefined : JSON.parse(text);
}

/** GET product_details. The documents head its errors 400 and label the examples 404; 400 here. */
export function productDetails(input: Input, deps: SystemDeps): object {
  const product = requireProduct(deps, input);
  const withVersion = optionalBoolean(input, 'include_latest_version');
  const withFields = optionalBoolean(input, 'include_custom_fields');
  return {
    ...productMembers(product),
    allow_trial: flagOf(product, 'allow_trial'),
    trial_days: numberOf(product, 'trial_days'),
    floating_timeout: numberOf(product, 'floating_timeout'),
    allow_overages: flagOf(product, 'allow_overages'),
    max_overages: numberOf(product, 'max_overages'),
    prevent_vm: flagOf(product, 'prevent_vm'),
    company: COMPANY,
    ...(withVersion ? { latest_version: latestVersion(product) ?? null } : {}),
    ...(withFields ? { custom_fields: JSON.parse(textOf(product, 'custom_fields')) } : {}),
  };
}
