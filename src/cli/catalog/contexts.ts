/** Connections to licence systems. */
import type { CatalogEntry } from './entry.js';

export const CONTEXTS: readonly CatalogEntry[] = [
  {
    name: 'login',
    summary: 'Store credentials for a licence system as a context',
    group: 'Contexts',
    load: () => import('../../commands/login.js'),
  },
  {
    name: 'logout',
    summary: 'Forget the credentials of a context',
    group: 'Contexts',
    load: () => import('../../commands/logout.js'),
  },
  {
    name: 'whoami',
    summary: 'Show which system and account the next command would use',
    group: 'Contexts',
    load: () => import('../../commands/whoami.js'),
  },
  {
    name: 'context list',
    summary: 'List the contexts on this computer',
    group: 'Contexts',
    load: () => import('../../commands/context/list.js'),
  },
  {
    name: 'context show',
    summary: 'Show one context, without its secrets',
    group: 'Contexts',
    load: () => import('../../commands/context/show.js'),
  },
  {
    name: 'context use',
    summary: 'Make a context the current one',
    group: 'Contexts',
    load: () => import('../../commands/context/use.js'),
  },
  {
    name: 'context rename',
    summary: 'Give a context another name',
    group: 'Contexts',
    load: () => import('../../commands/context/rename.js'),
  },
  {
    name: 'context remove',
    summary: 'Remove a context and its credentials from this computer',
    group: 'Contexts',
    load: () => import('../../commands/context/remove.js'),
  },
  {
    name: 'context test',
    summary: 'Check with one harmless call that a context works',
    group: 'Contexts',
    load: () => import('../../commands/context/test.js'),
  },
  {
    name: 'doctor',
    summary: 'Find out why calls do not work: this computer, contexts, network, credentials, clock',
    group: 'Contexts',
    load: () => import('../../commands/doctor.js'),
  },
];
