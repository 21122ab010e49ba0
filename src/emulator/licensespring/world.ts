/** The default world: the named licences, and those of a small software house's customers. */
import type { SystemDeps } from '../system.js';
import { newLicenseKey } from './ids.js';
import { seedBase } from './world-base.js';
import { addLicense, type WorldDevice, type WorldLicense } from './world-licenses.js';
import { NAMED } from './world-named.js';
import { seedProducts } from './world-products.js';

const CUSTOMERS = [
  'Harbour Dental',
  'Northwind Joinery',
  'Studio Ampel',
  'Lindqvist and Sons',
  'Pine Street Books',
  'Okafor Surveying',
  'Blue Kettle Foods',
  'Marais Architects',
  'Tanaka Prototyping',
  'Orchard Lane Clinic',
  'Silverline Couriers',
] as const;

interface Use {
  /** Active devices. */
  readonly inUse: number;
  /** How many of them hold a borrowed slot. */
  readonly borrowed?: number;
}

/** Licences of each customer; the customer's number varies their figures. */
const PLANS: readonly ((index: number) => Omit<WorldLicense, 'key' | 'company'> & Use)[] = [
  (index) => ({ product: 'lsprod', columns: { max_activations: 3 + (index % 3) }, inUse: 1 + (index % 3) }),
  (index) => ({
    product: 'lsprod',
    columns: { license_type: 'subscription', max_activations: 5 },
    valid: index * 40 - 60,
    inUse: index % 5,
  }),
  (index) => ({
    product: 'lsfloat',
    columns: {
      is_floating_cloud: true,
      floating_users: 2 + (index % 4),
      max_activations: 20,
      can_borrow: true,
      max_borrow_time: 720,
    },
    borrowed: index % 3,
    inUse: 3 + (index % 4),
  }),
  (index) => ({
    product: 'lsmeter',
    columns: {
      license_type: 'consumption',
      max_consumptions: 1000,
      total_consumptions: (index * 137) % 1000,
      max_activations: 2,
      enabled: index % 6 !== 5,
    },
    inUse: 1,
  }),
  (index) => ({
    product: 'lsprod',
    columns: { is_trial: true, trial_days: 30, max_activations: 1 },
    valid: 30 - index * 6,
    inUse: index % 2,
  }),
];

/** Licence users of customers, with the company that each belongs to. */
const STAFF = [
  ['nora@harbour-dental.example', 'Harbour Dental'],
  ['femi@okafor-surveying.example', 'Okafor Surveying'],
  ['ines@marais-architects.example', 'Marais Architects'],
  ['kenji@tanaka-prototyping.example', 'Tanaka Prototyping'],
] as const;

/** Fills an empty store; needs `deps.now` for dates and `deps.randomHex` for keys and hardware ids. */
export function seedLicensespring(deps: SystemDeps): void {
  seedBase(deps);
  seedProducts(deps);
  for (const { license } of NAMED) addLicense(deps, license);
  CUSTOMERS.forEach((company, index) => {
    for (const plan of PLANS) {
      const { inUse, borrowed = 0, ...license } = plan(index);
      addLicense(deps, {
        ...license,
        key: newLicenseKey(deps),
        company,
        devices: devices(deps, company, inUse, borrowed),
      });
    }
  });
  STAFF.forEach(([user, company], index) => {
    const [laptop] = devices(deps, company, 1, 0);
    addLicense(deps, {
      product: 'lsuser',
      users: [[user, 2]],
      columns: { license_type: 'subscription', max_activations: 2 },
      valid: 120 * index + 20,
      company,
      devices: laptop === undefined ? [] : [{ ...laptop, user }],
    });
  });
}

function devices(deps: SystemDeps, company: string, count: number, borrowed: number): WorldDevice[] {
  const site = company.split(' ')[0]?.toUpperCase() ?? '';
  return Array.from({ length: count }, (_, index) => ({
    hardwareId: deps.randomHex(16),
    ...(index < borrowed ? { borrowedDays: 20 } : {}),
    hostname: `${site}-${String(index + 1).padStart(2, '0')}`,
  }));
}
