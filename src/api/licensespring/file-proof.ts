/**
 * Whether a licence file is as the vendor signed it, and if not, what was changed, as far as the signatures can tell.
 *
 * - `license_signature`: RSA over hardware id, key or user, and end of validity.
 * - `license_signature_v2`: RSA over the object without the signatures of both names; in files that renew a licence
 *   without its own name alone (License API v4 documentation, response signature v2).
 * - `offline_signature`: HMAC over date, key or user, and hardware id, which only the account can verify.
 */
import type { KeyObject } from 'node:crypto';
import { joinWords } from '../input-errors.js';
import { withoutMembers } from '../json-members.js';
import { isObject, type JsonObject, member, readText } from '../read.js';
import { isBodySigned, isLicenseSigned, type SignatureProblem, withoutAccount } from './answer-signature.js';
import { type Signer, signFiveLines } from './file-signature.js';
import type { LicenseFile, SignedLicense } from './license-file.js';

const V1 = 'license_signature';
const V2 = 'license_signature_v2';
const OFFLINE = 'offline_signature';
const BUNDLE = 'bundle_signature_v2';

export interface ProofMeans {
  readonly key: KeyObject;
  /** null when the HMAC is not to be verified. */
  readonly signer: Signer | null;
  /** A device that the file should be for: helps to tell whether its hardware id was changed. */
  readonly hardwareId?: string | null;
}

export interface Proof {
  /** Names of the signatures that hold, each once. */
  readonly verified: readonly string[];
  /** null when all that must be signed is. */
  readonly problem: SignatureProblem | null;
}

export function proveFile({ kind, whole, licenses }: LicenseFile, means: ProofMeans): Proof {
  const inner = licenses.map((license) => proveLicense(license, means));
  const outer = whole === null ? null : proveBundle(whole, licenses, means);
  const verified = [...new Set([...(outer?.verified ?? []), ...inner.flatMap((proof) => proof.verified)])];
  // What covers all the licences, with their signatures, needs none of them besides.
  if (outer?.problem === null) return { verified, problem: null };
  const problems = inner.map(({ problem }, index) =>
    problem === null ? null : placed(problem, kind, index),
  );
  const found = [...problems, outer?.problem ?? null].filter((problem) => problem !== null);
  const problem = found.find(({ code }) => code === 'signature_mismatch') ?? found[0] ?? null;
  return { verified, problem };
}

function placed(
  { code, message }: SignatureProblem,
  kind: LicenseFile['kind'],
  index: number,
): SignatureProblem {
  return { code, message: kind === 'bundle' ? `Licence ${index + 1} of the bundle: ${message}` : message };
}

/**
 * Over the object without it: not documented, by analogy with that of a licence. Its `offline_signature` names a key
 * that need not be in the file, so only one that matches tells anything. null when the bundle is not signed as a whole.
 */
function proveBundle(
  { text, body }: SignedLicense,
  licenses: LicenseFile['licenses'],
  means: ProofMeans,
): Proof | null {
  const signature = readText(member(body, BUNDLE));
  if (signature === null) return null;
  if (!isBodySigned(withoutMembers(text, [BUNDLE]), signature, means.key)) {
    return { verified: [], problem: mismatch([BUNDLE], 'the bundle was changed', true) };
  }
  const byAccount = licenses.some(
    (license) => accountSignature({ ...license.body, ...body }, means).state === 'good',
  );
  return { verified: byAccount ? [BUNDLE, OFFLINE] : [BUNDLE], problem: null };
}

type State = 'good' | 'bad' | 'absent';

/** A signature, how it stands, and the members that it covers. */
interface Finding {
  readonly name: string;
  readonly state: State;
  readonly covers: readonly string[];
}

function proveLicense(license: SignedLicense, means: ProofMeans): Proof {
  const v1 = partSignature(license, means);
  const offline = accountSignature(license.body, means);
  const v2 = wholeSignature(license, means);
  const verified = [v1, v2, offline].filter(({ state }) => state === 'good').map(({ name }) => name);
  const bad = [v1, v2, offline].filter(({ state }) => state === 'bad').map(({ name }) => name);
  if (bad.length > 0) {
    const unsure = v1.state !== 'good' && v2.state !== 'good';
    return { verified, problem: mismatch(bad, changeIn(license, means, v1, v2, offline), unsure) };
  }
  if (v2.state === 'absent') return { verified, problem: missing(V2) };
  // Answers to an activation have both; a file that renews a licence may do without.
  if (v1.state === 'absent' && member(license.body, OFFLINE) !== undefined)
    return { verified, problem: missing(V1) };
  return { verified, problem: null };
}

