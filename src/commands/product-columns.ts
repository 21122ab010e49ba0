/** The columns of the listings of products, new codes and the activity of codes. */
import type { Column } from '../output/result.js';

export const PRODUCT_COLUMNS: readonly Column[] = [
  { key: 'product', header: 'Product' },
  { key: 'name', header: 'Name' },
  { key: 'type', header: 'Type' },
  { key: 'activationsAllowed', header: 'Allowed', format: 'number' },
  { key: 'trialDays', header: 'Trial (d)', format: 'number' },
  { key: 'clientLeaseHours', header: 'Client lease (h)', format: 'number' },
  { key: 'authorization', header: 'Licensed by' },
  { key: 'id', header: 'Id', hidden: true },
  { key: 'offlineLeaseHours', header: 'Offline lease (h)', format: 'number', hidden: true },
  { key: 'vmLeaseHours', header: 'VM lease (h)', format: 'number', hidden: true },
  { key: 'trialsAllowed', header: 'Trials', format: 'boolean', hidden: true },
  { key: 'floatingTimeoutMinutes', header: 'Seat timeout (min)', format: 'number', hidden: true },
  { key: 'overagesAllowed', header: 'Overages', format: 'boolean', hidden: true },
  { key: 'maxOverages', header: 'Max overages', format: 'number', hidden: true },
  { key: 'virtualMachinesAllowed', header: 'VMs', format: 'boolean', hidden: true },
  { key: 'latestVersion', header: 'Latest version', hidden: true },
  { key: 'features', header: 'Features', format: 'list', hidden: true },
  { key: 'customFields', header: 'Custom fields', format: 'list', hidden: true },
];

export const NEW_CODE_COLUMNS: readonly Column[] = [
  { key: 'code', header: 'Code' },
  { key: 'product', header: 'Product' },
  { key: 'companyId', header: 'Company id' },
  { key: 'profile', header: 'Profile' },
];

export const ACTIVITY_COLUMNS: readonly Column[] = [
  { key: 'deviceId', header: 'Computer' },
  { key: 'status', header: 'Status' },
  { key: 'activatedAt', header: 'Activated', format: 'date' },
  { key: 'deactivatedAt', header: 'Deactivated', format: 'date' },
  { key: 'expiresAt', header: 'Lease ends', format: 'date' },
  { key: 'user', header: 'User' },
  { key: 'key', header: 'Code', hidden: true },
  { key: 'product', header: 'Product', hidden: true },
  { key: 'vmPlatform', header: 'VM platform', hidden: true },
  { key: 'vmLeaseHours', header: 'VM lease (h)', format: 'number', hidden: true },
  { key: 'system', header: 'System', format: 'list', hidden: true },
];

export const ACTIVE_CODE_COLUMNS: readonly Column[] = [
  { key: 'code', header: 'Code' },
  { key: 'product', header: 'Product' },
  { key: 'computer', header: 'Computer', hidden: true },
];
