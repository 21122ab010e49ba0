/** Colour, decided once for each stream and never by the library: chalk looks at standard output alone. */
import { Chalk, type ChalkInstance } from 'chalk';

export type Style = ChalkInstance;

export function createStyle(color: boolean): Style {
  return new Chalk({ level: color ? 1 : 0 });
}
