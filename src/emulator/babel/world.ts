/** The default world: a small software house with its customers' licences, and one licence for each refusal. */
import { insertRow } from '../row.js';
import type { SystemDeps } from '../system.js';
import type { WorldNote } from '../world-note.js';
import { PERMISSION } from './access.js';
import { MODE } from './licenses.js';

export const API_KEY = 'api_emulator0000000000000001';
const READ_ONLY_API_KEY = 'api_readonly0000000000000001';
const REVOKED_API_KEY = 'api_revoked00000000000000001';
const BEARER_TOKEN = 'emulator-bearer-token-6b2e90';

const DAY = 86_400_000;
/** Tokens that the server allows for all licences together; the default world uses some sixty. */
const SERVER_MAX_TOKENS = 120;

interface WorldLicense {
  readonly key: string;
  readonly mode: number;
  readonly sites: number;
  /** Days from now; absent for never. */
  readonly expires?: number;
  readonly revoked?: boolean;
  readonly tampered?: boolean;
  /** Tokens in use. */
  readonly used?: number;
  /** Seats whose client went silent. */
  readonly lapsed?: number;
}

const NAMED: readonly WorldLicense[] = [
  { key: 'FLOAT-BUILD-FARM0-00001', mode: MODE.floating, sites: 3 },
  { key: 'FLOAT-SINGL-SEAT0-00001', mode: MODE.floating, sites: 1 },
  { key: 'FLOAT-FULLY-TAKEN-00001', mode: MODE.floating, sites: 2, used: 2 },
  { key: 'FLOAT-LAPSE-DSEAT-00001', mode: MODE.floating, sites: 2, lapsed: 1 },
  { key: 'FLOAT-WHOLE-FIRM0-00001', mode: MODE.floating, sites: 500 },
  { key: 'ACTIV-ATION-DESK0-00001', mode: MODE.activation, sites: 2 },
  { key: 'ACTIV-FULLY-USED0-00001', mode: MODE.activation, sites: 2, used: 2 },
  { key: 'ACTIV-YEARL-YPLAN-00001', mode: MODE.activation, sites: 5, expires: 365, used: 1 },
  { key: 'LFILE-ONLYA-FILE0-00001', mode: MODE.file, sites: 1 },
  { key: 'EXPIR-EDKEY-00000-00001', mode: MODE.activation, sites: 2, expires: -30 },
  { key: 'REVOK-EDKEY-00000-00001', mode: MODE.activation, sites: 2, revoked: true },
  { key: 'TAMPR-EDKEY-00000-00001', mode: MODE.activation, sites: 2, tampered: true },
];

/** The client that held the lapsed seat, so that its late heartbeat can be tried. */
export const LAPSED_SEAT = {
  licenseToken: 'fltk_lapsed000001',
  machineId: 'LAPSE-D0000-00000-00000-00001',
  clientId: 'silent-client',
} as const;

const CUSTOMERS: readonly (readonly [company: string, product: string])[] = [
  ['Harbour Dental', 'Ledger Desk'],
  ['Northwind Joinery', 'Cut Planner'],
  ['Studio Ampel', 'Frame Render'],
  ['Lindqvist & Sons', 'Ledger Desk'],
  ['Pine Street Books', 'Stock Keeper'],
  ['Okafor Surveying', 'Site Mapper'],
  ['Blue Kettle Foods', 'Stock Keeper'],
  ['Marais Architects', 'Frame Render'],
  ['Tanaka Prototyping', 'Cut Planner'],
];

export const babelWorldNotes: readonly WorldNote[] = [
  { kind: 'API key', value: API_KEY, shows: 'may make every call' },
  {
    kind: 'API key',
    value: READ_ONLY_API_KEY,
    shows: 'may read: validate and info; the other calls answer 403',
  },
  { kind: 'API key', value: REVOKED_API_KEY, shows: 'is revoked: 401' },
  { kind: 'bearer token', value: BEARER_TOKEN, shows: 'may make every call' },
  { kind: 'user key', value: 'FLOAT-BUILD-FARM0-00001', shows: 'floating, 3 seats, all free' },
  { kind: 'user key', value: 'FLOAT-SINGL-SEAT0-00001', shows: 'floating, 1 seat, free' },
  {
    kind: 'user key',
    value: 'FLOAT-FULLY-TAKEN-00001',
    shows: 'floating, 2 seats, both held: no seat is free',
  },
  {
    kind: 'user key',
    value: 'FLOAT-LAPSE-DSEAT-00001',
    shows: 'floating, 2 seats, one lapsed: a heartbeat with fltk_lapsed000001 answers TokenExpired',
  },
  {
    kind: 'user key',
    value: 'FLOAT-WHOLE-FIRM0-00001',
    shows: 'floating, 500 seats: more than the server allows, so ServerReachedMaxTokenAllowed comes first',
  },
  { kind: 'user key', value: 'ACTIV-ATION-DESK0-00001', shows: 'activation, 2 machines, both free' },
  {
    kind: 'user key',
    value: 'ACTIV-FULLY-USED0-00001',
    shows: 'activation, 2 machines, both used: the limit is reached',
  },
  {
    kind: 'user key',
    value: 'ACTIV-YEARL-YPLAN-00001',
    shows: 'activation, 5 machines, one used, ends in a year',
  },
  { kind: 'user key', value: 'LFILE-ONLYA-FILE0-00001', shows: 'licence file mode: takes no token' },
  { kind: 'user key', value: 'EXPIR-EDKEY-00000-00001', shows: 'LicenseExpired' },
  { kind: 'user key', value: 'REVOK-EDKEY-00000-00001', shows: 'LicenseRevoked' },
  { kind: 'user key', value: 'TAMPR-EDKEY-00000-00001', shows: 'LicenseTampered, which is a lasting 500' },
];

