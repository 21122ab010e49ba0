/** Products. What belongs to a product (features, groups of them, custom fields) is in `product-parts.ts`. */
import type { Field, Operation } from '../../operation.js';
import { customFields, productId } from './fields.js';
import { noted, READERS, required, row, spelled, WRITERS } from './row.js';
import {
  clientLease,
  clientsAllowed,
  leases,
  licenseType,
  offlineLease,
  subscriptionEnd,
  subscriptionLength,
  vmLease,
} from './terms.js';

const productName: Field = { name: 'productname', type: 'string', flag: 'name', note: 'Product name.' };

const trialPeriod: Field = {
  name: 'trialperiod',
  type: 'integer',
  wire: 'text',
  min: 0,
  unit: 'days',
  flag: 'trial-period',
  note: 'Length of a trial.',
};

export const listProducts: Operation = row('GET', 'Products', {
  id: 'zentitle.products.list',
  summary: 'List all products with features and custom fields',
  effect: 'read',
  keyKinds: READERS,
  input: [],
  answer: { kind: 'records' },
});

export const showProduct: Operation = row('GET', 'Product', {
  id: 'zentitle.products.show',
  summary: 'Read one product',
  effect: 'read',
  keyKinds: READERS,
  input: [required(productId)],
  answer: { kind: 'records' },
});

export const createProduct: Operation = row('POST', 'Product', {
  id: 'zentitle.products.create',
  summary: 'Create a product with feature groups, features and custom fields',
  effect: 'create',
  keyKinds: WRITERS,
  input: [
    required(productName),
    {
      name: 'intrial',
      type: 'boolean',
      wire: 'text',
      flag: 'in-trial',
      note: 'Whether the product has a trial.',
    },
    ...leases,
    noted('Length of a trial; 30 days when left out for a product in trial.', trialPeriod),
    noted('Kind of licence; perpetual when left out.', licenseType),
    { ...clientsAllowed, min: 1, max: 50_000 },
    subscriptionLength,
    {
      name: 'subscriptionenddate',
      type: 'datetime',
      flag: 'subscription-end',
      note: 'End of the licence, for type expirationdate.',
    },
    {
      name: 'featuregroups',
      type: 'list',
      flag: 'feature-group',
      note: 'A new group of features.',
      fields: [
        { name: 'featuregroupname', type: 'string', required: true, note: 'Name of the group.' },
        { name: 'notes', type: 'string', note: 'Notes on it.' },
      ],
    },
    {
      name: 'features',
      type: 'list',
      flag: 'feature',
      note: 'A new feature.',
      fields: [
        { name: 'featurename', type: 'string', required: true, note: 'Title.' },
        { name: 'featurecode', type: 'string', required: true, note: 'Code, unique.' },
        { name: 'notes', type: 'string', required: true, note: 'Notes on it.' },
        {
          name: 'featuretype',
          type: 'string',
          values: ['normal', 'floating', 'elementpool', 'consumptiontokens', 'securestore'],
          note: 'Kind of feature; normal when left out.',
        },
        { name: 'featuregroupname', type: 'string', note: 'Its group; the default group when left out.' },
        {
          name: 'availableintrials',
          type: 'boolean',
          wire: 'text',
          note: 'Whether a trial has it; for normal features.',
        },
      ],
    },
    noted('A new custom field (Application Agility).', customFields),
  ],
  rules: [
    { kind: 'needs-when', field: 'licensetype', equals: 'expirationdate', needs: 'subscriptionenddate' },
  ],
  answer: { kind: 'undocumented' },
});

export const updateProduct: Operation = row('PUT', 'Product', {
  id: 'zentitle.products.update',
  summary: 'Change one product',
  effect: 'write',
  keyKinds: WRITERS,
  input: [
    required(productId),
    { ...productName, flag: 'new-name', note: 'New name, unique.' },
    clientLease,
    vmLease,
    offlineLease,
    trialPeriod,
    spelled('clientsAllowed', clientsAllowed),
    spelled('licenseType', licenseType),
    spelled('subscriptionPeriod', subscriptionLength),
    noted('End of the licence; "reset" clears it.', spelled('subscriptionEndDate', subscriptionEnd)),
  ],
  rules: [
    { kind: 'needs', field: 'subscriptionPeriod', needs: ['licenseType'] },
    { kind: 'needs', field: 'subscriptionEndDate', needs: ['licenseType'] },
  ],
  answer: { kind: 'text', texts: ['Product Updated Successfully'] },
});
