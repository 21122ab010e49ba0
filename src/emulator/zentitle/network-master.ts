/** POST NetworkMasterLicense: a master licence for the daemon that gives out seats within a LAN. */
import { insertRow } from '../row.js';
import { createdAnswer, type Handler } from './answer.js';
import { makeMasterCertificate } from './certificates.js';
import { readCompanyId } from './companies.js';
import { formatDate } from './dates.js';
import { productOf } from './products.js';

/**
 * No answer is documented. A certificate is answered as POST PassiveLicense answers its own, since a daemon may
 * have no way to the internet; with the setting for ids, the certificate alone.
 */
export const postNetworkMasterLicense: Handler = (input, { store, now, settings }) => {
  const { productId } = productOf(input, store);
  const companyId = readCompanyId(input, store, productId) ?? 0;
  const created = formatDate(now());
  const seq = insertRow(store, 'zentitle_network_masters', { productId, companyId, created });
  const certificate = makeMasterCertificate(JSON.stringify([seq, productId, companyId, created]));
  const sentence = `Network Master License Created Successfully.\n${certificate}`;
  return createdAnswer(sentence, certificate, { certificate }, settings);
};
