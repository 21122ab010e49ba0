/**
 * Companies of the default world. Company 3 has a name of its own, so that the examples can make a SuperStyle LLC.
 * `productName` is kept as the document prints it: product 6872450105 has another name in the section Products.
 */
export interface SeedCompany {
  readonly companyId: number;
  readonly name: string;
  /** `0` for a company of all products. */
  readonly productId: string;
  readonly productName: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly firstName?: string;
  readonly email?: string;
  readonly search?: readonly [string, string, string];
  readonly created: string;
}

export const SEED_COMPANIES: readonly SeedCompany[] = [
  {
    companyId: 4,
    name: 'My Company',
    productId: '6872450105',
    productName: 'Product Test 01',
    created: '2020-02-03T10:12:40.117',
  },
  {
    companyId: 5,
    name: 'ABC ltd',
    productId: '6872450106',
    productName: 'Product Test 02',
    created: '2020-02-11T08:31:05.62',
  },
  { companyId: 6, name: 'BigCorp', productId: '0', productName: '', created: '2020-03-02T13:45:59.907' },
  {
    companyId: 2,
    name: 'MyCompany LLC',
    productId: '6872450105',
    productName: 'Product A 0105',
    data: {
      firstname: 'Eva',
      annual_revenue: '$3M',
      country: 'UK',
      custom_data: 'custom_data1',
      telephone: '+44 8888008818',
    },
    firstName: 'Eva',
    email: 'eva@mycompany.com',
    search: ['My reference 1', 'My reference 2', 'My reference 3'],
    created: '2020-01-15T16:47:22.55',
  },
  {
    companyId: 3,
    name: 'SuperStyle',
    productId: '6872450105',
    productName: 'Product A 0105',
    data: {
      firstname: 'Kevin',
      lastname: 'Andrew',
      company: 'SuperStyle LLC',
      email: 'kevin@supersytle.com',
      country: 'United Kingdom',
    },
    firstName: 'Kevin',
    email: 'kevin@supersytle.com',
    search: ['refernce 1', '', ''],
    created: '2020-01-20T09:02:11.4',
  },
  {
    companyId: 7,
    name: 'abcLtd',
    productId: '6843607105',
    productName: 'Product C 7105',
    created: '2016-08-18T22:10:03.21',
  },
  {
    companyId: 10,
    name: 'Northgate Design',
    productId: '0',
    productName: '',
    created: '2020-05-19T07:20:44.3',
  },
  {
    companyId: 17,
    name: 'Larkspur Analytics',
    productId: '0',
    productName: '',
    created: '2020-11-27T15:33:18.75',
  },
  {
    companyId: 18,
    name: 'Harbour & Finch GmbH',
    productId: '0',
    productName: '',
    created: '2021-01-08T11:00:27.513',
  },
];

export const SEED_RESELLERS: readonly (readonly [resellerId: number, name: string])[] = [
  [12, 'reseller12'],
  [13, 'Eastbridge Resale'],
];
