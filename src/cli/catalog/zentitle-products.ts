/** Zentitle: codes, profiles, products, trials and what travels by file. */
import type { CatalogEntry } from './entry.js';

export const ZENTITLE_PRODUCTS: readonly CatalogEntry[] = [
  {
    name: 'codes list',
    summary: 'List licence codes',
    group: 'Zentitle',
    load: () => import('../../commands/codes/list.js'),
  },
  {
    name: 'codes show',
    summary: 'Show one licence code with its terms',
    group: 'Zentitle',
    load: () => import('../../commands/codes/show.js'),
  },
  {
    name: 'profile list',
    summary: 'List code profiles',
    group: 'Zentitle',
    load: () => import('../../commands/profile/list.js'),
  },
  {
    name: 'profile show',
    summary: 'Show one code profile',
    group: 'Zentitle',
    load: () => import('../../commands/profile/show.js'),
  },
  {
    name: 'profile update',
    summary: 'Change a code profile',
    group: 'Zentitle',
    load: () => import('../../commands/profile/update.js'),
  },
  {
    name: 'offline cert',
    summary: 'Exchange an activation request of an offline client for its certificate',
    group: 'Zentitle',
    load: () => import('../../commands/offline/cert.js'),
  },
  {
    name: 'offline deactivate',
    summary: 'Deactivate an offline client by the certificate that it made',
    group: 'Zentitle',
    load: () => import('../../commands/offline/deactivate.js'),
  },
  {
    name: 'trial status',
    summary: 'Show how the trial of a product on one computer stands',
    group: 'Zentitle',
    load: () => import('../../commands/trial/status.js'),
  },
  {
    name: 'trial list',
    summary: 'List trials',
    group: 'Zentitle',
    load: () => import('../../commands/trial/list.js'),
  },
  {
    name: 'trial reset',
    summary: 'Delete a trial, so that the computer can start a new one',
    group: 'Zentitle',
    load: () => import('../../commands/trial/reset.js'),
  },
  {
    name: 'passive create',
    summary: 'Create a passive licence: a certificate for a client that never asks',
    group: 'Zentitle',
    load: () => import('../../commands/passive/create.js'),
  },
];
