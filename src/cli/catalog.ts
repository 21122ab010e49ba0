/** Every command there is: name and summary for help, and how to load it when it is called. */
import type { Command } from '../commands/command.js';

export interface CatalogEntry {
  /** Words a person types, `codes list`. */
  readonly name: string;
  readonly summary: string;
  /** Heading of the list of commands that it stands under. */
  readonly group: Group;
  readonly load: () => Promise<{ readonly command: Command }>;
}

export type Group = 'Licences' | 'Zentitle' | 'Contexts' | 'Anything else';

/** The order of headings in help. */
export const GROUPS: readonly Group[] = ['Licences', 'Zentitle', 'Contexts', 'Anything else'];

/** What the first word of two-word commands stands for. */
export const NOUNS: Readonly<Record<string, string>> = {
  codes: 'Licence codes',
  profile: 'Code profiles',
  offline: 'Activation and deactivation by certificate',
  trial: 'Trials by computer',
  passive: 'Passive licences',
  context: 'Connections to licence systems, kept on this computer',
  emulator: 'A faithful local server of all four systems',
};

export const CATALOG: readonly CatalogEntry[] = [
  {
    name: 'activate',
    summary: 'Bind a licence to a device',
    group: 'Licences',
    load: () => import('../commands/activate.js'),
  },
  {
    name: 'deactivate',
    summary: 'Free a device from a licence',
    group: 'Licences',
    load: () => import('../commands/deactivate.js'),
  },
  {
    name: 'show',
    summary: 'Show a licence as its system has it',
    group: 'Licences',
    load: () => import('../commands/show.js'),
  },
  {
    name: 'check',
    summary: 'Ask whether a licence is valid now',
    group: 'Licences',
    load: () => import('../commands/check.js'),
  },
  {
    name: 'heartbeat',
    summary: 'Hold a floating seat until interrupted, then give it back',
    group: 'Licences',
    load: () => import('../commands/heartbeat.js'),
  },
  {
    name: 'codes list',
    summary: 'List licence codes',
    group: 'Zentitle',
    load: () => import('../commands/codes/list.js'),
  },
  {
    name: 'codes show',
    summary: 'Show one licence code with its terms',
    group: 'Zentitle',
    load: () => import('../commands/codes/show.js'),
  },
  {
    name: 'profile list',
    summary: 'List code profiles',
    group: 'Zentitle',
    load: () => import('../commands/profile/list.js'),
  },
  {
    name: 'profile show',
    summary: 'Show one code profile',
    group: 'Zentitle',
    load: () => import('../commands/profile/show.js'),
  },
  {
    name: 'profile update',
    summary: 'Change a code profile',
    group: 'Zentitle',
    load: () => import('../commands/profile/update.js'),
  },
  {
    name: 'offline cert',
    summary: 'Exchange an activation request of an offline client for its certificate',
    group: 'Zentitle',
    load: () => import('../commands/offline/cert.js'),
  },
  {
    name: 'offline deactivate',
    summary: 'Deactivate an offline client by the certificate that it made',
    group: 'Zentitle',
    load: () => import('../commands/offline/deactivate.js'),
  },
  {
    name: 'trial status',
    summary: 'Show how the trial of a product on one computer stands',
    group: 'Zentitle',
    load: () => import('../commands/trial/status.js'),
  },
  {
    name: 'trial list',
    summary: 'List trials',
    group: 'Zentitle',
    load: () => import('../commands/trial/list.js'),
  },
  {
    name: 'trial reset',
    summary: 'Delete a trial, so that the computer can start a new one',
    group: 'Zentitle',
    load: () => import('../commands/trial/reset.js'),
  },
  {
    name: 'passive create',
    summary: 'Create a passive licence: a certificate for a client that never asks',
    group: 'Zentitle',
    load: () => import('../commands/passive/create.js'),
  },
  {
    name: 'login',
    summary: 'Store credentials for a licence system as a context',
    group: 'Contexts',
    load: () => import('../commands/login.js'),
  },
  {
    name: 'logout',
    summary: 'Forget the credentials of a context',
    group: 'Contexts',
    load: () => import('../commands/logout.js'),
  },
  {
    name: 'whoami',
    summary: 'Show which system and account the next command would use',
    group: 'Contexts',
    load: () => import('../commands/whoami.js'),
  },
  {
    name: 'context list',
    summary: 'List the contexts on this computer',
    group: 'Contexts',
    load: () => import('../commands/context/list.js'),
  },
  {
    name: 'context show',
    summary: 'Show one context, without its secrets',
    group: 'Contexts',
    load: () => import('../commands/context/show.js'),
  },
  {
    name: 'context use',
    summary: 'Make a context the current one',
    group: 'Contexts',
    load: () => import('../commands/context/use.js'),
  },
  {
    name: 'context rename',
    summary: 'Give a context another name',
    group: 'Contexts',
    load: () => import('../commands/context/rename.js'),
  },
  {
    name: 'context remove',
    summary: 'Remove a context and its credentials from this computer',
    group: 'Contexts',
    load: () => import('../commands/context/remove.js'),
  },
  {
    name: 'context test',
    summary: 'Check with one harmless call that a context works',
    group: 'Contexts',
    load: () => import('../commands/context/test.js'),
  },
  {
    name: 'api',
    summary: 'Make any call of the licence system, signed and guarded like the rest',
    group: 'Anything else',
    load: () => import('../commands/api.js'),
  },
  {
    name: 'emulator start',
    summary: 'Serve the emulator until it is stopped',
    group: 'Anything else',
    load: () => import('../commands/emulator/start.js'),
  },
  {
    name: 'emulator exec',
    summary: 'Run a command against an emulator of its own',
    group: 'Anything else',
    load: () => import('../commands/emulator/exec.js'),
  },
  {
    name: 'emulator status',
    summary: 'Show a running emulator',
    group: 'Anything else',
    load: () => import('../commands/emulator/status.js'),
  },
  {
    name: 'emulator reset',
    summary: 'Put a running emulator back to its default world',
    group: 'Anything else',
    load: () => import('../commands/emulator/reset.js'),
  },
  {
    name: 'emulator stop',
    summary: 'Stop a running emulator',
    group: 'Anything else',
    load: () => import('../commands/emulator/stop.js'),
  },
  {
    name: 'emulator clock',
    summary: 'Show or move the clock of a running emulator',
    group: 'Anything else',
    load: () => import('../commands/emulator/clock.js'),
  },
  {
    name: 'emulator fault',
    summary: 'Make a running emulator fail on request',
    group: 'Anything else',
    load: () => import('../commands/emulator/fault.js'),
  },
  {
    name: 'emulator requests',
    summary: 'List the requests that a running emulator has seen',
    group: 'Anything else',
    load: () => import('../commands/emulator/requests.js'),
  },
  {
    name: 'emulator save',
    summary: 'Save the world of a running emulator to a file',
    group: 'Anything else',
    load: () => import('../commands/emulator/save.js'),
  },
  {
    name: 'emulator load',
    summary: 'Load a saved world into a running emulator',
    group: 'Anything else',
    load: () => import('../commands/emulator/load.js'),
  },
  {
    name: 'emulator offline-request',
    summary: 'Make the file that an offline Zentitle client would send',
    group: 'Anything else',
    load: () => import('../commands/emulator/offline-request.js'),
  },
];
