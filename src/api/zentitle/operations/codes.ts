/** Licence codes: reading, allocating, changing, handing out. */
import type { Operation } from '../../operation.js';
import {
  companyId,
  companyName,
  licenseCode,
  pageNumber,
  pageSize,
  productId,
  profileName,
  reference,
  withServerFunctions,
} from './fields.js';
import { noted, READERS, required, row, spelled, WRITERS } from './row.js';
import { acquired, attachments, inheritProfile, TERM_CHANGE_RULES, terms } from './terms.js';

export const showCode: Operation = row('GET', 'LicenseCode', {
  id: 'zentitle.codes.show',
  summary: 'Read one licence code',
  effect: 'read',
  keyKinds: READERS,
  input: [
    required(licenseCode),
    noted('Product id; left out, every product that has the code answers.', productId),
    { name: 'details', type: 'boolean', wire: 'bit', note: 'Add feature usage by computer.' },
    { name: 'getnotes', type: 'boolean', wire: 'bit', flag: 'notes', note: 'Add notes.' },
    {
      name: 'userdetails',
      type: 'boolean',
      wire: 'bit',
      flag: 'user-details',
      note: 'Add feature usage by computer and user, for account-based licences.',
    },
    withServerFunctions,
    {
      name: 'showfeatures',
      type: 'string',
      values: ['on', 'all'],
      flag: 'show-features',
      note: 'Features that are on, or all of them.',
    },
  ],
  answer: { kind: 'records' },
});

export const allocateCodes: Operation = row('POST', 'LicenseCode', {
  id: 'zentitle.codes.allocate',
  summary: 'Generate licence codes from the code bank, or import your own',
  effect: 'create',
  keyKinds: WRITERS,
  input: [
    required(productId),
    companyId,
    {
      name: 'licensecodes',
      type: 'string',
      flag: 'codes',
      note: 'Codes to import, separated by commas; nothing is generated then.',
    },
    {
      name: 'numcodes',
      type: 'integer',
      wire: 'text',
      min: 1,
      flag: 'count',
      note: 'How many codes to generate.',
    },
    profileName,
    reference,
  ],
  rules: [{ kind: 'at-least-one', fields: ['licensecodes', 'numcodes'] }],
  answer: { kind: 'text', texts: ['License Codes Created Successfully', 'OK'] },
  guess:
    'That a call with neither codes nor a count is useless is inferred; the document marks both as optional.',
});

export const updateCode: Operation = row('PUT', 'LicenseCode', {
  id: 'zentitle.codes.update',
  summary: 'Change one licence code',
  effect: 'write',
  keyKinds: WRITERS,
  input: [
    required(productId),
    required(licenseCode),
    companyId,
    ...terms,
    profileName,
    inheritProfile,
    reference,
    ...attachments,
    {
      name: 'notes',
      type: 'list',
      flag: 'note',
      note: 'Add a note, or delete one by its id; deleteall is done first, then delete, then the rest.',
      fields: [
        {
          name: 'type',
          type: 'string',
          required: true,
          values: ['general', 'system', 'delete', 'deleteall'],
          note: 'What to do.',
        },
        { name: 'description', type: 'string', note: 'Text of the note, or the id of the one to delete.' },
      ],
    },
  ],
  rules: TERM_CHANGE_RULES,
  answer: { kind: 'text', texts: ['License Code Details Updated Successfully'] },
});

export const listCodes: Operation = row('GET', 'LicenseCodes', {
  id: 'zentitle.codes.list',
  summary: 'List or count licence codes',
  effect: 'read',
  keyKinds: READERS,
  input: [
    noted('Codes of this product.', productId),
    pageNumber,
    pageSize,
    noted('Codes of the company of this name.', companyName),
    noted('Codes of the company with this id.', spelled('companyId', companyId)),
    noted('Codes of this profile.', profileName),
    noted('Codes that NextLicenseCode has handed out, or has not.', acquired),
    { name: 'used', type: 'boolean', wire: 'text', note: 'Codes that have been used, or have not.' },
    { name: 'activated', type: 'boolean', wire: 'text', note: 'Codes that are activated, or are not.' },
    withServerFunctions,
  ],
  rules: [{ kind: 'at-most-one', fields: ['company', 'companyId'] }],
  answer: { kind: 'count-or-records' },
});

/** A GET by its verb, yet what it hands out does not come back by itself. */
export const nextCode: Operation = row('GET', 'NextLicenseCode', {
  id: 'zentitle.codes.next',
  summary: 'Hand out unused licence codes and mark them as acquired',
  effect: 'consume',
  keyKinds: READERS,
  input: [
    required(productId),
    { name: 'amount', type: 'integer', wire: 'text', min: 1, note: 'How many codes; one when left out.' },
    noted('Profile of the codes; the default profile when left out.', profileName),
  ],
  answer: { kind: 'undocumented' },
});
