/** Tables of the emulated Babel Licensing Service. Times are milliseconds since the epoch. */
export const babelSchema = `
create table if not exists babel_server (
  max_tokens integer not null,
  signing_secret text not null
);
create table if not exists babel_api_key (
  api_key text primary key,
  permissions integer not null,
  revoked integer not null default 0,
  expires_at integer
);
create table if not exists babel_bearer (
  token text primary key,
  expires_at integer
);
create table if not exists babel_license (
  license_id text primary key,
  user_key text not null unique,
  mode integer not null,
  max_sites integer not null,
  revoked integer not null default 0,
  tampered integer not null default 0,
  product text not null,
  company text not null,
  issued_at integer not null,
  expire_at integer,
  support_expire_at integer
);
create table if not exists babel_token (
  id integer primary key autoincrement,
  token text not null unique,
  license_id text not null references babel_license(license_id),
  machine_id text not null,
  client_id text not null,
  client_name text not null,
  client_address text not null,
  revoked integer not null default 0,
  issued_at integer not null,
  expire_at integer,
  last_heartbeat integer
);
create index if not exists babel_token_license on babel_token (license_id);
`;
