/** Tables of licences, and of the devices, features and slots that belong to them. */
export const licenseTables = `
create table if not exists licensespring_license (
  id integer primary key,
  product_id integer not null references licensespring_product(id),
  bundle_id integer references licensespring_bundle(id),
  customer_id integer references licensespring_customer(id),
  license_key text,
  order_id integer not null,
  order_store_id text not null,
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
  counted_at integer not null default 0,
  allow_unlimited_consumptions integer not null default 0,
  allow_negative_consumptions integer not null default 0,
  allow_overages integer not null default 0,
  max_overages integer not null default 0,
  reset_consumption integer not null default 0,
  consumption_period text,
  custom_fields text not null default '[]',
  metadata text not null default '{}',
  unique (license_key, product_id)
);
create index if not exists licensespring_license_customer on licensespring_license (customer_id, product_id);
create table if not exists licensespring_license_user (
  license_id integer not null references licensespring_license(id),
  user_id integer not null references licensespring_user(id),
  max_activations integer not null default 1,
  allow_unlimited_activations integer not null default 0,
  primary key (license_id, user_id)
);
create index if not exists licensespring_license_of_user on licensespring_license_user (user_id);
create table if not exists licensespring_trial (
  product_id integer not null references licensespring_product(id),
  hardware_id text not null,
  license_id integer not null references licensespring_license(id),
  user_id integer references licensespring_user(id),
  primary key (product_id, hardware_id)
);
create index if not exists licensespring_trial_license on licensespring_trial (license_id);
create table if not exists licensespring_feature (
  id integer primary key,
  license_id integer not null references licensespring_license(id),
  code text not null,
  name text not null,
  feature_type text not null default 'activation',
  expiry_date integer,
  is_floating integer not null default 0,
  is_floating_cloud integer not null default 0,
  floating_users integer not null default 0,
  floating_timeout integer not null default 120,
  max_consumptions integer not null default 0,
  total_consumptions integer not null default 0,
  counted_at integer not null default 0,
  allow_unlimited_consumptions integer not null default 0,
  allow_negative_consumptions integer not null default 0,
  allow_overages integer not null default 0,
  max_overages integer not null default 0,
  reset_consumption integer not null default 0,
  consumption_period text,
  metadata text not null default '{}',
  unique (license_id, code)
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
  details text not null default '{}',
  unique (license_id, hardware_id)
);
create index if not exists licensespring_device_hardware on licensespring_device (hardware_id);
create index if not exists licensespring_device_active on licensespring_device (license_id, active, user_id);
create index if not exists licensespring_device_freed on licensespring_device (license_id, id) where freed = 1;
create table if not exists licensespring_slot (
  pool text not null,
  pool_id integer not null,
  device_id integer not null references licensespring_device(id),
  held_until integer not null,
  borrowed_until integer,
  primary key (pool, pool_id, device_id)
);
create index if not exists licensespring_slot_held on licensespring_slot (pool, pool_id, held_until);
create index if not exists licensespring_slot_device on licensespring_slot (device_id);
create table if not exists licensespring_device_variable (
  id integer primary key,
  device_id integer not null references licensespring_device(id),
  variable text not null,
  value text not null,
  created_at integer not null,
  unique (device_id, variable)
);
`;
