/**
 * Tables of the emulated LicenseSpring company. Times are milliseconds since the epoch; JSON columns hold the
 * parts of an answer that no rule looks into.
 */
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
  custom_fields text not null default '[]',
  latest_version text
);
create table if not exists licensespring_license (
  id integer primary key,
  product_id integer not null references licensespring_product(id),
  license_key text unique,
  order_store_id text not null,
  customer text not null default 'null',
  enabled integer not null default 1,
  license_type text not null default 'perpetual',
  is_trial integer not null default 0,
  trial_days integer not null default 0,
  validity_period integer,
  maintenance_period integer,
  start_date integer,
  max_activations integer not null default 1,
  allow_unlimited_activations integer not null default 0,
  max_license_users integer not null default 1,
  transfer_count integer not null default 0,
  max_transfers integer not null default 0,
  prevent_vm integer not null default 0,
  allow_offline_activation integer not null default 1,
  is_air_gapped integer not null default 0,
  is_hardware_key_auth integer not null default 0,
  allow_grace_period integer not null default 0,
  grace_period integer not null default 24,
  enable_maintenance_period integer not null default 0,
  is_floating integer not null default 0,
  is_floating_cloud integer not null default 0,
  floating_timeout integer,
  floating_users integer not null default 0,
  can_borrow integer not null default 0,
  max_borrow_time integer not null default 0,
  max_consumptions integer not null default 0,
  total_consumptions integer not null default 0,
  allow_unlimited_consumptions integer not null default 0,
  allow_negative_consumptions integer not null default 0,
  allow_overages integer not null default 0,
  max_overages integer not null default 0,
  reset_consumption integer not null default 0,
  consumption_period text,
  custom_fields text not null default '[]',
  product_features text not null default '[]',
  metadata text not null default '{}'
);
create table if not exists licensespring_user (
  id integer primary key,
  email text not null unique collate nocase,
  password text not null,
  first_name text not null default '',
  last_name text not null default '',
  phone_number text not null default '',
  is_initial_password integer not null default 0
);
create table if not exists licensespring_license_user (
  license_id integer not null references licensespring_license(id),
  user_id integer not null references licensespring_user(id),
  max_activations integer not null default 1,
  allow_unlimited_activations integer not null default 0,
  primary key (license_id, user_id)
);
create table if not exists licensespring_sso (
  kind text not null,
  value text not null,
  customer_account_code text not null,
  email text not null,
  primary key (kind, value)
);
create table if not exists licensespring_device (
  id integer primary key,
  license_id integer not null references licensespring_license(id),
  user_id integer references licensespring_user(id),
  hardware_id text not null,
  active integer not null default 1,
  freed integer not null default 0,
  blacklisted integer not null default 0,
  created_at integer not null,
  last_seen_at integer not null,
  slot_until integer,
  borrowed_until integer,
  details text not null default '{}',
  unique (license_id, hardware_id)
);
create index if not exists licensespring_device_hardware on licensespring_device (hardware_id);
create table if not exists licensespring_device_variable (
  id integer primary key,
  device_id integer not null references licensespring_device(id),
  variable text not null,
  value text not null,
  created_at integer not null,
  unique (device_id, variable)
);
`;
