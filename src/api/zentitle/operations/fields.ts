/** Fields that several calls share. */
import { list, text } from '../../field-kinds.js';
import type { Field, Rule } from '../../operation.js';
import { bit, integer } from './kinds.js';
import { required } from './row.js';

export const productId: Field = text('productid', 'Product id, such as 6453300110.', {
  flag: 'product',
});

export const licenseCode: Field = text('licensecode', 'Licence code, 17 to 19 digits.', { flag: 'code' });

export const computerId: Field = text(
  'computerid',
  'Computer id, as the client reports it: 20 characters as a rule.',
  { flag: 'computer' },
);

/** A code names its product, too: a code may belong to several. */
export const codeOfProduct: readonly Field[] = [required(productId), required(licenseCode)];

export const computerOfProduct: readonly Field[] = [required(productId), required(computerId)];

export const companyId: Field = integer('companyid', 'Company id; 0 for no company.', {
  min: 0,
  flag: 'company-id',
});

export const companyName: Field = text('company', 'Company name.');

export const reseller: Field = text('reseller', 'Reseller name.');

export const profileName: Field = text('profilename', 'Code profile; "default" for none.', {
  flag: 'profile',
});

export const reference: Field = text('reference', 'Reference text of your own, unique.');

export const pageNumber: Field = integer('pagenumber', 'Page, from 1; 0 or nothing gives the count alone.', {
  min: 0,
  flag: 'page',
});

export const pageSize: Field = integer('pagesize', 'Records a page; 10000 when left out.', {
  min: 1,
  max: 10_000,
  flag: 'page-size',
});

export const withServerFunctions: Field = bit('getsfs', 'Add server functions.', {
  flag: 'server-functions',
});

export const customFields: Field = list(
  'udfvalues',
  'Value of a custom field (Application Agility).',
  [text('fieldname', 'Custom field.', { required: true }), text('defaultvalue', 'Its value.')],
  { flag: 'udf' },
);

/** Only a normal feature, which one without a type is, can be available in trials. */
export const trialFeatureRule = (list: string, available: string, type: string): Rule => ({
  kind: 'each',
  list,
  rules: [{ kind: 'goes-with', field: available, equals: 'true', target: type, among: ['normal'] }],
});
