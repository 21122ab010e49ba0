/** What Babel offers: activation, validation, licence details, and floating seats held by a token. */
import { LicensectlError } from '../../errors.js';
import type { Answer, Client } from '../client.js';
import type { Input, Operation } from '../operation.js';
import type { Capabilities, CapabilityDeps, Read } from '../provider.js';
import { isObject, type JsonObject, member, readBoolean, readText } from '../read.js';
import type { Verdict } from '../records.js';
import { bodyBehind, unexpectedAnswer } from '../refusal.js';
import { isVerdict } from './errors.js';
import {
  activateLicense,
  deactivateLicense,
  heartbeatLicense,
  licenseInfo,
  releaseLicense,
  requestLicense,
  validateLicense,
} from './operations.js';
import {
  readActivation,
  readFreed,
  readGrant,
  readGrantedLicense,
  readHeartbeat,
  readInfo,
  readReleased,
} from './read.js';

export function createBabelCapabilities(client: Client, deps: CapabilityDeps): Capabilities {
  const calling =
    <T>(operation: Operation, read: (body: JsonObject, input: Input, now: number) => T, key?: string) =>
    async (input: Input): Promise<Read<T>> => {
      const answer = await client.call(operation, input);
      return { value: read(objectIn(answer, operation, key), input, deps.now()), raw: answer.body };
    };

  const validate = calling(validateLicense, validated);

  return {
    activate: calling(activateLicense, readActivation),
    deactivate: calling(deactivateLicense, readFreed),
    show: calling(licenseInfo, readInfo, 'licenseId'),

    /** A machine without an activation is answered with an error, the name of which is not published. */
    async check(input) {
      try {
        return await validate(input);
      } catch (error) {
        if (!(error instanceof LicensectlError) || !isVerdict(error)) throw error;
        return { value: refused(input, error.code, error.message), raw: bodyBehind(error) };
      }
    },

    seats: {
      request: calling(requestLicense, readGrant),
      heartbeat: calling(heartbeatLicense, readHeartbeat),
      release: calling(releaseLicense, readReleased),
    },
  };
}

/**
 * @param key the member that the answer cannot be without; most are left out when they are zero or false.
 * @throws when the answer is no JSON object, or lacks that.
 */
function objectIn(answer: Answer, operation: Operation, key?: string): JsonObject {
  const { value } = answer;
  if (isObject(value) && (key === undefined || readText(member(value, key)) !== null)) return value;
  const expected = key === undefined ? 'a JSON object' : `a JSON object with ${key}`;
  throw unexpectedAnswer('babel', answer, operation, expected);
}

function validated(body: JsonObject, input: Input, now: number): Verdict {
  const license = readGrantedLicense(body, input, now);
  if (readBoolean(member(body, 'success')) !== true) {
    const said = readText(member(body, 'message')) ?? 'The licence is not valid on this machine.';
    return { ...refused(input, 'not_valid', said), license };
  }
  return {
    provider: 'babel',
    key: readText(input.userKey),
    valid: true,
    reason: null,
    message: 'The licence is valid on this machine.',
    license,
  };
}

function refused(input: Input, reason: string, message: string): Verdict {
  return { provider: 'babel', key: readText(input.userKey), valid: false, reason, message, license: null };
}
