/** Certificates for clients without a connection: activation and deactivation by file, and passive licences. */
import { list, text } from '../../field-kinds.js';
import type { Operation } from '../../operation.js';
import { companyId, customFields, productId, profileName } from './fields.js';
import { noted, required, row, says } from './row.js';

/** A GET by its verb, yet each call grants an activation. The request is long text made by the client; not always hex. */
export const activateOffline: Operation = row('GET', 'OfflineActivation', {
  id: 'zentitle.offline.certificate',
  summary: "Exchange a client's activation request for an activation certificate",
  effect: 'create',
  keyKinds: ['read-only', 'read-write', 'offline'],
  input: [
    required(productId),
    text('activationcertificate', 'Activation request that the client made.', {
      required: true,
      flag: 'request',
    }),
  ],
  answer: { kind: 'certificate' },
});

export const deactivateOffline: Operation = row('DELETE', 'OfflineActivation', {
  id: 'zentitle.offline.deactivate',
  summary: 'Deactivate a client by its deactivation certificate',
  effect: 'destroy',
  keyKinds: ['read-write', 'offline'],
  input: [
    required(productId),
    text('deactivationcertificate', 'Deactivation certificate that the client made.', {
      required: true,
      flag: 'certificate',
    }),
  ],
  answer: says('OK'),
});

export const createPassiveLicense: Operation = row('POST', 'PassiveLicense', {
  id: 'zentitle.passive.create',
  summary: 'Create the activation certificate of a passive licence',
  effect: 'create',
  input: [
    required(productId),
    text('clientid', 'Id of the client machine, 10 to 255 characters.', {
      required: true,
      minLength: 10,
      maxLength: 255,
      flag: 'client-id',
    }),
    companyId,
    profileName,
    list('features', 'Feature to enable.', [text('featurecode', 'Feature code.', { required: true })], {
      flag: 'feature',
    }),
    customFields,
  ],
  answer: { kind: 'certificate', texts: ['Passive License Created Successfully.'] },
});

export const createMasterLicense: Operation = row('POST', 'NetworkMasterLicense', {
  id: 'zentitle.network-master.create',
  summary: 'Create the master licence that activates a LAN daemon',
  effect: 'create',
  input: [required(productId), noted('Company id; 0 or nothing for no company.', companyId)],
  answer: { kind: 'undocumented' },
});
