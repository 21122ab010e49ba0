/** Clients without a network, and this computer as a device. */
import type { CatalogEntry } from './entry.js';

export const OFFLINE: readonly CatalogEntry[] = [
  {
    name: 'offline cert',
    summary: 'Exchange an activation request of an offline client for its certificate',
    group: 'Licences',
    load: () => import('../../commands/offline/cert.js'),
  },
  {
    name: 'offline request',
    summary: 'Make the request file of an offline client; sends nothing',
    group: 'Licences',
    load: () => import('../../commands/offline/request.js'),
  },
  {
    name: 'offline activate',
    summary: 'Send the activation request of an offline client, and get its licence file',
    group: 'Licences',
    load: () => import('../../commands/offline/activate.js'),
  },
  {
    name: 'offline deactivate',
    summary: 'Deactivate an offline client by the file that it made',
    group: 'Licences',
    load: () => import('../../commands/offline/deactivate.js'),
  },
  {
    name: 'offline verify',
    summary: 'Verify a licence file without a network',
    group: 'Licences',
    load: () => import('../../commands/offline/verify.js'),
  },
  {
    name: 'hardware-id',
    summary: 'Show an id of this computer that stays the same, and whether it is a virtual machine',
    group: 'LicenseSpring',
    load: () => import('../../commands/hardware-id.js'),
  },
];
