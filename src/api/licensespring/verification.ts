/**
 * Whether an answer comes from the vendor, and what to do when that is not so. Documented are two signatures: of the
 * whole body, in the header `LicenseSignature`; and of hardware id, holder and validity, in `license_signature` of a
 * licence object. Texts are not signed, nor are releases of seats.
 */
import type { KeyObject } from 'node:crypto';
import { type LicensectlError, RejectedError, UsageError } from '../../errors.js';
import type { Answer, SentCall, WireDeps } from '../client.js';
import { parsePublicKey } from '../public-key.js';
import { isObject, type JsonObject, member, readList, readText } from '../read.js';
import { signaturePolicy } from '../signature-policy.js';
import {
  isBodySigned,
  isForAnotherProduct,
  isLicenseSigned,
  type SignatureProblem,
} from './answer-signature.js';
import { activateLicense, checkLicense } from './operations.js';
import { activateBundle, checkBundle } from './operations-bundle.js';
import { sentFields } from './sent-fields.js';

/** @throws RejectedError `signature_mismatch`, `signature_missing` where the policy requires the proof */
export type Verify = (answer: Answer, sent: SentCall) => void;

/** Calls that answer with `license_signature` in each licence of a bundle. */
const BUNDLE_CALLS: ReadonlySet<string> = new Set([activateBundle.path, checkBundle.path]);
/** Those, and the calls that answer with one licence and its `license_signature`. */
const LICENSE_CALLS: ReadonlySet<string> = new Set([
  activateLicense.path,
  checkLicense.path,
  ...BUNDLE_CALLS,
]);

/** @throws UsageError `invalid_public_key`, and `public_key_missing` where answers must be proved without one */
export function createVerify({ settings, notice }: Pick<WireDeps, 'settings' | 'notice'>): Verify {
  const policy = signaturePolicy(settings);
  if (policy === 'off') return () => {};
  const key = settings.publicKey === undefined ? null : parsePublicKey(settings.publicKey);
  if (key === null && policy === 'require') throw withoutKey();
  let told = false;

  return (answer, sent) => {
    if (!isSignable(answer, sent)) return;
    if (key === null) {
      if (!told) notice(NO_KEY, 'answers_not_verified');
      told = true;
      return;
    }
    const problem = problemOf(answer, sent, key);
    if (problem === null) return;
    if (policy === 'require') throw refusalOf(problem, answer, sent);
    notice(`${problem.message} It is shown all the same, as this context only warns.`, problem.code);
  };
}

const NO_KEY =
  'Nothing proves that LicenseSpring’s answers come from the vendor: there is no public key. ' +
  'Add it with login --public-key FILE or LICENSECTL_PUBLIC_KEY, or say that this is right with ' +
  'login --signatures off or LICENSECTL_SIGNATURES=off.';

function problemOf(answer: Answer, sent: SentCall, key: KeyObject): SignatureProblem | null {
  const header = readText(answer.headers.licensesignature);
  if (header === null) {
    return {
      code: 'signature_missing',
      message: 'The answer of LicenseSpring is not signed: it has no LicenseSignature header.',
    };
  }
  if (!isBodySigned(answer.body, header, key)) {
    return {
      code: 'signature_mismatch',
      message: 'The answer does not come from LicenseSpring as it is: its LicenseSignature does not match.',
    };
  }
  return LICENSE_CALLS.has(pathOf(sent)) ? licenseProblem(answer, sent, key) : null;
}

/**
 * The header proves who wrote the answer, not what was asked: any other signed answer could stand in its place, also
 * an empty list. So there must be a licence, and each must be signed for this device.
 */
function licenseProblem(answer: Answer, sent: SentCall, key: KeyObject): SignatureProblem | null {
  const licenses = Array.isArray(answer.value) ? readList(answer.value) : [answer.value];
  const signatures = licenses.map((license) =>
    isObject(license) ? readText(member(license, 'license_signature')) : null,
  );
  if (licenses.length === 0 || signatures.includes(null)) {
    return {
      code: 'signature_missing',
      message: 'Nothing proves that the answer is to this request: there is no license_signature in it.',
    };
  }
  const fields = sentFields(sent);
  const isProved = licenses.filter(isObject).every((license, index) => {
    const claim = {
      hardwareId: readText(fields.hardware_id) ?? '',
      holders: holdersOf(license, fields, pathOf(sent)),
      validity: readText(member(license, 'validity_period')),
    };
    return isLicenseSigned(claim, signatures[index] ?? '', key);
  });
  const isAnother = licenses.filter(isObject).some((license) => namesAnother(license, fields, pathOf(sent)));
  if (isProved && !isAnother) return null;
  return {
    code: 'signature_mismatch',
    message: isProved
      ? 'The licence in the answer is not the one of this request: it is of another product, or has another id.'
      : 'The licence in the answer is not for this request: its license_signature does not match.',
  };
}

/**
 * The user name of the request, with single sign-on the e-mail of the answer, else the licence key of the request; of
 * a bundle, whose request names one key, each licence may have its own.
 */
function holdersOf(license: JsonObject, sent: JsonObject, path: string): readonly string[] {
  const user = member(license, 'user');
  const email = isObject(user) ? readText(member(user, 'email')) : null;
  const named = readText(sent.username) ?? readText(sent.license_key);
  const holders = BUNDLE_CALLS.has(path)
    ? [named, email, readText(member(license, 'license_key'))]
    : [named ?? email];
  return holders.filter((holder) => holder !== null);
}

/** What the request names and no `license_signature` covers; a bundle has licences of several products. */
function namesAnother(license: JsonObject, sent: JsonObject, path: string): boolean {
  if (BUNDLE_CALLS.has(path) || readText(sent.bundle_code) !== null) return false;
  const [id, asked] = [readText(member(license, 'id')), readText(sent.license_id)];
  if (asked !== null && id !== null && id !== asked) return true;
  return isForAnotherProduct(license, readText(sent.product));
}

/** JSON is signed, but for the answers to releases; of a call in no table nothing is promised. */
function isSignable({ value }: Answer, { operation }: SentCall): boolean {
  const kind = operation?.answer.kind;
  return (kind === 'record' || kind === 'records') && typeof value === 'object' && value !== null;
}

function pathOf({ path }: SentCall): string {
  return (path.split('?')[0] ?? '').replace(/\/+$/, '');
}

function refusalOf({ code, message }: SignatureProblem, answer: Answer, sent: SentCall): LicensectlError {
  return new RejectedError(message, {
    code,
    hint: `Nothing of it was used. ${afterwards(sent)}Ask the vendor whether the key has changed; if not, something between here and the vendor changes answers.`,
    provider: 'licensespring',
    operation: sent.operation?.id,
    httpStatus: answer.status,
  });
}

function withoutKey(): LicensectlError {
  return new UsageError('This context requires signed answers and has no public key to verify them with.', {
    code: 'public_key_missing',
    provider: 'licensespring',
    hint: 'Add the key: licensectl login --public-key FILE, or LICENSECTL_PUBLIC_KEY. Nothing was sent.',
  });
}

/** A changing call may have been carried out by the vendor, whoever wrote the answer. */
function afterwards({ operation }: SentCall): string {
  return operation?.effect === 'read' ? '' : 'The call was sent: whether it took effect is not known. ';
}
