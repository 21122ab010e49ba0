/** Fields that several calls share. Integers and booleans travel as text, as in nearly all of the document's examples. */
import type { Field } from '../../operation.js';

export const productId: Field = {
  name: 'productid',
  type: 'string',
  flag: 'product',
  note: 'Product id, ten digits in all examples.',
};

export const licenseCode: Field = {
  name: 'licensecode',
  type: 'string',
  flag: 'code',
  note: 'Licence code, 17 to 19 digits.',
};

export const computerId: Field = {
  name: 'computerid',
  type: 'string',
  flag: 'computer',
  note: 'Computer id, as the client reports it: 20 characters as a rule.',
};

export const companyId: Field = {
  name: 'companyid',
  type: 'integer',
  wire: 'text',
  min: 0,
  flag: 'company-id',
  note: 'Company id; 0 for no company.',
};

export const companyName: Field = { name: 'company', type: 'string', note: 'Company name.' };

export const reseller: Field = { name: 'reseller', type: 'string', note: 'Reseller name.' };

export const profileName: Field = {
  name: 'profilename',
  type: 'string',
  flag: 'profile',
  note: 'Code profile; "default" for none.',
};

export const reference: Field = {
  name: 'reference',
  type: 'string',
  note: 'Reference text of your own, unique.',
};

export const pageNumber: Field = {
  name: 'pagenumber',
  type: 'integer',
  wire: 'text',
  min: 0,
  flag: 'page',
  note: 'Page, from 1; 0 or nothing gives the count alone.',
};

export const pageSize: Field = {
  name: 'pagesize',
  type: 'integer',
  wire: 'text',
  min: 1,
  max: 10_000,
  flag: 'page-size',
  note: 'Records a page; 10000 when left out.',
};

export const withServerFunctions: Field = {
  name: 'getsfs',
  type: 'boolean',
  wire: 'bit',
  flag: 'server-functions',
  note: 'Add server functions.',
};

export const customFields: Field = {
  name: 'udfvalues',
  type: 'list',
  flag: 'udf',
  note: 'Value of a custom field (Application Agility).',
  fields: [
    { name: 'fieldname', type: 'string', required: true, note: 'Custom field.' },
    { name: 'defaultvalue', type: 'string', note: 'Its value.' },
  ],
};
