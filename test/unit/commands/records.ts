/** Records that the tests of several commands return. */
import type { ActivationRecord, CertificateRecord, DeactivationRecord } from '../../../src/api/records.js';

export const ACTIVATION: ActivationRecord = {
  provider: 'licensespring',
  key: '1111-2222-3333-4444',
  product: 'lsprod',
  deviceId: 'HWID-1',
  status: 'activated',
  activatedAt: null,
  expiresAt: null,
  activationsUsed: 2,
  activationsAllowed: 5,
};

export const DEACTIVATION: DeactivationRecord = {
  provider: 'zentitle',
  key: '206454320110930859',
  product: '6872450105',
  deviceId: null,
  status: 'deactivated',
  removed: 3,
  activationsUsed: null,
  activationsAllowed: null,
};

export const CERTIFICATE: CertificateRecord = {
  provider: 'zentitle',
  product: '6872450105',
  kind: 'activation',
  certificate: 'c0ffee',
  clientId: null,
};
