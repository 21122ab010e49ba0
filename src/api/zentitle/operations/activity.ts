/** Activations of a code, and the computers behind them. */
import type { Operation } from '../../operation.js';
import { codeOfProduct, computerId, productId } from './fields.js';
import { bit } from './kinds.js';
import { noted, required, row } from './row.js';

export const showActivity: Operation = row('GET', 'LicenseCodeActivity', {
  id: 'zentitle.activity.show',
  summary: 'List the activations of a licence code',
  effect: 'read',
  input: [
    ...codeOfProduct,
    bit('activated', 'Current activations only.'),
    bit('getsysinfo', 'Add system details of each computer.', { flag: 'system-info' }),
  ],
  // The empty text is a documented answer here, and here alone: a code without activity.
  answer: { kind: 'records', texts: [''] },
});

export const returnActivity: Operation = row('PUT', 'LicenseCodeActivity', {
  id: 'zentitle.activity.return',
  summary: 'Mark every activation of a licence code as returned',
  effect: 'destroy-wide',
  input: codeOfProduct,
  answer: { kind: 'undocumented' },
});

export const deleteActivity: Operation = row('DELETE', 'LicenseCodeActivity', {
  id: 'zentitle.activity.delete',
  summary: 'Delete the activity of a licence code on one computer, or all of it',
  effect: 'destroy-wide',
  narrowedBy: 'computerid',
  input: [...codeOfProduct, noted('Computer to free; left out, all activity of the code goes.', computerId)],
  answer: { kind: 'undocumented' },
});

export const listComputerCodes: Operation = row('GET', 'ActivatedLicenseCodes', {
  id: 'zentitle.activity.by-computer',
  summary: 'List the codes that are active on one computer',
  effect: 'read',
  input: [required(computerId)],
  answer: { kind: 'records' },
});

export const showSystemDetails: Operation = row('GET', 'SystemDetails', {
  id: 'zentitle.system.show',
  summary: 'Read the system details of one computer',
  effect: 'read',
  // The one section that states the length.
  input: [required(productId), { ...required(computerId), minLength: 20, maxLength: 20 }],
  answer: { kind: 'record' },
});
