/** What a field is called on the command line. */
import type { Field } from './operation.js';

/** The flag with its dashes; for a secret, which is never given by value, the one that reads standard input. */
export function flagName(field: Field): string {
  const flag = field.flag ?? kebabCase(field.name);
  return field.secret === true ? `--${flag}-stdin` : `--${flag}`;
}

/** The flag, and the documented name where that is another: people also write these names in JSON files. */
export function fieldLabel(field: Field): string {
  const flag = flagName(field);
  return field.flag === undefined || field.flag === field.name ? flag : `${flag} (${field.name})`;
}

function kebabCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/_/g, '-')
    .toLowerCase();
}
