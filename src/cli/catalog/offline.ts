/** Clients without a network, and this computer as a device. */
import type { CatalogEntry } from './entry.js';

export const OFFLINE: readonly CatalogEntry[] = [
  {
    name: 'offline cert',
    summary: 'Exchange an activation request of an offline client for its certificate',
    group: 'Zentitle',
    load: () => import('../../commands/offline/cert.js'),
  },
  {
    name: 'offline deactivate',
    summary: 'Deactivate an offline client by the file that it made',
    group: 'Zentitle',
    load: () => import('../../commands/offline/deactivate.js'),
  },
  {
    name: 'hardware-id',
    summary: 'Show an id of this computer that stays the same, and whether it is a virtual machine',
    group: 'LicenseSpring',
    load: () => import('../../commands/hardware-id.js'),
  },
];
