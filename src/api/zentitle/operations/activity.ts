/** Activations of a code, and the computers behind them. */
import type { Operation } from '../../operation.js';
import { computerId, licenseCode, productId } from './fields.js';
import { noted, READERS, required, row, WRITERS } from './row.js';

export const showActivity: Operation = row('GET', 'LicenseCodeActivity', {
  id: 'zentitle.activity.show',
  summary: 'List the activations of a licence code',
  effect: 'read',
  keyKinds: READERS,
  input: [
    required(productId),
    required(licenseCode),
    { name: 'activated', type: 'boolean', wire: 'bit', note: 'Current activations only.' },
    {
      name: 'getsysinfo',
      type: 'boolean',
      wire: 'bit',
      flag: 'system-info',
      note: 'Add system details of each computer.',
    },
  ],
  // The empty text is a documented answer here, and here alone: a code without activity.
  answer: { kind: 'records', texts: [''] },
});

export const returnActivity: Operation = row('PUT', 'LicenseCodeActivity', {
  id: 'zentitle.activity.return',
  summary: 'Mark every activation of a licence code as returned',
  effect: 'destroy-wide',
  keyKinds: WRITERS,
  input: [required(productId), required(licenseCode)],
  answer: { kind: 'undocumented' },
});

export const deleteActivity: Operation = row('DELETE', 'LicenseCodeActivity', {
  id: 'zentitle.activity.delete',
  summary: 'Delete the activity of a licence code on one computer, or all of it',
  effect: 'destroy-wide',
  narrowedBy: 'computerid',
  keyKinds: WRITERS,
  input: [
    required(productId),
    required(licenseCode),
    noted('Computer to free; left out, all activity of the code goes.', computerId),
  ],
  answer: { kind: 'undocumented' },
});

export const listComputerCodes: Operation = row('GET', 'ActivatedLicenseCodes', {
  id: 'zentitle.activity.by-computer',
  summary: 'List the codes that are active on one computer',
  effect: 'read',
  keyKinds: READERS,
  input: [required(computerId)],
  answer: { kind: 'records' },
});

export const showSystemDetails: Operation = row('GET', 'SystemDetails', {
  id: 'zentitle.system.show',
  summary: 'Read the system details of one computer',
  effect: 'read',
  keyKinds: READERS,
  input: [required(productId), required(computerId)],
  answer: { kind: 'record' },
});
