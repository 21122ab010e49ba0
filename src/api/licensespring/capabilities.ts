/** What LicenseSpring offers: activation, check, and seats of floating cloud licences. */
import { LicensectlError } from '../../errors.js';
import type { Client } from '../client.js';
import type { Input } from '../operation.js';
import type { Capabilities, CapabilityDeps, Read } from '../provider.js';
import { readText } from '../read.js';
import type { LicenseRecord, Verdict } from '../records.js';
import { bodyBehind } from '../refusal.js';
import type { LicenseFiles } from './capabilities/license-files.js';
import { createLookUps } from './capabilities/look-ups.js';
import { createUsage } from './capabilities/usage.js';
import { isVerdict } from './errors.js';
import { activation, deactivation, expectDeactivated, licenseObject } from './license-answer.js';
import { activateLicense, checkLicense, deactivateLicense } from './operations.js';
import { readLicense } from './read.js';
import { licenseSeatTaken } from './seat-notices.js';
import { createSeats } from './seats.js';
import { verdictOf } from './verdict.js';

export function createLicenseSpringCapabilities(client: Client, deps: CapabilityDeps): Capabilities {
  /** A check on behalf of `show` and `check`, whose caller may not expect it to take a slot. */
  const look = async (input: Input): Promise<{ license: LicenseRecord; raw: string }> => {
    const answer = await client.call(checkLicense, input);
    const license = readLicense(licenseObject(answer, checkLicense), deps.now());
    if (license.floatingCloud === true) deps.notice(licenseSeatTaken(license, input), 'seat_taken');
    return { license, raw: answer.body };
  };

  const check = async (input: Input): Promise<Read<Verdict>> => {
    try {
      const { license, raw } = await look(input);
      return { value: verdictOf(license), raw };
    } catch (error) {
      if (!(error instanceof LicensectlError) || !isVerdict(error.code)) throw error;
      return { value: refusedVerdict(error, input), raw: bodyBehind(error) };
    }
  };

  return {
    async activate(input) {
      const answer = await client.call(activateLicense, input);
      const body = licenseObject(answer, activateLicense);
      return { value: activation(readLicense(body, deps.now()), body, input), raw: answer.body };
    },

    async deactivate(input) {
      const answer = await client.call(deactivateLicense, input);
      expectDeactivated(answer, deactivateLicense);
      return { value: deactivation(input), raw: answer.body };
    },

    async show(input) {
      const { license, raw } = await look(input);
      return { value: license, raw };
    },

    check,
    seats: createSeats(client, deps),
    ...createUsage(client, deps),
    ...createLookUps(client, deps),
    licenseFiles: licenseFilesWhenCalled(client, deps),
  };
}

/** Few commands want what reads and proves files: it is loaded by the first call. */
function licenseFilesWhenCalled(client: Client, deps: CapabilityDeps): LicenseFiles {
  const files = async (): Promise<LicenseFiles> =>
    (await import('./capabilities/license-files.js')).createLicenseFiles(client, deps);
  return {
    activate: async (input) => (await files()).activate(input),
    activateBundle: async (input) => (await files()).activateBundle(input),
    deactivate: async (input) => (await files()).deactivate(input),
    deactivateBundle: async (input) => (await files()).deactivateBundle(input),
  };
}

function refusedVerdict(error: LicensectlError, input: Input): Verdict {
  return {
    provider: 'licensespring',
    key: readText(input.license_key),
    valid: false,
    reason: error.code,
    message: error.message,
    license: null,
  };
}
