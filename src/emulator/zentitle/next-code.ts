/** GET NextLicenseCode: hands out unused codes and marks them, although it is a GET. */
import { answer, type Handler } from './answer.js';
import { formatDate } from './dates.js';
import { MAX_INTEGER } from './input.js';
import { requireProduct } from './products.js';
import { NO_PROFILE, namedProfile } from './profile-record.js';
import { Refusal } from './refusal.js';

/**
 * The answer is only called a list of codes; written here as POST LicenseCode writes one, as text with
 * commas. Fewer codes than asked for come back when the stock is low, none is a refusal (both observed of
 * the vendor's older service, not documented). Whether a disabled code may come is not documented; it may here.
 */
export const getNextLicenseCode: Handler = (input, { store, now }) => {
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
  return answer(rows.map((row) => String(row.code)).join(','));
};
