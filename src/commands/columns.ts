/** The columns of the listings. What is hidden comes with `--columns`; JSON always has every key. */
import type { Column } from '../output/result.js';

const TERMS: readonly Column[] = [
  { key: 'clientLeaseHours', header: 'Client lease (h)', format: 'number', hidden: true },
  { key: 'offlineLeaseHours', header: 'Offline lease (h)', format: 'number', hidden: true },
  { key: 'vmLeaseHours', header: 'VM lease (h)', format: 'number', hidden: true },
  { key: 'acquired', header: 'Acquired', format: 'boolean', hidden: true },
  { key: 'networkSeats', header: 'Network seats', format: 'number', hidden: true },
  { key: 'heartbeatMinutes', header: 'Heartbeat (min)', format: 'number', hidden: true },
  { key: 'concurrentProcesses', header: 'Processes', format: 'number', hidden: true },
  { key: 'concurrencyMode', header: 'Concurrency', hidden: true },
  { key: 'subscriptionDays', header: 'Subscription (d)', format: 'number', hidden: true },
  { key: 'features', header: 'Features', format: 'list', hidden: true },
  { key: 'customFields', header: 'Custom fields', format: 'list', hidden: true },
  { key: 'serverFunctions', header: 'Server functions', format: 'list', hidden: true },
  { key: 'createdAt', header: 'Created', format: 'date', hidden: true },
  { key: 'modifiedAt', header: 'Modified', format: 'date', hidden: true },
];

export const CODE_COLUMNS: readonly Column[] = [
  { key: 'code', header: 'Code' },
  { key: 'product', header: 'Product' },
  { key: 'company', header: 'Company' },
  { key: 'profile', header: 'Profile' },
  { key: 'type', header: 'Type' },
  { key: 'enabled', header: 'Enabled', format: 'boolean' },
  { key: 'activationsUsed', header: 'Used', format: 'number' },
  { key: 'activationsAllowed', header: 'Allowed', format: 'number' },
  { key: 'subscriptionEndsAt', header: 'Ends', format: 'date' },
  { key: 'companyId', header: 'Company id', hidden: true },
  { key: 'deactivations', header: 'Deactivations', format: 'number', hidden: true },
  { key: 'maintenanceEndsAt', header: 'Maintenance ends', format: 'date', hidden: true },
  { key: 'notes', header: 'Notes', format: 'list', hidden: true },
  { key: 'usage', header: 'Usage', format: 'list', hidden: true },
  { key: 'subscriptionLastActivatedAt', header: 'Last activated', format: 'date', hidden: true },
  ...TERMS,
];

export const PROFILE_COLUMNS: readonly Column[] = [
  { key: 'name', header: 'Profile' },
  { key: 'product', header: 'Product' },
  { key: 'type', header: 'Type' },
  { key: 'enabled', header: 'Enabled', format: 'boolean' },
  { key: 'activationsAllowed', header: 'Allowed', format: 'number' },
  { key: 'subscriptionEndsAt', header: 'Ends', format: 'date' },
  { key: 'id', header: 'Id', hidden: true },
  { key: 'resellerId', header: 'Reseller', hidden: true },
  { key: 'maintenanceEndsAt', header: 'Maintenance ends', format: 'date', hidden: true },
  ...TERMS,
];

export const TRIAL_COLUMNS: readonly Column[] = [
  { key: 'computer', header: 'Computer' },
  { key: 'product', header: 'Product' },
  { key: 'status', header: 'Status' },
  { key: 'trialDays', header: 'Days', format: 'number' },
  { key: 'createdAt', header: 'Started', format: 'date' },
  { key: 'expiresAt', header: 'Expires', format: 'date' },
  { key: 'converted', header: 'Converted', format: 'boolean' },
  { key: 'code', header: 'Code' },
  { key: 'statusText', header: 'Status text', hidden: true },
  { key: 'leaseEndsAt', header: 'Lease ends', format: 'date', hidden: true },
  { key: 'modifiedAt', header: 'Modified', format: 'date', hidden: true },
];

export const BEAT_COLUMNS: readonly Column[] = [
  { key: 'at', header: 'At', format: 'date' },
  { key: 'event', header: 'Event' },
  { key: 'active', header: 'Active', format: 'boolean' },
  { key: 'seatsUsed', header: 'Used', format: 'number' },
  { key: 'seatsAllowed', header: 'Allowed', format: 'number' },
  { key: 'heartbeatSeconds', header: 'Interval (s)', format: 'number' },
  { key: 'expiresAt', header: 'Lapses', format: 'date' },
  { key: 'key', header: 'Key', hidden: true },
  { key: 'licenseId', header: 'License', hidden: true },
];
