/**
 * LicenseSpring: what a device uses. Nouns that other systems have, too, stand under the heading that they have there;
 * Babel gives seats back.
 */
import type { CatalogEntry } from './entry.js';

export const LICENSESPRING_USAGE: readonly CatalogEntry[] = [
  {
    name: 'bundle activate',
    summary: 'Bind all licences of a bundle to a device',
    group: 'LicenseSpring',
    load: () => import('../../commands/bundle/activate.js'),
  },
  {
    name: 'bundle deactivate',
    summary: 'Free a device from all licences of a bundle',
    group: 'LicenseSpring',
    load: () => import('../../commands/bundle/deactivate.js'),
  },
  {
    name: 'bundle check',
    summary: 'Show the licences of a bundle as a device sees them',
    group: 'LicenseSpring',
    load: () => import('../../commands/bundle/check.js'),
  },
  {
    name: 'consumption add',
    summary: 'Count usage against a consumption licence',
    group: 'LicenseSpring',
    load: () => import('../../commands/consumption/add.js'),
  },
  {
    name: 'variable list',
    summary: 'List the variables that a device keeps with its licence',
    group: 'LicenseSpring',
    load: () => import('../../commands/variable/list.js'),
  },
  {
    name: 'variable set',
    summary: 'Set variables that a device keeps with its licence',
    group: 'LicenseSpring',
    load: () => import('../../commands/variable/set.js'),
  },
  {
    name: 'seat borrow',
    summary: 'Hold a floating seat until a date, without beats',
    group: 'Licences',
    load: () => import('../../commands/seat/borrow.js'),
  },
  {
    name: 'seat release',
    summary: 'Give back the floating seat that a device holds',
    group: 'Licences',
    load: () => import('../../commands/seat/release.js'),
  },
  {
    name: 'feature check',
    summary: 'Show a feature of a licence as a device sees it',
    group: 'Licences',
    load: () => import('../../commands/feature/check.js'),
  },
  {
    name: 'feature consume',
    summary: 'Count usage against a consumption feature of a licence',
    group: 'Licences',
    load: () => import('../../commands/feature/consume.js'),
  },
  {
    name: 'feature borrow',
    summary: 'Hold a floating seat of a feature until a date',
    group: 'Licences',
    load: () => import('../../commands/feature/borrow.js'),
  },
  {
    name: 'feature release',
    summary: 'Give back the floating seat of a feature that a device holds',
    group: 'Licences',
    load: () => import('../../commands/feature/release.js'),
  },
  {
    name: 'trial create',
    summary: 'Make a trial licence for a device, or show the one it has',
    group: 'Licences',
    load: () => import('../../commands/trial/create.js'),
  },
];
