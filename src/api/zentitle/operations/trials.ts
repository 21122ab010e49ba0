/** Trials, one for each product and computer. */
import type { Field, Operation } from '../../operation.js';
import { computerId, pageNumber, pageSize, productId } from './fields.js';
import { noted, READERS, required, row, spelled, WRITERS } from './row.js';

const moment = (name: string, flag: string, note: string): Field => ({ name, type: 'datetime', flag, note });

const span = (name: string, flag: string, note: string): Field => ({
  name,
  type: 'integer',
  wire: 'text',
  min: 0,
  unit: 'days',
  flag,
  note,
});

/** Any status text is an answer here; only its wording for a running trial is documented. */
export const showTrialStatus: Operation = row('GET', 'Trial', {
  id: 'zentitle.trials.status',
  summary: 'Read the trial status of one product on one computer',
  effect: 'read',
  keyKinds: READERS,
  input: [required(productId), required(computerId)],
  answer: { kind: 'text', texts: ['In Trial'] },
});

export const resetTrial: Operation = row('DELETE', 'Trial', {
  id: 'zentitle.trials.reset',
  summary: 'Delete the trial of one product on one computer, so that it can start again',
  effect: 'destroy',
  keyKinds: WRITERS,
  input: [required(productId), required(computerId)],
  answer: { kind: 'text', texts: ['Trial Deleted Successfully'] },
});

export const listTrials: Operation = row('GET', 'Trials', {
  id: 'zentitle.trials.list',
  summary: 'List or count trials',
  effect: 'read',
  keyKinds: READERS,
  input: [
    noted('Trials of this product; of all products when left out.', spelled('productId', productId)),
    spelled('pageNumber', pageNumber),
    spelled('pageSize', pageSize),
    noted('Trials on this computer.', spelled('computerId', computerId)),
    moment('expiresBefore', 'expires-before', 'Trials that end before this date.'),
    moment('expiresAfter', 'expires-after', 'Trials that end after this date.'),
    span('expiresWithinDays', 'expires-within', 'Trials that end within this time from now.'),
    {
      name: 'trialStatus',
      type: 'string',
      values: ['inTrial', 'expired'],
      flag: 'trial-status',
      note: 'Running or expired trials; both when left out.',
    },
    {
      name: 'converted',
      type: 'boolean',
      wire: 'text',
      note: 'Trials that became an activation, or did not.',
    },
    moment('createdBefore', 'created-before', 'Trials that began before this date.'),
    moment('createdAfter', 'created-after', 'Trials that began after this date.'),
    span('createdWithinDays', 'created-within', 'Trials that began within this time until now.'),
  ],
  answer: { kind: 'count-or-records' },
});
