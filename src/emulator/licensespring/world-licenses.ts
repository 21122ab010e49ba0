/** One licence of the default world as data, and how it becomes rows. */
import { type Columns, insertRow, numberOf } from '../row.js';
import type { SystemDeps } from '../system.js';
import { nextId } from './devices.js';

export const DAY = 86_400_000;

export interface WorldDevice {
  readonly hardwareId: string;
  readonly user?: string;
  readonly inactive?: boolean;
  readonly freed?: boolean;
  readonly blacklisted?: boolean;
  /** Days from now for which a slot is borrowed. */
  readonly borrowedDays?: number;
  readonly hostname?: string;
}

export interface WorldLicense {
  readonly product: string;
  /** Absent for a licence of users. */
  readonly key?: string;
  /** E-mails with the activations that each may make. */
  readonly users?: readonly (readonly [email: string, maxActivations: number])[];
  /** Days from now, negative for the past. */
  readonly valid?: number;
  readonly starts?: number;
  readonly columns?: Columns;
  readonly devices?: readonly WorldDevice[];
  readonly company?: string;
}

export function addLicense(deps: SystemDeps, license: WorldLicense): void {
  const { store } = deps;
  const product = store.get('select id from licensespring_product where short_code = ?', license.product);
  if (product === undefined) throw new Error(`The default world has no product ${license.product}`);
  const id = nextId(deps, 'licensespring_license');
  insertRow(store, 'licensespring_license', {
    id,
    product_id: numberOf(product, 'id'),
    license_key: license.key ?? null,
    order_store_id: `order-${deps.randomHex(4)}`,
    customer: customerOf(license.company ?? 'Emulator Works'),
    validity_period: daysFromNow(deps, license.valid),
    start_date: daysFromNow(deps, license.starts),
    max_license_users: Math.max(1, license.users?.length ?? 0),
    ...license.columns,
  });
  for (const [email, maxActivations] of license.users ?? []) {
    const user_id = userId(deps, email);
    insertRow(store, 'licensespring_license_user', {
      license_id: id,
      user_id,
      max_activations: maxActivations,
    });
  }
  for (const device of license.devices ?? []) addDevice(deps, id, device);
}

function addDevice(deps: SystemDeps, licenseId: number, device: WorldDevice): void {
  const now = deps.now();
  insertRow(deps.store, 'licensespring_device', {
    id: nextId(deps, 'licensespring_device'),
    license_id: licenseId,
    user_id: device.user === undefined ? null : userId(deps, device.user),
    hardware_id: device.hardwareId,
    active: !device.inactive,
    freed: device.freed ?? false,
    blacklisted: device.blacklisted ?? false,
    created_at: now - 90 * DAY,
    last_seen_at: now - DAY,
    borrowed_until: daysFromNow(deps, device.borrowedDays),
    details: JSON.stringify(device.hostname === undefined ? {} : { hostname: device.hostname }),
  });
}

function userId(deps: SystemDeps, email: string): number {
  const row = deps.store.get('select id from licensespring_user where email = ?', email);
  if (row === undefined) throw new Error(`The default world has no licence user ${email}`);
  return numberOf(row, 'id');
}

function daysFromNow(deps: SystemDeps, days: number | undefined): number | null {
  return days === undefined ? null : deps.now() + days * DAY;
}

/** All members of the documented customer object. */
function customerOf(company: string): string {
  const domain = company.toLowerCase().replaceAll(/[^a-z]+/g, '-');
  return JSON.stringify({
    email: `office@${domain}.example`,
    company_name: company,
    reference: null,
    phone: '',
    first_name: '',
    last_name: '',
    city: '',
    postcode: '',
    state: '',
    country: '',
    address: '',
    customer_account: null,
    metadata: {},
  });
}
