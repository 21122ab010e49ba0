/** LicenseSpring: request files of clients without a network, sent for them. */
import { AuthenticationError, type LicensectlError, RejectedError } from '../../../errors.js';
import type { Answer, Client } from '../../client.js';
import type { LicenseFileRecord } from '../../device-records.js';
import type { RequestFacts, RequestKind } from '../../offline-files.js';
import type { Input, Operation } from '../../operation.js';
import type { Ask, Capabilities, CapabilityDeps } from '../../provider.js';
import { parsePublicKey } from '../../public-key.js';
import { isObject, type JsonObject, member, readText } from '../../read.js';
import type { DeactivationRecord } from '../../records.js';
import { unexpectedAnswer } from '../../refusal.js';
import { signaturePolicy } from '../../signature-policy.js';
import { isForAnotherProduct, type SignatureProblem, withoutAccount } from '../answer-signature.js';
import { proveFile } from '../file-proof.js';
import { deactivation, expectDeactivated } from '../license-answer.js';
import { fileIn, type LicenseFile } from '../license-file.js';
import {
  activateBundleOffline,
  activateOffline,
  deactivateBundleOffline,
  deactivateOffline,
} from '../operations-offline.js';
import { readLicense } from '../read.js';
import { readRequestFile } from '../request-file.js';

export type LicenseFiles = NonNullable<Capabilities['licenseFiles']>;

export function createLicenseFiles(client: Client, deps: CapabilityDeps): LicenseFiles {
  const send = async (row: Operation, request: RequestFacts): Promise<Answer> => {
    try {
      return await client.call(row, { request: request.content });
    } catch (error) {
      throw error instanceof AuthenticationError && error.code === 'signature_mismatch'
        ? ofTheFile(error)
        : error;
    }
  };

  const activate =
    (row: Operation): Ask<LicenseFileRecord> =>
    async (input) => {
      const request = requestIn(input, 'activation');
      const answer = await send(row, request);
      const file = fileIn(answer.body);
      if (file === null) throw unexpectedAnswer('licensespring', answer, row, 'a licence file');
      const verified = proveAnswer(file, request, deps, { row, answer });
      return { value: record(file, request, deps.now(), verified, answer), raw: answer.body };
    };

  const deactivate =
    (row: Operation): Ask<DeactivationRecord> =>
    async (input) => {
      const request = requestIn(input, 'deactivation');
      const answer = await send(row, request);
      expectDeactivated(answer, row);
      const { key, product, deviceId } = request;
      const value = deactivation({ license_key: key, product, hardware_id: deviceId });
      return { value, raw: answer.body };
    };

  return {
    activate: activate(activateOffline),
    activateBundle: activate(activateBundleOffline),
    deactivate: deactivate(deactivateOffline),
    deactivateBundle: deactivate(deactivateBundleOffline),
  };
}

/** @throws UsageError when it is no request file, or one of the other kind */
function requestIn(input: Input, kind: RequestKind): RequestFacts {
  return readRequestFile(readText(input.request) ?? '', 'The request', kind);
}

/** Call and file are signed with the same key, and the server's code for both is the same. */
function ofTheFile({
  message,
  code,
  provider,
  operation,
  httpStatus,
  cause,
}: AuthenticationError): AuthenticationError {
  return new AuthenticationError(message, {
    code,
    hint:
      'The request file was changed after it was made, or made with another shared key than that of this context; ' +
      'if other calls are refused, too, check the context: licensectl login',
    provider,
    operation,
    httpStatus,
    cause,
  });
}

/**
 * The file proves itself, wherever it goes; so the header of the answer is not looked at.
 * @returns whether it is proved: that it comes from the vendor and is for the device and licence of the request
 * @throws RejectedError when it is not and the context requires it
 */
function proveAnswer(
  file: LicenseFile,
  request: RequestFacts,
  { settings, notice }: CapabilityDeps,
  call: { readonly row: Operation; readonly answer: Answer },
): boolean {
  const policy = signaturePolicy(settings);
  if (policy === 'off') return false;
  if (settings.publicKey === undefined) {
    notice(NO_KEY, 'answers_not_verified');
    return false;
  }
  const key = parsePublicKey(settings.publicKey);
  const problem = proveFile(file, { key, signer: null }).problem ?? otherRequest(file, request, call.row);
  if (problem === null) return true;
  if (policy === 'require') throw refusal(problem, call);
  notice(`${problem.message} It is handed over all the same, as this context only warns.`, problem.code);
  return false;
}

const NO_KEY =
  'Nothing proves that this licence file comes from the vendor: this context has no public key. Add it with ' +
  'login --public-key FILE, or verify the file with licensectl offline verify.';

/**
 * A good file that somebody has put in the place of the answer. All that the request names must be there; the licences
 * of a bundle have products of their own, and may have keys of their own.
 */
function otherRequest(
  { licenses }: LicenseFile,
  request: RequestFacts,
  row: Operation,
): SignatureProblem | null {
  for (const { body } of licenses) {
    if (differs(request.deviceId, readText(member(body, 'hardware_id')))) return misplaced('device');
    if (differs(userName(request.username), userName(userIn(body)))) return misplaced('user');
    if (row !== activateOffline) continue;
    if (differs(request.key, readText(member(body, 'license_key')))) return misplaced('licence');
    if (isForAnotherProduct(body, request.product)) return misplaced('product');
  }
  return null;
}

function differs(asked: string | null, answered: string | null): boolean {
  return asked !== null && asked.toLowerCase() !== answered?.toLowerCase();
}

function userIn(body: JsonObject): string | null {
  const user = member(body, 'user');
  return readText(member(body, 'username')) ?? (isObject(user) ? readText(member(user, 'email')) : null);
}

function userName(name: string | null): string | null {
  return name === null ? null : withoutAccount(name);
}

function misplaced(what: string): SignatureProblem {
  return {
    code: 'signature_mismatch',
    message: `The answer is a licence file of the vendor, but for another ${what} than that of the request.`,
  };
}

function refusal(
  { code, message }: SignatureProblem,
  { row, answer }: { readonly row: Operation; readonly answer: Answer },
): LicensectlError {
  return new RejectedError(`The answer cannot be trusted. ${message}`, {
    code,
    hint:
      'Nothing was written. The request was sent, and the server may have activated the device. Ask the vendor ' +
      'whether the public key has changed; if not, something between here and the vendor changes answers.',
    provider: 'licensespring',
    operation: row.id,
    httpStatus: answer.status,
  });
}

function record(
  { kind, licenses: [{ body }] }: LicenseFile,
  request: RequestFacts,
  now: number,
  verified: boolean,
  answer: Answer,
): LicenseFileRecord {
  const license = readLicense(body, now);
  return {
    provider: 'licensespring',
    kind,
    key: license.key,
    product: kind === 'bundle' ? request.product : (license.product ?? request.product),
    deviceId: readText(member(body, 'hardware_id')) ?? request.deviceId,
    expiresAt: license.expiresAt,
    signature: verified ? 'verified' : 'unverified',
    certificate: Buffer.from(answer.body.trim(), 'utf8').toString('base64'),
  };
}
