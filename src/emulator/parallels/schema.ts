/**
 * Tables of the emulated Parallels RAS farm. Times are milliseconds since the epoch.
 *
 * `parallels_license` keeps every state the farm's licence has had: the newest row is the true state, and the
 * newest row whose `visible_from` has passed is what GET /api/License shows.
 */
export const parallelsSchema = `
create table if not exists parallels_admin (
  username text primary key collate nocase,
  password text not null
);
create table if not exists parallels_account (
  email text primary key collate nocase,
  password text not null,
  name text not null,
  company text not null
);
create table if not exists parallels_session (
  id integer primary key autoincrement,
  token text not null unique,
  username text not null,
  last_seen integer not null
);
create table if not exists parallels_key (
  license_key text primary key collate nocase,
  kind text not null,
  installed_users integer,
  term_days integer,
  owner_email text,
  withdrawn integer not null default 0
);
create table if not exists parallels_license (
  id integer primary key autoincrement,
  visible_from integer not null,
  active integer not null,
  kind text not null default '',
  license_type text not null default '',
  license_key text not null default '',
  license_status text not null default '',
  expires_at integer,
  support_until integer,
  upgrade_until integer,
  first_active_at integer,
  billing_start integer,
  billing_end integer,
  installed_users text not null default '',
  users_peak integer not null default 0,
  users_now integer not null default 0,
  usage_today text not null default '',
  period_usage text not null default '',
  account_name text not null default '',
  account_company text not null default '',
  account_email text not null default ''
);
`;
