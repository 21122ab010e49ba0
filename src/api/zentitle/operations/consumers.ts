/** Registrations of end users. */
import type { Operation } from '../../operation.js';
import { computerId, licenseCode, pageNumber, pageSize, productId } from './fields.js';
import { noted, READERS, required, row, WRITERS } from './row.js';

export const listConsumers: Operation = row('GET', 'ConsumerData', {
  id: 'zentitle.consumers.list',
  summary: 'List or count the consumer records of a product',
  effect: 'read',
  keyKinds: READERS,
  input: [
    required(productId),
    noted('Records of this computer.', computerId),
    {
      name: 'justlast',
      type: 'boolean',
      wire: 'text',
      flag: 'just-last',
      note: 'Only the latest record; true when left out.',
    },
    { name: 'type', type: 'string', values: ['trials', 'activations', 'all'], note: 'Which records.' },
    pageNumber,
    pageSize,
    { name: 'startdate', type: 'datetime', flag: 'start-date', note: 'Records made from this date.' },
    { name: 'enddate', type: 'datetime', flag: 'end-date', note: 'Records made until this date.' },
  ],
  answer: { kind: 'count-or-records' },
});

export const createConsumer: Operation = row('POST', 'ConsumerData', {
  id: 'zentitle.consumers.create',
  summary: 'Create a consumer record',
  effect: 'create',
  keyKinds: WRITERS,
  input: [
    required(productId),
    required(computerId),
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
