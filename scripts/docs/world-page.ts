/** `docs/emulator-world.md`: what to type to see each behaviour in the emulator's default world. */
import { babelWorldNotes } from '../../src/emulator/babel/world.js';
import { licensespringWorldNotes } from '../../src/emulator/licensespring/world-named.js';
import { parallelsWorldNotes } from '../../src/emulator/parallels/world.js';
import type { WorldNote } from '../../src/emulator/world-note.js';
import { zentitleWorldNotes } from '../../src/emulator/zentitle/world/notes.js';
import { code, page, table } from './markdown.js';

export function worldPage(): string {
  const section = (title: string, notes: readonly WorldNote[]): string[] => [
    `## ${title}`,
    table(
      ['Kind', 'Value', 'What it shows'],
      notes.map(({ kind, value, shows }) => [kind, code(value), shows]),
    ),
  ];
  return page(
    'The emulator’s default world',
    'Values to type, and what each of them shows. Zentitle’s part also holds some 300 more codes: ' +
      '`licensectl codes list` shows them.',
    [
      ...section('Zentitle', zentitleWorldNotes),
      ...section('LicenseSpring', licensespringWorldNotes),
      ...section('Babel Licensing', babelWorldNotes),
      ...section('Parallels RAS', parallelsWorldNotes),
    ],
  );
}
