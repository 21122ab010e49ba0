/** The columns of what devices use: the licences of a bundle, and variables. */
import type { Column } from '../output/result.js';

export const BUNDLE_ACTIVATION_COLUMNS: readonly Column[] = [
  { key: 'product', header: 'Product' },
  { key: 'key', header: 'Key' },
  { key: 'username', header: 'User' },
  { key: 'deviceId', header: 'Device' },
  { key: 'status', header: 'Status' },
  { key: 'licenseStatus', header: 'Licence' },
  { key: 'activationsUsed', header: 'Used', format: 'number' },
  { key: 'activationsAllowed', header: 'Allowed', format: 'number' },
  { key: 'expiresAt', header: 'Ends', format: 'date' },
  { key: 'type', header: 'Type', hidden: true },
  { key: 'trial', header: 'Trial', format: 'boolean', hidden: true },
  { key: 'licenseId', header: 'Id', hidden: true },
];

export const BUNDLE_LICENSE_COLUMNS: readonly Column[] = [
  { key: 'product', header: 'Product' },
  { key: 'key', header: 'Key' },
  { key: 'username', header: 'User' },
  { key: 'status', header: 'Status' },
  { key: 'type', header: 'Type' },
  { key: 'activationsUsed', header: 'Used', format: 'number' },
  { key: 'activationsAllowed', header: 'Allowed', format: 'number' },
  { key: 'expiresAt', header: 'Ends', format: 'date' },
  { key: 'id', header: 'Id', hidden: true },
  { key: 'productName', header: 'Product name', hidden: true },
  { key: 'trial', header: 'Trial', format: 'boolean', hidden: true },
  { key: 'enabled', header: 'Enabled', format: 'boolean', hidden: true },
  { key: 'maintenanceEndsAt', header: 'Maintenance ends', format: 'date', hidden: true },
  { key: 'floatingCloud', header: 'Floating', format: 'boolean', hidden: true },
  { key: 'seatsUsed', header: 'Seats used', format: 'number', hidden: true },
  { key: 'seatsAllowed', header: 'Seats', format: 'number', hidden: true },
  { key: 'features', header: 'Features', format: 'list', hidden: true },
];

export const VARIABLE_COLUMNS: readonly Column[] = [
  { key: 'name', header: 'Variable' },
  { key: 'value', header: 'Value' },
  { key: 'createdAt', header: 'Set', format: 'date' },
  { key: 'deviceId', header: 'Device', hidden: true },
  { key: 'id', header: 'Id', hidden: true },
];