function partSignature(license: SignedLicense, { key }: ProofMeans): Finding {
  const { body } = license;
  const holder = holderFields(body)[0] ?? 'license_key';
  const covers = ['hardware_id', holder, 'validity_period'];
  const signature = readText(member(body, V1));
  if (signature === null) return { name: V1, state: 'absent', covers };
  return { name: V1, state: isPartSigned(body, signature, key, hardwareIdIn(body)) ? 'good' : 'bad', covers };
}

function isPartSigned(body: JsonObject, signature: string, key: KeyObject, hardwareId: string): boolean {
  const validity = readText(member(body, 'validity_period'));
  return isLicenseSigned({ hardwareId, holders: holdersIn(body), validity }, signature, key);
}

function wholeSignature({ text, body }: SignedLicense, { key }: ProofMeans): Finding {
  const signature = readText(member(body, V2));
  if (signature === null) return { name: V2, state: 'absent', covers: [] };
  const texts = [withoutMembers(text, [V1, V2]), withoutMembers(text, [V2])];
  const good = texts.some((one) => isBodySigned(one, signature, key));
  return { name: V2, state: good ? 'good' : 'bad', covers: [] };
}

/** `absent` also where nobody can verify it here. */
function accountSignature(body: JsonObject, { signer }: ProofMeans): Finding {
  const holder = holderFields(body)[0] ?? 'license_key';
  const covers = ['date', holder, 'hardware_id'];
  const signature = readText(member(body, OFFLINE));
  if (signature === null || signer === null) return { name: OFFLINE, state: 'absent', covers };
  const date = readText(member(body, 'date')) ?? '';
  const holders = holdersIn(body).flatMap((one) => [one, withoutAccount(one)]);
  const good = holders.some(
    (one) => signFiveLines(signer, date, one, hardwareIdIn(body)) === signature.trim(),
  );
  return { name: OFFLINE, state: good ? 'good' : 'bad', covers };
}

/**
 * What one change would explain it: what all the failed signatures cover, without what a good one proves. Said as a
 * clause.
 */
function changeIn(
  { body }: SignedLicense,
  means: ProofMeans,
  v1: Finding,
  v2: Finding,
  offline: Finding,
): string {
  if (v2.state === 'good') {
    return v1.state === 'bad'
      ? `${V1} itself was changed`
      : 'it was made for another account than that of this context';
  }
  const signature = readText(member(body, V1));
  if (v1.state === 'bad' && signature !== null && typeof means.hardwareId === 'string') {
    if (isPartSigned(body, signature, means.key, means.hardwareId)) return 'hardware_id was changed';
  }
  const parts = [v1, offline];
  const proved = parts.filter(({ state }) => state === 'good').flatMap(({ covers }) => covers);
  const failed = parts.filter(({ state }) => state === 'bad').map(({ name, covers }) => [...covers, name]);
  const [first = [], ...others] = failed;
  const suspects = first.filter(
    (name) => !proved.includes(name) && others.every((covers) => covers.includes(name)) && name !== V1,
  );
  if (suspects.length > 0) return `${joinWords(suspects, 'or')} was changed`;
  const except = proved.length === 0 ? '' : ` other than ${joinWords([...new Set(proved)])}`;
  return `something${except} was changed`;
}

/** @param unsure nothing in the file is known to be signed with this key */
function mismatch(names: readonly string[], change: string, unsure: boolean): SignatureProblem {
  const verb = names.length === 1 ? 'does' : 'do';
  const otherwise = unsure ? ', or it was signed with another key' : '';
  return {
    code: 'signature_mismatch',
    message: `${joinWords(names)} ${verb} not match: ${change} after the file was made${otherwise}.`,
  };
}

function missing(name: string): SignatureProblem {
  return { code: 'signature_missing', message: `The file has no ${name}: nothing proves what it says.` };
}

/** Members that may hold the holder of the licence, those that are there first. */
function holderFields(body: JsonObject): readonly string[] {
  return ['license_key', 'username', 'user'].filter((name) => (member(body, name) ?? null) !== null);
}

function holdersIn(body: JsonObject): readonly string[] {
  const user = member(body, 'user');
  return [
    readText(member(body, 'username')),
    isObject(user) ? readText(member(user, 'email')) : null,
    readText(member(body, 'license_key')),
  ].filter((holder) => holder !== null);
}

function hardwareIdIn(body: JsonObject): string {
  return readText(member(body, 'hardware_id')) ?? '';
}
