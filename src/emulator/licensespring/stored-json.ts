/** JSON columns of the store. */
import { textOf } from '../row.js';
import type { SqlRow } from '../store.js';
import { LicenseSpringRefusal } from './refusal.js';

/**
 * The value that a JSON column holds. A record that was damaged in the store is the service's own fault, so the call
 * that needs it ends with the documented internal error.
 *
 * @throws LicenseSpringRefusal internal_error
 */
export function storedJson<T = unknown>(row: SqlRow, column: string): T {
  try {
    return JSON.parse(textOf(row, column)) as T;
  } catch {
    throw new LicenseSpringRefusal('internal_error');
  }
}
