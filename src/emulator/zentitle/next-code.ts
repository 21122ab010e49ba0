/** GET NextLicenseCode: hands out unused codes and marks them, although it is a GET. */
import type { SystemDeps } from '../system.js';
import { type Answer, answer, type Handler } from './answer.js';
import { formatDate } from './dates.js';
import { MAX_INTEGER } from './input.js';
import { requireProduct } from './products.js';
import { NO_PROFILE, namedProfile } from './profile-record.js';
import { Refusal } from './refusal.js';

/**
 * The answer is only called a list of codes, so its shape is a setting: text with commas as POST LicenseCode writes
 * it (and as observed of the vendor's older service), a list, or records. Fewer codes than asked for come back when
 * the stock is low, none is a refusal (both observed of the vendor's older service, not documented). Whether a
 * disabled code may come is not documented; it may here.
 */
export const getNextLicenseCode: Handler = (input, { store, now, settings }) => {
  const product = requireProduct(store, input.requiredText('productid'));
  const amount = input.integer('amount', 1, MAX_INTEGER) ?? 1;
  const profile = namedProfile(store, product.productId, input.text('profilename'));
  const rows = store.all(
    `select seq, code from zentitle_codes
      where productId = ? and profileId = ? and acquired = 0 and used = 0 order by seq limit ?`,
    product.productId,
    profile?.profileId ?? NO_PROFILE,
    amount,
  );
  if (rows.length === 0) {
    throw new Refusal(
      `No license code of product ${product.productId} is left in profile ${profile?.name ?? 'default'}.`,
    );
  }
  store.run(
    `update zentitle_codes set acquired = 1, modified = ?, printed = null
      where seq in (select value from json_each(?))`,
    formatDate(now()),
    JSON.stringify(rows.map((row) => row.seq)),
  );
  return printCodes(
    rows.map((row) => String(row.code)),
    settings.zentitleNextCodes,
  );
};

function printCodes(codes: readonly string[], shape: SystemDeps['settings']['zentitleNextCodes']): Answer {
  switch (shape) {
    case 'text':
      return answer(codes.join(','));
    case 'list':
      return answer(codes);
    case 'records':
      return answer(codes.map((licenseCode) => ({ licenseCode })));
  }
}
