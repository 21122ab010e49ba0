/** POST PassiveLicense: a certificate for a client that never asks the service again. */
import { answer, type Handler } from './answer.js';
import { makePassiveCertificate } from './certificates.js';
import { changeUdfs, enableFeatures } from './change-options.js';
import { readCompanyId } from './companies.js';
import { formatDate } from './dates.js';
import { loadOptions, type Options, storeOptions } from './options.js';
import { productOptions, requireProduct } from './products.js';
import { NO_PROFILE, namedProfile } from './profile-record.js';
import { Refusal } from './refusal.js';

const MIN_CLIENT_ID = 10;
const MAX_CLIENT_ID = 255;

/** The features that are named are enabled, beside those of the profile. The line break is as documented. */
export const postPassiveLicense: Handler = (input, { store, now }) => {
  const product = requireProduct(store, input.requiredText('productid'));
  const clientId = input.requiredText('clientid');
  if (clientId.length < MIN_CLIENT_ID || clientId.length > MAX_CLIENT_ID) {
    throw new Refusal(`Invalid input: clientid must have ${MIN_CLIENT_ID} to ${MAX_CLIENT_ID} characters.`);
  }
  const companyId = readCompanyId(input, store, product.productId) ?? 0;
  const profile = namedProfile(store, product.productId, input.text('profilename'));
  const base = profile === undefined ? productOptions(product) : loadOptions(store, profile.optionsId);
  const options: Options = {
    ...base,
    features: enableFeatures(input.list('features'), base.features, product),
    udfs: changeUdfs(input.list('udfvalues'), base.udfs, product),
  };
  const created = formatDate(now());
  const { lastId } = store.run(
    `insert into zentitle_passive (productId, clientId, companyId, profileId, optionsId, created)
     values (?, ?, ?, ?, ?, ?)`,
    product.productId,
    clientId,
    companyId,
    profile?.profileId ?? NO_PROFILE,
    storeOptions(store, options),
    created,
  );
  const content = JSON.stringify([lastId, product.productId, clientId, companyId, options, created]);
  return answer(`Passive License Created Successfully.\n${makePassiveCertificate(content)}`);
};
