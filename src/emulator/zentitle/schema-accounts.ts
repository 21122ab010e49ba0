/**
 * Tables of companies, groups, their users and codes, and of consumer records. `data` is JSON text, kept as it was
 * sent; `printed` and `listed` are as in schema.ts.
 */

export const ACCOUNT_SCHEMA = `
create table if not exists zentitle_companies (
  seq integer primary key, companyId integer not null unique, name text not null, productId text not null,
  productName text, resellerId integer not null default 0, data text not null, firstName text not null,
  email text not null, search1 text not null, search2 text not null, search3 text not null,
  created text not null);
create index if not exists zentitle_companies_name on zentitle_companies (name collate nocase);
create table if not exists zentitle_groups (
  groupId integer primary key, type text not null, masterGroupId integer not null,
  name text not null unique collate nocase, description text not null, created text not null,
  modified text not null, companyId integer not null);
create index if not exists zentitle_groups_master on zentitle_groups (masterGroupId);
create table if not exists zentitle_group_users (
  groupUserId integer primary key, groupId integer not null, username text not null unique collate nocase,
  password text not null, firstName text not null, lastName text not null, email text not null,
  telephone text not null, data text not null, created text not null, modified text not null, printed text);
create index if not exists zentitle_group_users_group on zentitle_group_users (groupId);
create table if not exists zentitle_group_codes (
  seq integer primary key, groupId integer not null, productId text not null, code text not null,
  created text not null, listed integer not null default 1, unique (code, productId, groupId));
create index if not exists zentitle_group_codes_group on zentitle_group_codes (groupId);
create table if not exists zentitle_consumers (
  seq integer primary key, productId text not null, computerId text not null, code text not null,
  firstName text not null, lastName text not null, company text not null, email text not null,
  data text not null, created text not null);
create index if not exists zentitle_consumers_computer on zentitle_consumers (productId, computerId);
`;
