/** What every system has in common: licences. */
import type { CatalogEntry } from './entry.js';

export const LICENCES: readonly CatalogEntry[] = [
  {
    name: 'activate',
    summary: 'Bind a licence to a device',
    group: 'Licences',
    load: () => import('../../commands/activate.js'),
  },
  {
    name: 'deactivate',
    summary: 'Free a device from a licence',
    group: 'Licences',
    load: () => import('../../commands/deactivate.js'),
  },
  {
    name: 'show',
    summary: 'Show a licence as its system has it',
    group: 'Licences',
    load: () => import('../../commands/show.js'),
  },
  {
    name: 'check',
    summary: 'Ask whether a licence is valid now',
    group: 'Licences',
    load: () => import('../../commands/check.js'),
  },
  {
    name: 'heartbeat',
    summary: 'Hold a floating seat until interrupted, then give it back',
    group: 'Licences',
    load: () => import('../../commands/heartbeat.js'),
  },
];
