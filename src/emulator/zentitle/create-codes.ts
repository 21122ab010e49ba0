/** POST LicenseCode: allocates codes from the bank, or imports codes of the customer's own. */
import type { SystemDeps } from '../system.js';
import { answer, type Handler } from './answer.js';
import { allocateCodes } from './bank.js';
import { insertCodes, type NewCodes } from './code-record.js';
import { readCompanyId } from './companies.js';
import { formatDate } from './dates.js';
import { type Inputs, MAX_INTEGER } from './input.js';
import { storeOptions } from './options.js';
import { productOptions, requireProduct } from './products.js';
import { NO_PROFILE, namedProfile } from './profile-record.js';
import { Refusal } from './refusal.js';
import { productTerms } from './terms.js';

/** Which characters an imported code may have is not documented; assumed here. */
const IMPORTED_CODE = /^[0-9A-Za-z-]{1,64}$/;

export const postLicenseCode: Handler = (input, deps) => {
  const shared = readShared(input, deps);
  const imported = input.text('licensecodes');
  if (imported !== undefined) {
    importCodes(imported, deps, shared);
    return answer('OK');
  }
  const amount = input.integer('numcodes', 1, MAX_INTEGER);
  if (amount === undefined) throw new Refusal('Please supply either numcodes or licensecodes.');
  return answer(`License Codes Created Successfully : ${allocateCodes(deps, amount, shared).join(',')}`);
};

function readShared(input: Inputs, { store, now }: SystemDeps): NewCodes {
  const product = requireProduct(store, input.requiredText('productid'));
  const profile = namedProfile(store, product.productId, input.text('profilename'));
  return {
    productId: product.productId,
    companyId: readCompanyId(input, store, product.productId) ?? 0,
    profileId: profile?.profileId ?? NO_PROFILE,
    reference: input.text('reference') ?? '',
    created: formatDate(now()),
    terms: profile ?? productTerms(product, storeOptions(store, productOptions(product))),
  };
}

/** All or nothing: one code that cannot be imported refuses the whole list. */
function importCodes(list: string, { store }: SystemDeps, shared: NewCodes): void {
  const codes = list.split(',').map((code) => code.trim());
  const wrong = codes.find((code) => !IMPORTED_CODE.test(code));
  if (wrong !== undefined) throw new Refusal(`License code "${wrong}" cannot be imported.`);
  if (new Set(codes).size < codes.length) throw new Refusal('The list of license codes names a code twice.');
  // "cross" keeps the order of the tables: the list is walked and each code looked up, never the other way round.
  const existing = store.get(
    'select code from json_each(?) cross join zentitle_codes on code = value and productId = ?',
    JSON.stringify(codes),
    shared.productId,
  );
  if (existing !== undefined) {
    throw new Refusal(
      `License code ${String(existing.code)} already exists for product ${shared.productId}.`,
    );
  }
  insertCodes(store, codes, shared);
}
