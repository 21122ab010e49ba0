/** The generated pages of docs/, by file name. */
import { commandsPage } from './commands-page.js';
import { coveragePage } from './coverage-page.js';
import { exitCodesPage } from './exit-codes-page.js';
import { operationsPage } from './operations-page.js';
import { worldPage } from './world-page.js';

export async function generatedPages(): Promise<Readonly<Record<string, string>>> {
  return {
    'commands.md': await commandsPage(),
    'operations.md': await operationsPage(),
    'coverage.md': await coveragePage(),
    'exit-codes.md': exitCodesPage(),
    'emulator-world.md': worldPage(),
  };
}
