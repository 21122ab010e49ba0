/** Trials, one for each product and computer. */
import { text } from '../../field-kinds.js';
import type { Field, Operation } from '../../operation.js';
import { computerId, computerOfProduct, pageNumber, pageSize, productId } from './fields.js';
import { boolean, date, integer } from './kinds.js';
import { noted, row, says, spelled } from './row.js';

const moment = (name: string, flag: string, note: string): Field => date(name, note, { flag });

const span = (name: string, flag: string, note: string): Field =>
  integer(name, note, { min: 0, unit: 'days', flag });

/** Any status text is an answer here; only its wording for a running trial is documented. */
export const showTrialStatus: Operation = row('GET', 'Trial', {
  id: 'zentitle.trials.status',
  summary: 'Read the trial status of one product on one computer',
  effect: 'read',
  input: computerOfProduct,
  answer: says('In Trial'),
});

export const resetTrial: Operation = row('DELETE', 'Trial', {
  id: 'zentitle.trials.reset',
  summary: 'Delete the trial of one product on one computer, so that it can start again',
  effect: 'destroy',
  input: computerOfProduct,
  answer: says('Trial Deleted Successfully'),
});

export const listTrials: Operation = row('GET', 'Trials', {
  id: 'zentitle.trials.list',
  summary: 'List or count trials',
  effect: 'read',
  input: [
    noted('Trials of this product; of all products when left out.', spelled('productId', productId)),
    spelled('pageNumber', pageNumber),
    spelled('pageSize', pageSize),
    noted('Trials on this computer.', spelled('computerId', computerId)),
    moment('expiresBefore', 'expires-before', 'Trials that end before this date.'),
    moment('expiresAfter', 'expires-after', 'Trials that end after this date.'),
    span('expiresWithinDays', 'expires-within', 'Trials that end within this time from now.'),
    text('trialStatus', 'Running or expired trials; both when left out.', {
      values: ['inTrial', 'expired'],
      flag: 'trial-status',
    }),
    boolean('converted', 'Trials that became an activation, or did not.'),
    moment('createdBefore', 'created-before', 'Trials that began before this date.'),
    moment('createdAfter', 'created-after', 'Trials that began after this date.'),
    span('createdWithinDays', 'created-within', 'Trials that began within this time until now.'),
  ],
  answer: { kind: 'count-or-records' },
});
