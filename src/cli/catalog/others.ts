/** What belongs to no system. */
import type { CatalogEntry } from './entry.js';

export const OTHERS: readonly CatalogEntry[] = [
  {
    name: 'explain',
    summary: 'Tell what an error code or exit code means, and what to do',
    group: 'Anything else',
    load: () => import('../../commands/explain.js'),
  },
  {
    name: 'api',
    summary: 'Make any call of the licence system, signed and guarded like the rest',
    group: 'Anything else',
    load: () => import('../../commands/api.js'),
  },
  {
    name: 'emulator start',
    summary: 'Serve the emulator until it is stopped',
    group: 'Anything else',
    load: () => import('../../commands/emulator/start.js'),
  },
  {
    name: 'emulator exec',
    summary: 'Run a command against an emulator of its own',
    group: 'Anything else',
    load: () => import('../../commands/emulator/exec.js'),
  },
  {
    name: 'emulator status',
    summary: 'Show a running emulator',
    group: 'Anything else',
    load: () => import('../../commands/emulator/status.js'),
  },
  {
    name: 'emulator reset',
    summary: 'Put a running emulator back to its default world',
    group: 'Anything else',
    load: () => import('../../commands/emulator/reset.js'),
  },
  {
    name: 'emulator stop',
    summary: 'Stop a running emulator',
    group: 'Anything else',
    load: () => import('../../commands/emulator/stop.js'),
  },
  {
    name: 'emulator clock',
    summary: 'Show or move the clock of a running emulator',
    group: 'Anything else',
    load: () => import('../../commands/emulator/clock.js'),
  },
  {
    name: 'emulator fault',
    summary: 'Make a running emulator fail on request',
    group: 'Anything else',
    load: () => import('../../commands/emulator/fault.js'),
  },
  {
    name: 'emulator requests',
    summary: 'List the requests that a running emulator has seen',
    group: 'Anything else',
    load: () => import('../../commands/emulator/requests.js'),
  },
  {
    name: 'emulator save',
    summary: 'Save the world of a running emulator to a file',
    group: 'Anything else',
    load: () => import('../../commands/emulator/save.js'),
  },
  {
    name: 'emulator load',
    summary: 'Load a saved world into a running emulator',
    group: 'Anything else',
    load: () => import('../../commands/emulator/load.js'),
  },
  {
    name: 'emulator public-key',
    summary: 'Print the key with which LicenseSpring answers of a running emulator are verified',
    group: 'Anything else',
    load: () => import('../../commands/emulator/public-key.js'),
  },
  {
    name: 'emulator offline-request',
    summary: 'Make the file that an offline Zentitle client would send',
    group: 'Anything else',
    load: () => import('../../commands/emulator/offline-request.js'),
  },
];
