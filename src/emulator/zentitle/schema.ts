/**
 * Tables of the emulated Zentitle system. Dates are text in the document's form, switches are 0 or 1,
 * lease periods are hours. `seq` is the order of listing.
 *
 * `printed` and `listing` hold a record as the document prints it in a list where it prints the same record
 * differently elsewhere; any change of the record clears it. `listed` is 0 for records that one documented
 * example relies on and the answer of another leaves out.
 */

/** Columns that licence codes and profiles share, in the order of {@link TERMS_SQL}. */
export const TERM_COLUMNS = [
  'enabled',
  'licenseType',
  'clientsAllowed',
  'clientLease',
  'vmLease',
  'offlineLease',
  'acquired',
  'networkSeats',
  'heartbeat',
  'concurrentProcesses',
  'concurrencyMode',
  'subscriptionPeriod',
  'subscriptionEnd',
  'maintenanceEnd',
  'optionsId',
] as const;

const TERMS_SQL = `
  enabled integer not null, licenseType text not null, clientsAllowed integer not null,
  clientLease integer not null, vmLease integer not null, offlineLease integer not null,
  acquired integer not null, networkSeats integer not null, heartbeat integer not null,
  concurrentProcesses integer not null, concurrencyMode text not null,
  subscriptionPeriod integer not null, subscriptionEnd text, maintenanceEnd text, optionsId integer not null`;

export const SCHEMA = `
create table if not exists zentitle_state (name text primary key, value integer not null);
create table if not exists zentitle_products (
  seq integer primary key, productId text not null unique, name text not null, clientLease integer not null,
  vmLease integer not null, offlineLease integer not null, trialPeriod integer not null,
  licenseType text not null, clientsAllowed integer not null, inTrial integer not null,
  subscriptionPeriod integer not null, subscriptionEnd text, listing text);
create table if not exists zentitle_feature_groups (
  seq integer primary key, productId text not null, name text not null collate nocase,
  notes text not null, unique (productId, name));
create table if not exists zentitle_product_features (
  seq integer primary key, productId text not null, code text not null collate nocase, name text not null,
  type text not null, available integer not null, notes text not null, groupName text not null,
  capacity integer not null, unique (productId, code));
create table if not exists zentitle_product_udfs (
  seq integer primary key, productId text not null, name text not null collate nocase, value text not null,
  unique (productId, name));
create table if not exists zentitle_resellers (resellerId integer primary key, name text not null unique);
create table if not exists zentitle_options (
  id integer primary key, digest text not null unique, data text not null, tail text not null,
  functions text not null);
create table if not exists zentitle_profiles (
  seq integer primary key, profileId integer not null unique, productId text not null,
  name text not null collate nocase, resellerId integer not null, created text not null,
  modified text not null, ${TERMS_SQL}, unique (productId, name));
create table if not exists zentitle_codes (
  seq integer primary key, productId text not null, code text not null, companyId integer not null,
  profileId integer not null, reference text not null, created text not null, modified text not null,
  lastActivated text, subscribed text, activeCount integer not null default 0,
  deactivatedCount integer not null default 0, used integer not null default 0, printed text, ${TERMS_SQL},
  unique (code, productId));
create index if not exists zentitle_codes_stock on zentitle_codes (productId, profileId, acquired, used);
create index if not exists zentitle_codes_product on zentitle_codes (productId);
create index if not exists zentitle_codes_profile on zentitle_codes (profileId);
create index if not exists zentitle_codes_company on zentitle_codes (companyId);
create index if not exists zentitle_codes_options on zentitle_codes (optionsId, productId);
create index if not exists zentitle_codes_active on zentitle_codes (seq) where activeCount > 0;
create table if not exists zentitle_activities (
  seq integer primary key, productId text not null, code text not null, computerId text not null,
  status text not null, vmLease integer not null, leaseEnd text not null, vmPlatform text not null,
  username text not null, activated text not null, deactivated text not null, systemInfo text,
  listed integer not null default 1);
create index if not exists zentitle_activities_code on zentitle_activities (code, productId);
create index if not exists zentitle_activities_computer on zentitle_activities (computerId);
create table if not exists zentitle_systems (
  productId text not null, computerId text not null, details text not null,
  primary key (productId, computerId));
create table if not exists zentitle_trials (
  seq integer primary key, productId text not null, computerId text not null, period integer not null,
  created text not null, modified text not null, leaseEnd text not null, expires text not null,
  code text, unique (productId, computerId));
create table if not exists zentitle_notes (
  noteId integer primary key, productId text not null, code text not null, type text not null,
  created text not null, createdBy text not null, description text not null,
  listed integer not null default 1);
create index if not exists zentitle_notes_code on zentitle_notes (code, productId);
create table if not exists zentitle_requests (digest text primary key, activitySeq integer not null);
create index if not exists zentitle_requests_activity on zentitle_requests (activitySeq);
create table if not exists zentitle_deactivations (digest text primary key);
create table if not exists zentitle_passive (
  seq integer primary key, productId text not null, clientId text not null, companyId integer not null,
  profileId integer not null, optionsId integer not null, created text not null);
create table if not exists zentitle_network_masters (
  seq integer primary key, productId text not null, companyId integer not null, created text not null);
create table if not exists zentitle_events (
  seq integer primary key, event text not null, productId text, payload text, created text not null);
`;
