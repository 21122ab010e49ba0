/**
 * Tables of the emulated LicenseSpring company, but for its licences. Times are milliseconds since the epoch; JSON
 * columns hold the parts of an answer that no rule looks into.
 */
import { licenseTables } from './schema-licenses.js';

export const licensespringSchema = `
create table if not exists licensespring_api_key (
  api_key text primary key,
  shared_key text not null,
  read_only integer not null default 0,
  revoked integer not null default 0,
  product text
);
create table if not exists licensespring_oauth_client (
  client_id text primary key,
  client_secret text not null
);
create table if not exists licensespring_oauth_token (
  token text primary key,
  client_id text not null,
  expires_at integer not null
);
create index if not exists licensespring_oauth_token_end on licensespring_oauth_token (expires_at);
create table if not exists licensespring_recent_call (
  scope text not null,
  place integer not null,
  number integer not null,
  at integer not null,
  primary key (scope, place)
) without rowid;
create index if not exists licensespring_recent_call_number on licensespring_recent_call (scope, number);
create table if not exists licensespring_offline_request (
  digest text primary key,
  received_at integer not null
);
create table if not exists licensespring_customer_account (
  id integer primary key,
  code text not null unique,
  name text not null
);
create table if not exists licensespring_customer (
  id integer primary key,
  email text not null unique collate nocase,
  account_id integer references licensespring_customer_account(id),
  details text not null
);
create table if not exists licensespring_user (
  id integer primary key,
  email text not null unique collate nocase,
  password text not null,
  first_name text not null default '',
  last_name text not null default '',
  phone_number text not null default '',
  is_initial_password integer not null default 0,
  signs_on_elsewhere integer not null default 0
);
create table if not exists licensespring_sso (
  kind text not null,
  value text not null,
  customer_account_code text not null references licensespring_customer_account(code),
  email text not null,
  primary key (kind, value)
);
create table if not exists licensespring_product (
  id integer primary key,
  short_code text not null unique,
  name text not null,
  authorization_method text not null,
  state text not null default 'active',
  allow_trial integer not null default 0,
  trial_days integer not null default 0,
  floating_timeout integer not null default 120,
  allow_overages integer not null default 0,
  max_overages integer not null default 0,
  prevent_vm integer not null default 0,
  metadata text not null default '{}',
  custom_fields text not null default '[]'
);
create table if not exists licensespring_policy (
  product_id integer not null references licensespring_product(id),
  code text not null,
  trial_days integer not null,
  max_activations integer not null,
  primary key (product_id, code)
);
create table if not exists licensespring_version (
  id integer primary key,
  product_id integer not null references licensespring_product(id),
  version text not null,
  released_at integer not null,
  environment text not null,
  channel text not null,
  details text not null
);
create index if not exists licensespring_version_newest on licensespring_version (product_id, released_at);
create table if not exists licensespring_bundle (
  id integer primary key,
  code text not null unique,
  name text not null,
  authorization_method text not null
);
${licenseTables}`;
