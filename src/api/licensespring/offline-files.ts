/** LicenseSpring's files of clients without a network. */
import { RejectedError } from '../../errors.js';
import type { LicenseFacts, LicenseFileFacts, LicenseProof, OfflineFiles } from '../offline-files.js';
import { parsePublicKey, publicKeyFingerprint } from '../public-key.js';
import { member, readText } from '../read.js';
import { proveFile } from './file-proof.js';
import { signerOf } from './file-signature.js';
import { readLicenseFile, type SignedLicense } from './license-file.js';
import { readLicense } from './read.js';
import { makeRequestFile, readRequestFile } from './request-file.js';
import { verdictOf } from './verdict.js';

export const licensespringFiles: OfflineFiles = {
  makeRequest: makeRequestFile,
  readRequest: readRequestFile,
  verifyLicense,
};

function verifyLicense(text: string, source: string, proof: LicenseProof): LicenseFileFacts {
  const { hardwareId, account, now } = proof;
  const key = parsePublicKey(proof.publicKey);
  const file = readLicenseFile(text, source);
  const { verified, problem } = proveFile(file, {
    key,
    signer: account === null ? null : signerOf(account),
    hardwareId,
  });
  if (problem !== null) {
    throw refused(
      problem.message,
      problem.code,
      'Do not use it: ask for it again, or compare the public key.',
    );
  }
  const facts = (license: SignedLicense): LicenseFacts => {
    if (hardwareId !== null) requireDevice(license, hardwareId);
    return validFacts(license, now);
  };
  const [first, ...others] = file.licenses;
  const firstFacts = facts(first);
  const licenses = [firstFacts, ...others.map(facts)];
  const made = Date.parse(readText(member((file.whole ?? first).body, 'date')) ?? '');
  return {
    provider: 'licensespring',
    valid: true,
    kind: file.kind,
    ...firstFacts,
    issuedAt: Number.isNaN(made) ? null : new Date(made).toISOString(),
    signatures: verified,
    publicKeyFingerprint: publicKeyFingerprint(key),
    deviceChecked: hardwareId !== null,
    licenses: file.kind === 'bundle' ? licenses : null,
  };
}

/** Hardware ids are signed in lower case, so case does not tell them apart. */
function requireDevice({ body }: SignedLicense, wanted: string): void {
  const device = readText(member(body, 'hardware_id'));
  if (device?.toLowerCase() === wanted.toLowerCase()) return;
  throw refused(
    `The licence is for ${device === null ? 'no device by name' : `the device ${device}`}, not for ${wanted}.`,
    'hardware_id_mismatch',
    'Ask for a licence with a request that was made on this device.',
  );
}

/** By our clock: what the server said of expiry was true when it wrote the file. */
function validFacts({ body }: SignedLicense, now: number): LicenseFacts {
  const license = readLicense({ ...body, is_expired: null }, now);
  const { valid, reason, message } = verdictOf(license);
  if (!valid) {
    const until = license.expiresAt === null ? '' : ` It is valid until ${license.expiresAt}.`;
    const when = reason === 'license_expired' ? `${until} The clock of this computer says so.` : '';
    throw refused(
      `${message.replace(/\.$/, '')}.${when}`,
      reason ?? 'license_not_valid',
      'The signatures hold.',
    );
  }
  return {
    key: license.key,
    username: license.username === null ? readText(member(body, 'username')) : String(license.username),
    product: license.product,
    deviceId: readText(member(body, 'hardware_id')),
    status: license.status,
    type: license.type,
    trial: license.trial,
    startsAt: textOf(license.startsAt),
    expiresAt: license.expiresAt,
    maintenanceEndsAt: license.maintenanceEndsAt,
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function refused(message: string, code: string, hint: string): RejectedError {
  return new RejectedError(message, { code, hint, provider: 'licensespring' });
}
