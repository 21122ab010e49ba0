/** POST Profile and PUT Profile. */
import type { SystemDeps } from '../system.js';
import { answer, createdAnswer, type Handler } from './answer.js';
import { changeOptions } from './change-options.js';
import { formatDate } from './dates.js';
import { passTermsToCodes } from './inherit.js';
import { loadOptions, storeOptions } from './options.js';
import { productOptions, requireProduct } from './products.js';
import {
  findProfile,
  insertProfile,
  isDefaultProfile,
  type Profile,
  requireProfile,
} from './profile-record.js';
import { Refusal } from './refusal.js';
import { readResellerId } from './resellers.js';
import { TERM_COLUMNS } from './schema.js';
import { NEW_PROFILE_TERMS, readTermChanges, type Terms, termValues } from './terms.js';

/** The document shows no answer; this sentence is taken from that of PUT Profile. */
export const postProfile: Handler = (input, deps) => {
  const { store } = deps;
  const product = requireProduct(store, input.requiredText('productid'));
  const name = newName(input.requiredText('profilename'), product.productId, deps);
  const options = changeOptions(input, productOptions(product), product);
  const defaults: Terms = { ...NEW_PROFILE_TERMS, optionsId: storeOptions(store, options) };
  const terms: Terms = { ...defaults, ...readTermChanges(input, defaults, 'create') };
  const modified = formatDate(deps.now());
  const profileId = nextProfileId(deps);
  insertProfile(store, {
    ...terms,
    profileId,
    productId: product.productId,
    name,
    resellerId: readResellerId(input, store) ?? 0,
    created: modified,
    modified,
  });
  return createdAnswer('Profile Created Successfully', profileId, { profileID: profileId }, deps.settings);
};

export const putProfile: Handler = (input, deps) => {
  const { store } = deps;
  const product = requireProduct(store, input.requiredText('productid'));
  const profile = requireProfile(store, product.productId, input.requiredText('profilename'));
  const wished = input.text('newprofilename');
  const sameName = wished?.toLowerCase() === profile.name.toLowerCase();
  const name =
    wished === undefined || sameName ? (wished ?? profile.name) : newName(wished, product.productId, deps);
  const options = changeOptions(input, loadOptions(store, profile.optionsId), product);
  const after: Profile = {
    ...profile,
    ...readTermChanges(input, profile, 'update'),
    optionsId: storeOptions(store, options),
    name,
    resellerId: readResellerId(input, store) ?? profile.resellerId,
    modified: formatDate(deps.now()),
  };
  const inherit = input.truth('inheritprofile') ?? false;
  store.run(
    `update zentitle_profiles set name = ?, resellerId = ?, modified = ?,
       ${TERM_COLUMNS.map((column) => `${column} = ?`).join(', ')} where profileId = ?`,
    after.name,
    after.resellerId,
    after.modified,
    ...termValues(after),
    profile.profileId,
  );
  if (inherit) passTermsToCodes(store, after);
  // Lists print the profile's name from the profile, but a printed row would still show the old one.
  else
    store.run(
      'update zentitle_codes set printed = null where profileId = ? and printed is not null',
      profile.profileId,
    );
  return answer('Profile Updated Successfully');
};

function newName(name: string, productId: string, { store }: SystemDeps): string {
  if (isDefaultProfile(name))
    throw new Refusal('The name default stands for no profile and cannot be taken.');
  if (findProfile(store, productId, name) !== undefined) {
    throw new Refusal(`A profile named ${name} already exists for product ${productId}.`);
  }
  return name;
}

function nextProfileId({ store }: SystemDeps): number {
  return Number(store.get('select coalesce(max(profileId), 0) + 1 as id from zentitle_profiles')?.id);
}
