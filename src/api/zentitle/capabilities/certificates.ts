/** What travels by file: offline activation and deactivation, and passive licences. */
import type { Client } from '../../client.js';
import type { Input, Operation } from '../../operation.js';
import type { Capabilities, Read } from '../../provider.js';
import { readText } from '../../read.js';
import type { CertificateRecord } from '../../records.js';
import { certificateOf } from '../answers.js';
import { activateOffline, createPassiveLicense, deactivateOffline } from '../operations/offline.js';

export function certificateCapabilities(
  client: Client,
): Required<Pick<Capabilities, 'activate' | 'offline' | 'passive'>> {
  const issued = async (
    operation: Operation,
    kind: CertificateRecord['kind'],
    input: Input,
  ): Promise<Read<CertificateRecord>> => {
    const answer = await client.call(operation, input);
    return {
      value: {
        provider: 'zentitle',
        product: readText(input.productid) ?? '',
        kind,
        certificate: certificateOf(answer, operation),
        clientId: readText(input.clientid),
      },
      raw: answer.body,
    };
  };

  const certificate = (input: Input): Promise<Read<CertificateRecord>> =>
    issued(activateOffline, 'activation', unbroken(input, 'activationcertificate'));

  return {
    /** The one way that the Web API activates a client; which code and computer, only the certificate says. */
    async activate(input) {
      const { value, raw } = await certificate(input);
      return {
        value: {
          provider: 'zentitle',
          key: null,
          product: value.product,
          deviceId: null,
          status: 'activated',
          activatedAt: null,
          expiresAt: null,
          activationsUsed: null,
          activationsAllowed: null,
          certificate: value.certificate,
        },
        raw,
      };
    },

    offline: {
      certificate,
      async deactivate(input) {
        const answer = await client.call(deactivateOffline, unbroken(input, 'deactivationcertificate'));
        return {
          value: {
            provider: 'zentitle',
            key: null,
            product: readText(input.productid),
            deviceId: null,
            status: 'deactivated',
            removed: null,
            activationsUsed: null,
            activationsAllowed: null,
          },
          raw: answer.body,
        };
      },
    },

    passive: { create: (input) => issued(createPassiveLicense, 'passive', input) },
  };
}

/** Mail and editors break the long line of a request; the certificate itself has no blanks. */
function unbroken(input: Input, field: string): Input {
  const text = input[field];
  return typeof text === 'string' ? { ...input, [field]: text.replace(/\s+/g, '') } : input;
}
