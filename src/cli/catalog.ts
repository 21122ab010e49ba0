/** Every command there is: name and summary for help, and how to load it when it is called. */
import { CONTEXTS } from './catalog/contexts.js';
import type { CatalogEntry, Group } from './catalog/entry.js';
import { LICENCES } from './catalog/licences.js';
import { LICENSESPRING_LOOK_UPS } from './catalog/licensespring-look-ups.js';
import { LICENSESPRING_USAGE } from './catalog/licensespring-usage.js';
import { OFFLINE } from './catalog/offline.js';
import { OTHERS } from './catalog/others.js';
import { ZENTITLE_ACCOUNTS } from './catalog/zentitle-accounts.js';
import { ZENTITLE_PRODUCTS } from './catalog/zentitle-products.js';

/** The order of headings in help. */
export const GROUPS: readonly Group[] = [
  'Licences',
  'LicenseSpring',
  'Zentitle',
  'Contexts',
  'Anything else',
];

/** What the first word of two-word commands stands for. */
export const NOUNS: Readonly<Record<string, string>> = {
  codes: 'Licence codes',
  product: 'Products',
  'feature-group': 'Groups of features in a product',
  feature: 'Features of a product, and of a licence on a device',
  udf: 'Custom fields of a product (Application Agility)',
  profile: 'Code profiles',
  offline: 'Clients without a network, by request and licence files',
  trial: 'Trials by computer or device',
  seat: 'Floating seats',
  bundle: 'Licences that are sold together',
  consumption: 'Counted usage of a licence',
  variable: 'Variables that a device keeps with its licence',
  passive: 'Passive licences',
  network: 'Licences of the LAN daemon',
  system: 'Computers that activated',
  company: 'Companies that codes belong to',
  group: 'Groups of end users, and their codes',
  user: 'End users in groups',
  consumer: 'What end users told when they registered',
  note: 'Notes on licence codes',
  event: 'Events of the data stream',
  license: 'Licences of a user or on a device',
  customer: 'Customers and their licence users',
  version: 'Versions of a product, and their files',
  sso: 'Single sign-on of customer accounts',
  oauth: 'Sign-in of the user portal',
  context: 'Connections to licence systems, kept on this computer',
  emulator: 'A faithful local server of all four systems',
};

/** Under each heading in this order; a noun with commands of two systems stands where its first command does. */
export const CATALOG: readonly CatalogEntry[] = [
  ...LICENCES,
  ...ZENTITLE_PRODUCTS,
  ...ZENTITLE_ACCOUNTS,
  ...OFFLINE,
  ...LICENSESPRING_USAGE,
  ...LICENSESPRING_LOOK_UPS,
  ...CONTEXTS,
  ...OTHERS,
];
