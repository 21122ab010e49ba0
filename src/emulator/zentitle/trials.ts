/** Trial GET and DELETE, Trials GET. A trial ends by the clock; one that was activated is converted. */
import { numberOf, textOf, textOrNull } from '../row.js';
import type { SqlRow, SqlValue, Store } from '../store.js';
import { answer, type Handler } from './answer.js';
import { addDays, formatDate } from './dates.js';
import { type Inputs, MAX_INTEGER } from './input.js';
import { listRows, readPage, type Selection } from './paging.js';
import { requireProduct } from './products.js';
import { Refusal } from './refusal.js';

const IN_TRIAL = 'In Trial';
const TRIAL_EXPIRED = 'Trial Expired';

/**
 * Every state is an answer rather than a refusal. `In Trial` is documented here and `Trial Expired` in the
 * section Trials; the wording of the other two is not.
 */
export const getTrial: Handler = (input, { store, now }) => {
  const row = findTrial(input, store);
  if (row === undefined) return answer('Trial Does Not Exist');
  if (row.code !== null) return answer('Trial Activated');
  return answer(trialStatus(row, formatDate(now())));
};

export const deleteTrial: Handler = (input, { store }) => {
  const row = findTrial(input, store);
  if (row === undefined) throw new Refusal('The trial does not exist.');
  if (row.code !== null) throw new Refusal('The trial has been activated and cannot be deleted.');
  store.run('delete from zentitle_trials where seq = ?', numberOf(row, 'seq'));
  return answer('Trial Deleted Successfully');
};

export const getTrials: Handler = (input, deps) => {
  const at = formatDate(deps.now());
  const page = readPage(input);
  return listRows(deps, readFilter(input, at), page, (row) => printTrial(row, at));
};

function findTrial(input: Inputs, store: Store): SqlRow | undefined {
  const product = requireProduct(store, input.requiredText('productid'));
  return store.get(
    'select * from zentitle_trials where productId = ? and computerId = ?',
    product.productId,
    input.requiredText('computerid'),
  );
}

function readFilter(input: Inputs, at: string): Selection {
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  const add = (condition: string, value: SqlValue | undefined): void => {
    if (value === undefined) return;
    conditions.push(condition);
    values.push(value);
  };
  const expiresWithin = input.integer('expiresWithinDays', 0, MAX_INTEGER);
  const createdWithin = input.integer('createdWithinDays', 0, MAX_INTEGER);
  const status = input.choice('trialStatus', ['inTrial', 'expired']);
  const converted = input.truth('converted');
  add('productId = ?', input.text('productId'));
  add('computerId = ?', input.text('computerId'));
  add('expires < ?', input.date('expiresBefore'));
  add('expires > ?', input.date('expiresAfter'));
  if (expiresWithin !== undefined) {
    add('expires >= ?', at);
    add('expires <= ?', addDays(at, expiresWithin));
  }
  if (status !== undefined) add(status === 'inTrial' ? 'expires > ?' : 'expires <= ?', at);
  add('created < ?', input.date('createdBefore'));
  add('created > ?', input.date('createdAfter'));
  if (createdWithin !== undefined) {
    add('created >= ?', addDays(at, -createdWithin));
    add('created <= ?', at);
  }
  if (converted !== undefined) conditions.push(converted ? 'code is not null' : 'code is null');
  const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
  return { table: 'zentitle_trials', where, values };
}

function printTrial(row: SqlRow, at: string): Readonly<Record<string, unknown>> {
  const code = textOrNull(row, 'code');
  return {
    productId: textOf(row, 'productId'),
    computerId: textOf(row, 'computerId'),
    trialPeriod: String(numberOf(row, 'period')),
    created: textOf(row, 'created'),
    modified: textOf(row, 'modified'),
    leaseEndDate: textOf(row, 'leaseEnd'),
    expires: textOf(row, 'expires'),
    trialStatus: trialStatus(row, at),
    converted: String(code !== null),
    licenseCode: code ?? '',
  };
}

function trialStatus(row: SqlRow, at: string): string {
  return textOf(row, 'expires') > at ? IN_TRIAL : TRIAL_EXPIRED;
}