export function seedBabel(deps: SystemDeps): void {
  const { store } = deps;
  const everything = PERMISSION.read + PERMISSION.write + PERMISSION.delete + PERMISSION.create;
  insertRow(store, 'babel_server', { max_tokens: SERVER_MAX_TOKENS, signing_secret: deps.randomHex(32) });
  insertRow(store, 'babel_api_key', { api_key: API_KEY, permissions: everything });
  insertRow(store, 'babel_api_key', { api_key: READ_ONLY_API_KEY, permissions: PERMISSION.read });
  insertRow(store, 'babel_api_key', { api_key: REVOKED_API_KEY, permissions: everything, revoked: true });
  insertRow(store, 'babel_bearer', { token: BEARER_TOKEN });
  for (const license of NAMED) addLicense(deps, license, 'Emulator Works', 'Sample Suite');
  CUSTOMERS.forEach(([company, product], index) => {
    const sites = 3 + (index % 4);
    const floating = { key: userKey(deps), mode: MODE.floating, sites, used: sites - 1 - (index % 2) };
    addLicense(deps, floating, company, product);
    const desk = {
      key: userKey(deps),
      mode: MODE.activation,
      sites: 5,
      expires: 60 + index * 45,
      used: 2 + (index % 3),
    };
    addLicense(deps, desk, company, product);
  });
}

function addLicense(deps: SystemDeps, license: WorldLicense, company: string, product: string): void {
  const { store } = deps;
  const now = deps.now();
  const id = `lic${deps.randomHex(4).toUpperCase()}`;
  const expireAt = license.expires === undefined ? null : now + license.expires * DAY;
  insertRow(store, 'babel_license', {
    license_id: id,
    user_key: license.key,
    mode: license.mode,
    max_sites: license.sites,
    revoked: license.revoked ?? false,
    tampered: license.tampered ?? false,
    product,
    company,
    issued_at: now - 200 * DAY,
    expire_at: expireAt,
    support_expire_at: now + 165 * DAY,
  });
  const floating = license.mode === MODE.floating;
  // Seats in use belong to clients that would go on beating: they are held for a year.
  const heldUntil = floating ? now + 365 * DAY : expireAt;
  for (let seat = 1; seat <= (license.used ?? 0); seat += 1) {
    insertRow(store, 'babel_token', {
      token: `${floating ? 'fltk_' : 'actk_'}${deps.randomHex(6)}`,
      license_id: id,
      machine_id: machineId(deps),
      client_id: floating ? deps.randomHex(16) : product,
      client_name: `${company.split(' ')[0]?.toUpperCase() ?? 'PC'}-${String(seat).padStart(2, '0')}`,
      client_address: `10.20.${license.sites}.${10 + seat}`,
      issued_at: now - 20 * DAY * seat,
      expire_at: heldUntil,
      last_heartbeat: now - 60_000 * seat,
    });
  }
  for (let seat = 1; seat <= (license.lapsed ?? 0); seat += 1) {
    insertRow(store, 'babel_token', {
      token: LAPSED_SEAT.licenseToken,
      license_id: id,
      machine_id: LAPSED_SEAT.machineId,
      client_id: LAPSED_SEAT.clientId,
      client_name: 'SILENT-01',
      client_address: '10.20.0.99',
      issued_at: now - 2 * DAY,
      expire_at: now - DAY,
      last_heartbeat: now - DAY - 600_000,
    });
  }
}

/** Four groups of five, the default shape of a user key. */
function userKey(deps: SystemDeps): string {
  return groupsOfFive(deps.randomHex(10));
}

/** Five groups of five, as the fingerprints of the demo database. */
function machineId(deps: SystemDeps): string {
  return groupsOfFive(deps.randomHex(13).slice(0, 25));
}

function groupsOfFive(hex: string): string {
  return (hex.toUpperCase().match(/.{5}/g) ?? []).join('-');
}
