/** A licence of the default world with a key or user to remember, and what it shows. */
import type { WorldNote } from '../world-note.js';
import type { WorldLicense } from './world-licenses.js';

export interface NamedLicense {
  readonly license: WorldLicense;
  readonly note: WorldNote;
}

/** @param shows begins with the documented code when an activation by a new device shows it */
export function keyed(
  key: string,
  shows: string,
  columns: WorldLicense['columns'] = {},
  rest: Partial<WorldLicense> = {},
): NamedLicense {
  const license = { product: 'lsprod', key, columns: { max_activations: 5, ...columns }, ...rest };
  return { license, note: { kind: `licence key of ${license.product}`, value: key, shows } };
}

export function forUser(email: string, shows: string, license: Omit<WorldLicense, 'product'>): NamedLicense {
  return {
    license: { product: 'lsuser', ...license },
    note: { kind: 'user of lsuser', value: email, shows },
  };
}
