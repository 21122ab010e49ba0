/** What to type to see each behaviour in Zentitle's part of the default world. */
import type { WorldNote } from '../../world-note.js';
import { API_KEYS } from '../authorize.js';

export const zentitleWorldNotes: readonly WorldNote[] = [
  { kind: 'API key', value: API_KEYS['read-write'], shows: 'may make every call but DataStreamer' },
  { kind: 'API key', value: API_KEYS['read-only'], shows: 'may make every GET; other calls answer 403' },
  { kind: 'API key', value: API_KEYS.offline, shows: 'may make the two calls of OfflineActivation' },
  { kind: 'API key', value: API_KEYS.datastreamer, shows: 'may call DataStreamer alone' },
  { kind: 'code', value: '206454320110930859', shows: 'is in the products 6453300110 and 6872450105' },
  { kind: 'code', value: '286502700212974761', shows: 'is active on the one computer that it allows' },
  { kind: 'code', value: '286901020157066211', shows: 'is active on one of five computers' },
  { kind: 'code', value: '27835001310249256', shows: 'was never used and has two notes' },
  { kind: 'profile', value: 'TestProfile', shows: 'a perpetual profile of product 6453300110' },
  { kind: 'profile', value: 'Annual Subscription', shows: 'a subscription of 365 days, product 6872450105' },
  { kind: 'profile', value: 'Floating Cloud', shows: 'cloud concurrency, product 3659400101' },
  { kind: 'profile', value: 'Site LAN', shows: 'network concurrency with 20 seats, product 3659400101' },
  {
    kind: 'computer',
    value: 'BLXRrZJ5T9imK7qPrJSL',
    shows: 'has a running trial of product 6872450105, which ends 4 days after the start less an hour',
  },
  { kind: 'computer', value: 'MauY67890Gh34567890', shows: 'has a converted trial of product 3117400101' },
  { kind: 'computer', value: 'kQe0MRH12bYgemkYW2bc', shows: 'has system details for product 6872450105' },
  {
    kind: 'computer',
    value: 'oLh+T3o+A39g5Sz/8Ug8',
    shows: 'has two consumer records of product 6872450105: of its trial, then of its activation',
  },
  {
    kind: 'company',
    value: 'MyCompany LLC',
    shows: 'belongs to product 6872450105 and has codes and a group',
  },
  { kind: 'company', value: 'BigCorp', shows: 'is global: codes of every product may be given to it' },
  { kind: 'group', value: 'TestGroup', shows: 'a master group of two users, one code and two subgroups' },
  { kind: 'group', value: 'MyCompany End Users', shows: 'a standard group of one user and one code' },
  { kind: 'user', value: 'testuser21', shows: 'logs in with the password test21PassWord' },
];
