/** Products. What belongs to a product (features, groups of them, custom fields) is in `product-parts.ts`. */
import { list, text } from '../../field-kinds.js';
import type { Field, Operation } from '../../operation.js';
import { customFields, productId, trialFeatureRule } from './fields.js';
import { boolean, date, integer } from './kinds.js';
import { noted, required, row, says, spelled } from './row.js';
import {
  changeRules,
  clientLease,
  clientsAllowed,
  leases,
  licenseType,
  offlineLease,
  subscriptionEnd,
  subscriptionLength,
  TERM_NAMES,
  TYPE_RULES_GUESS,
  typeRules,
  vmLease,
} from './terms.js';

const productName: Field = text('productname', 'Product name.', { flag: 'name' });

const trialPeriod: Field = integer('trialperiod', 'Length of a trial.', {
  min: 0,
  unit: 'days',
  flag: 'trial-period',
});

export const listProducts: Operation = row('GET', 'Products', {
  id: 'zentitle.products.list',
  summary: 'List all products with features and custom fields',
  effect: 'read',
  input: [],
  answer: { kind: 'records' },
});

export const showProduct: Operation = row('GET', 'Product', {
  id: 'zentitle.products.show',
  summary: 'Read one product',
  effect: 'read',
  input: [required(productId)],
  answer: { kind: 'records' },
});

export const createProduct: Operation = row('POST', 'Product', {
  id: 'zentitle.products.create',
  summary: 'Create a product with feature groups, features and custom fields',
  effect: 'create',
  input: [
    required(productName),
    boolean('intrial', 'Whether the product has a trial.', { flag: 'in-trial' }),
    ...leases,
    noted('Length of a trial; 30 days when left out for a product in trial.', trialPeriod),
    noted('Kind of licence; perpetual when left out.', licenseType),
    { ...clientsAllowed, min: 1, max: 50_000 },
    subscriptionLength,
    date('subscriptionenddate', 'End of the licence, for type expirationdate.', { flag: 'subscription-end' }),
    list(
      'featuregroups',
      'A new group of features, and notes on it.',
      [
        text('featuregroupname', 'Name of the group.', { required: true, flag: 'name' }),
        text('notes', 'Notes on it.'),
      ],
      { flag: 'feature-group' },
    ),
    list(
      'features',
      'A new feature.',
      [
        text('featurename', 'Title.', { required: true, flag: 'name' }),
        text('featurecode', 'Code, unique.', { required: true, flag: 'code' }),
        text('notes', 'Notes on it.', { required: true }),
        text('featuretype', 'Kind of feature; normal when left out.', {
          flag: 'type',
          values: ['normal', 'floating', 'elementpool', 'consumptiontokens', 'securestore'],
        }),
        text('featuregroupname', 'Its group; the default group when left out.', { flag: 'group' }),
        boolean('availableintrials', 'Whether a trial has it; for normal features.', { flag: 'in-trials' }),
      ],
      { flag: 'feature' },
    ),
    noted('A new custom field (Application Agility), and its default value.', customFields),
  ],
  rules: [...typeRules(TERM_NAMES), trialFeatureRule('features', 'availableintrials', 'featuretype')],
  answer: { kind: 'undocumented' },
  guess: TYPE_RULES_GUESS,
});

export const updateProduct: Operation = row('PUT', 'Product', {
  id: 'zentitle.products.update',
  summary: 'Change one product',
  effect: 'write',
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
  rules: changeRules({ type: 'licenseType', period: 'subscriptionPeriod', end: 'subscriptionEndDate' }),
  answer: says('Product Updated Successfully'),
  guess: TYPE_RULES_GUESS,
});
