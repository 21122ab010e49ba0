/** The offline calls of the License API v4: a request file goes out as Base64 text. */
import { text } from '../field-kinds.js';
import type { Field, Operation } from '../operation.js';
import { DEACTIVATED, row } from './row.js';

const REQUEST: Field = text('request', 'Content of the request file: Base64 of one JSON object.', {
  required: true,
});

/** The answer is a file that proves itself, and that the server may not give again. */
export const activateOffline = row({
  id: 'licensespring.offline.activate',
  method: 'POST',
  call: 'activate_offline',
  summary: 'Answers an offline activation request.',
  effect: 'write',
  encoding: 'text',
  input: [REQUEST],
  answer: { kind: 'certificate' },
});

export const deactivateOffline = row({
  id: 'licensespring.offline.deactivate',
  method: 'POST',
  call: 'deactivate_offline',
  summary: 'Takes an offline deactivation request.',
  effect: 'destroy',
  encoding: 'text',
  input: [REQUEST],
  answer: DEACTIVATED,
});

export const activateBundleOffline = row({
  id: 'licensespring.offline.activate-bundle',
  method: 'POST',
  call: 'activate_bundle_offline',
  summary: 'Answers an offline activation request for a bundle.',
  effect: 'write',
  encoding: 'text',
  input: [REQUEST],
  answer: { kind: 'certificate' },
  guess: 'What it answers is described by the type of the vendor’s client alone.',
});

export const deactivateBundleOffline = row({
  id: 'licensespring.offline.deactivate-bundle',
  method: 'POST',
  call: 'deactivate_bundle_offline',
  summary: 'Takes an offline deactivation request for a bundle.',
  effect: 'destroy',
  encoding: 'text',
  input: [REQUEST],
  answer: DEACTIVATED,
});

export const offlineOperations: readonly Operation[] = [
  activateOffline,
  deactivateOffline,
  activateBundleOffline,
  deactivateBundleOffline,
];
