/** The seven calls of the Babel licensing operations page, and the table of all. */
import type { Operation } from '../operation.js';
import { KEY, KEY_ON_MACHINE, TOKEN } from './fields.js';
import { managementOperations } from './operations-management.js';

const NO_REQUIRED = 'The page marks no field as required; machine and client are what a seat is bound to.';

const licensing = (
  verb: string,
  parts: Pick<Operation, 'summary' | 'effect' | 'input'> & { guess?: string },
): Operation => ({
  id: `babel.license.${verb}`,
  provider: 'babel',
  method: 'POST',
  path: `/v1/license/${verb}`,
  encoding: 'json',
  answer: { kind: 'record' },
  source: 'Babel licensing operations page',
  ...parts,
});

/** `create`: nothing says that a second activation of the same machine gets the same seat. */
export const activateLicense = licensing('activate', {
  summary: 'Activates a licence on a machine.',
  effect: 'create',
  input: KEY_ON_MACHINE,
  guess: NO_REQUIRED,
});

export const deactivateLicense = licensing('deactivate', {
  summary: 'Frees the seat of a machine.',
  effect: 'destroy',
  input: KEY_ON_MACHINE,
  guess: NO_REQUIRED,
});

/** `create`: a second request may take a second seat. */
export const requestLicense = licensing('request', {
  summary: 'Takes a floating seat.',
  effect: 'create',
  input: KEY_ON_MACHINE,
  guess: NO_REQUIRED,
});

/** `write`: gives back the one seat that the token proves to be ours; the second time there is none to lose. */
export const releaseLicense = licensing('release', {
  summary: 'Gives back a floating seat.',
  effect: 'write',
  input: TOKEN,
});

export const heartbeatLicense = licensing('heartbeat', {
  summary: 'Renews a floating seat.',
  effect: 'write',
  input: TOKEN,
});

/** `read`: takes no seat and changes no licence. */
export const validateLicense = licensing('validate', {
  summary: 'Whether a licence is valid on a machine.',
  effect: 'read',
  input: KEY_ON_MACHINE,
  guess: 'The server may note the time of the call as a sign of life. The page marks no field as required.',
});

export const licenseInfo = licensing('info', {
  summary: 'A licence and its seats.',
  effect: 'read',
  input: KEY,
});

export const babelOperations: readonly Operation[] = [
  activateLicense,
  deactivateLicense,
  requestLicense,
  releaseLicense,
  heartbeatLicense,
  validateLicense,
  licenseInfo,
  ...managementOperations,
];
