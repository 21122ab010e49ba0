/** Registrations of end users. */
import { text } from '../../field-kinds.js';
import type { Operation } from '../../operation.js';
import { computerId, computerOfProduct, licenseCode, pageNumber, pageSize, productId } from './fields.js';
import { boolean, date } from './kinds.js';
import { noted, required, row } from './row.js';

export const listConsumers: Operation = row('GET', 'ConsumerData', {
  id: 'zentitle.consumers.list',
  summary: 'List or count the consumer records of a product',
  effect: 'read',
  input: [
    required(productId),
    noted('Records of this computer.', computerId),
    boolean('justlast', 'Only the latest record; true when left out.', { flag: 'just-last' }),
    text('type', 'Which records.', { values: ['trials', 'activations', 'all'] }),
    pageNumber,
    pageSize,
    date('startdate', 'Records made from this date.', { flag: 'start-date' }),
    date('enddate', 'Records made until this date.', { flag: 'end-date' }),
  ],
  answer: { kind: 'count-or-records' },
});

export const createConsumer: Operation = row('POST', 'ConsumerData', {
  id: 'zentitle.consumers.create',
  summary: 'Create a consumer record',
  effect: 'create',
  input: [
    ...computerOfProduct,
    {
      name: 'clientinfo',
      type: 'object',
      required: true,
      flag: 'client-info',
      note: 'Data of the person; firstname, lastname, company and email become searchable.',
    },
    noted('Code of an activation; left out for a trial.', licenseCode),
  ],
  answer: { kind: 'undocumented' },
});
