/** Code profiles: the terms that codes are made with. */
import { text } from '../../field-kinds.js';
import type { Operation } from '../../operation.js';
import { pageNumber, pageSize, productId, profileName, reseller, withServerFunctions } from './fields.js';
import { noted, required, row, says, spelled } from './row.js';
import {
  ATTACHMENT_RULES,
  attachments,
  inheritProfile,
  newTerms,
  TERM_CHANGE_RULES,
  TERM_NAMES,
  TYPE_RULES_GUESS,
  terms,
  typeRules,
} from './terms.js';

export const showProfile: Operation = row('GET', 'Profile', {
  id: 'zentitle.profiles.show',
  summary: 'Read one code profile',
  effect: 'read',
  input: [required(productId), required(profileName, 'Name of the profile.'), withServerFunctions],
  answer: { kind: 'records' },
});

/** Creation has defaults where a change keeps values: a period without its type is one of the document's examples. */
export const createProfile: Operation = row('POST', 'Profile', {
  id: 'zentitle.profiles.create',
  summary: 'Create a code profile',
  effect: 'create',
  input: [
    required(productId),
    required(profileName, 'Name of the profile, unique.'),
    ...newTerms,
    reseller,
    ...attachments,
  ],
  rules: [...typeRules(TERM_NAMES), ...ATTACHMENT_RULES],
  answer: { kind: 'undocumented' },
  guess: TYPE_RULES_GUESS,
});

export const updateProfile: Operation = row('PUT', 'Profile', {
  id: 'zentitle.profiles.update',
  summary: 'Change a code profile, and the codes in it if wanted',
  effect: 'write',
  input: [
    required(productId),
    required(profileName, 'Name of the profile.'),
    text('newprofilename', 'New name, unique.', { flag: 'new-name' }),
    ...terms,
    reseller,
    noted('Codes that are in the profile now take over the change.', inheritProfile),
    ...attachments,
  ],
  rules: TERM_CHANGE_RULES,
  answer: says('Profile Updated Successfully'),
});

export const listProfiles: Operation = row('GET', 'Profiles', {
  id: 'zentitle.profiles.list',
  summary: 'List or count code profiles',
  effect: 'read',
  input: [
    noted('Profiles of this product; of all products when left out.', spelled('productId', productId)),
    spelled('pageNumber', pageNumber),
    spelled('pageSize', pageSize),
    spelled('getSfs', withServerFunctions),
  ],
  answer: { kind: 'count-or-records' },
});
