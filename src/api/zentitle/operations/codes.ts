/** Licence codes: reading, allocating, changing, handing out. */
import { list, text } from '../../field-kinds.js';
import type { Operation, Rule } from '../../operation.js';
import {
  codeOfProduct,
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
import { bit, boolean, integer } from './kinds.js';
import { noted, required, row, says, spelled } from './row.js';
import { acquired, attachments, inheritProfile, TERM_CHANGE_RULES, terms } from './terms.js';

export const showCode: Operation = row('GET', 'LicenseCode', {
  id: 'zentitle.codes.show',
  summary: 'Read one licence code',
  effect: 'read',
  input: [
    required(licenseCode),
    noted('Product id; left out, every product that has the code answers.', productId),
    bit('details', 'Add feature usage by computer.'),
    bit('getnotes', 'Add notes.', { flag: 'notes' }),
    bit('userdetails', 'Add feature usage by computer and user, for account-based licences.', {
      flag: 'user-details',
    }),
    withServerFunctions,
    text('showfeatures', 'Features that are on, or all of them.', {
      values: ['on', 'all'],
      flag: 'show-features',
    }),
  ],
  answer: { kind: 'records' },
});

export const allocateCodes: Operation = row('POST', 'LicenseCode', {
  id: 'zentitle.codes.allocate',
  summary: 'Generate licence codes from the code bank, or import your own',
  effect: 'create',
  input: [
    required(productId),
    companyId,
    text('licensecodes', 'Codes to import, separated by commas; nothing is generated then.', {
      flag: 'codes',
    }),
    integer('numcodes', 'How many codes to generate.', { min: 1, flag: 'count' }),
    profileName,
    reference,
  ],
  rules: [{ kind: 'at-least-one', fields: ['licensecodes', 'numcodes'] }],
  answer: says('License Codes Created Successfully', 'OK'),
  guess:
    'That a call with neither codes nor a count is useless is inferred; the document marks both as optional.',
});

/** A new note has a text; one that goes is named by its id. */
const NOTE_RULES: readonly Rule[] = [
  { kind: 'needs-when', field: 'type', equals: 'general', needs: 'description' },
  { kind: 'needs-when', field: 'type', equals: 'system', needs: 'description' },
  { kind: 'id-when', field: 'type', equals: 'delete', target: 'description' },
];

export const updateCode: Operation = row('PUT', 'LicenseCode', {
  id: 'zentitle.codes.update',
  summary: 'Change one licence code',
  effect: 'write',
  raisedBy: [
    { list: 'notes', member: 'type', equals: 'deleteall', effect: 'destroy-wide' },
    { list: 'notes', member: 'type', equals: 'delete', effect: 'destroy' },
    // Sent twice, a new note is there twice.
    { list: 'notes', member: 'type', equals: 'general', effect: 'create' },
    { list: 'notes', member: 'type', equals: 'system', effect: 'create' },
  ],
  input: [
    ...codeOfProduct,
    companyId,
    ...terms,
    profileName,
    inheritProfile,
    reference,
    ...attachments,
    list(
      'notes',
      'Add a note, or delete one by its id; deleteall is done first, then delete, then the rest.',
      [
        text('type', 'What to do.', { required: true, values: ['general', 'system', 'delete', 'deleteall'] }),
        text('description', 'Text of the note, or the id of the one to delete.'),
      ],
      { flag: 'note' },
    ),
  ],
  rules: [...TERM_CHANGE_RULES, { kind: 'each', list: 'notes', rules: NOTE_RULES }],
  answer: says('License Code Details Updated Successfully'),
  guess: 'That a new note needs a text is inferred from POST LicenseNote, which insists on one.',
});

export const listCodes: Operation = row('GET', 'LicenseCodes', {
  id: 'zentitle.codes.list',
  summary: 'List or count licence codes',
  effect: 'read',
  input: [
    noted('Codes of this product.', productId),
    pageNumber,
    pageSize,
    noted('Codes of the company of this name.', companyName),
    noted('Codes of the company with this id.', spelled('companyId', companyId)),
    noted('Codes of this profile.', profileName),
    noted('Codes that NextLicenseCode has handed out, or has not.', acquired),
    boolean('used', 'Codes that have been used, or have not.'),
    boolean('activated', 'Codes that are activated, or are not.'),
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
  input: [
    required(productId),
    integer('amount', 'How many codes; one when left out.', { min: 1 }),
    noted('Profile of the codes; the default profile when left out.', profileName),
  ],
  answer: { kind: 'undocumented' },
});
