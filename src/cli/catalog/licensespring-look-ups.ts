/** LicenseSpring: look-ups and sign-on. */
import type { CatalogEntry } from './entry.js';

export const LICENSESPRING_LOOK_UPS: readonly CatalogEntry[] = [
  {
    name: 'license list',
    summary: 'List the licences of a user, or those on a device',
    group: 'LicenseSpring',
    load: () => import('../../commands/license/list.js'),
  },
  {
    name: 'customer users',
    summary: 'List the licence users of a customer',
    group: 'LicenseSpring',
    load: () => import('../../commands/customer/users.js'),
  },
  {
    name: 'version list',
    summary: 'List the versions of a product that a licence may use',
    group: 'LicenseSpring',
    load: () => import('../../commands/version/list.js'),
  },
  {
    name: 'version show',
    summary: 'Show one version of a product and where its installation file is',
    group: 'LicenseSpring',
    load: () => import('../../commands/version/show.js'),
  },
  {
    name: 'sso url',
    summary: 'Print the link to the single sign-on of a customer account',
    group: 'LicenseSpring',
    load: () => import('../../commands/sso/url.js'),
  },
  {
    name: 'oauth url',
    summary: 'Print the link to the sign-in of the user portal',
    group: 'LicenseSpring',
    load: () => import('../../commands/oauth/url.js'),
  },
];
