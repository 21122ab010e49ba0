/** The columns of the listings of licences, and of what is looked up around them. */
import type { Column } from '../output/result.js';

export const LICENSE_COLUMNS: readonly Column[] = [
  { key: 'id', header: 'Id' },
  { key: 'key', header: 'Key' },
  { key: 'product', header: 'Product' },
  { key: 'status', header: 'Status' },
  { key: 'type', header: 'Type' },
  { key: 'username', header: 'User' },
  { key: 'activationsUsed', header: 'Used', format: 'number' },
  { key: 'activationsAllowed', header: 'Allowed', format: 'number' },
  { key: 'expiresAt', header: 'Ends', format: 'date' },
  { key: 'trial', header: 'Trial', format: 'boolean', hidden: true },
  { key: 'enabled', header: 'Enabled', format: 'boolean', hidden: true },
  { key: 'maintenanceEndsAt', header: 'Maintenance ends', format: 'date', hidden: true },
  { key: 'productName', header: 'Product name', hidden: true },
  { key: 'customerEmail', header: 'Customer', hidden: true },
  { key: 'customerCompany', header: 'Company', hidden: true },
  { key: 'orderId', header: 'Order', hidden: true },
  { key: 'startsAt', header: 'Starts', format: 'date', hidden: true },
  { key: 'transfersUsed', header: 'Transfers', format: 'number', hidden: true },
  { key: 'transfersAllowed', header: 'Transfers allowed', format: 'number', hidden: true },
  { key: 'floatingCloud', header: 'Floating', format: 'boolean', hidden: true },
  { key: 'seatsUsed', header: 'Seats used', format: 'number', hidden: true },
  { key: 'seatsAllowed', header: 'Seats allowed', format: 'number', hidden: true },
  { key: 'borrowedUntil', header: 'Borrowed until', format: 'date', hidden: true },
  { key: 'consumptionsUsed', header: 'Consumed', format: 'number', hidden: true },
  { key: 'consumptionsAllowed', header: 'Consumable', format: 'number', hidden: true },
  { key: 'features', header: 'Features', format: 'list', hidden: true },
  { key: 'customFields', header: 'Custom fields', format: 'list', hidden: true },
];

export const CUSTOMER_USER_COLUMNS: readonly Column[] = [
  { key: 'email', header: 'E-mail' },
  { key: 'firstName', header: 'First name' },
  { key: 'lastName', header: 'Last name' },
  { key: 'hasInitialPassword', header: 'Initial pwd', format: 'boolean' },
  { key: 'activationsUsed', header: 'Used', format: 'number' },
  { key: 'activationsAllowed', header: 'Allowed', format: 'number' },
  { key: 'initialPassword', header: 'Password', hidden: true },
  { key: 'phone', header: 'Telephone', hidden: true },
  { key: 'id', header: 'Id', hidden: true },
];

export const VERSION_COLUMNS: readonly Column[] = [
  { key: 'version', header: 'Version' },
  { key: 'releasedAt', header: 'Released', format: 'date' },
];
