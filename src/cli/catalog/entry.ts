/** What the catalogue of commands consists of. */
import type { Command } from '../../commands/command.js';

export interface CatalogEntry {
  /** Words a person types, `codes list`. */
  readonly name: string;
  readonly summary: string;
  /** Heading of the list of commands that it stands under. */
  readonly group: Group;
  readonly load: () => Promise<{ readonly command: Command }>;
}

export type Group = 'Licences' | 'LicenseSpring' | 'Zentitle' | 'Contexts' | 'Anything else';
