import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentedExamples } from '../../fixtures/zentitle-document/document.js';
import { exampleInput, OFFLINE_REQUEST, startService, startServiceFor } from './service.js';

/** Lists of everything: the document shows the first rows of a world that holds more. */
const FIRST_ROWS = ['GET Products', 'GET CompaniesProducts'];
/** Answers that hold something new each time, by call; to an import the answer is always OK. */
const NEW_EACH_TIME: Readonly<Record<string, RegExp>> = {
  'POST LicenseCode': /^License Codes Created Successfully : \d{18},\d{18}$/,
  'POST PassiveLicense': /^Passive License Created Successfully\.\n[0-9a-f]{1392}$/,
  'GET OfflineActivation': /^[0-9a-f]{1946}$/,
};
/** Examples without an output, with what the emulator assumes. */
const ASSUMED: Readonly<Record<string, RegExp>> = {
  'POST Product': /^Product Created Successfully$/,
  'POST NetworkMasterLicense': /^Network Master License Created Successfully\.\n[0-9a-f]{1392}$/,
  'POST DataStreamer': /^Event Created Successfully$/,
  'GET NextLicenseCode': /^\d{18},\d{18}$/,
  'PUT LicenseCodeActivity': /^OK$/,
  'DELETE LicenseCodeActivity': /^OK$/,
  'POST LicenseNote': /^License Note Created Successfully$/,
  'PUT LicenseNote': /^License Note Updated Successfully$/,
  'DELETE LicenseNote': /^License Note Deleted Successfully$/,
  'POST Company': /^Company Created Successfully$/,
  'PUT Company': /^Company Updated Successfully$/,
  'DELETE Company': /^Company Deleted Successfully$/,
  'POST Group': /^Group Created Successfully$/,
  'PUT Group': /^Group Updated Successfully$/,
  'DELETE Group': /^Group Deleted Successfully$/,
  'POST GroupUser': /^Group User Created Successfully$/,
  'PUT GroupUser': /^Group User Updated Successfully$/,
  'DELETE GroupUser': /^Group User Deleted Successfully$/,
  'PUT GroupUserPassword': /^Group User Password Updated Successfully$/,
  'POST GroupLicenseCode': /^Group License Code Assigned Successfully$/,
  'DELETE GroupLicenseCode': /^Group License Code Unassigned Successfully$/,
  'POST GroupUserLicense': /^Group User License Created Successfully$/,
  'POST ConsumerData': /^Consumer Data Created Successfully$/,
  'GET AuthenticateUser': /^User Authenticated Successfully$/,
};

describe('every documented example on a fresh world', () => {
  // The name in POST Profile must be new, but PUT Profile starts from a profile of that very name.
  const fresh = documentedExamples.filter(({ call }) => call !== 'POST Profile');

  test.each(fresh.map((example, index) => ({ ...example, title: `${example.call} (${index})` })))(
    '$title',
    ({ call, input, output }) => {
      const service = startServiceFor(call);
      const answer =
        call === 'POST DataStreamer' ? service.stream(input ?? {}).body : service.ok(call, input);
      const patterns = output === undefined ? ASSUMED : NEW_EACH_TIME;
      const pattern = output === 'OK' ? undefined : patterns[call];
      if (pattern !== undefined) expect(answer).toMatch(pattern);
      else if (FIRST_ROWS.includes(call) && Array.isArray(output)) {
        expect((answer as unknown[]).slice(0, output.length)).toEqual(output);
      } else expect(answer).toEqual(output);
    },
  );

  test('the example of POST Profile works once the profile of that name has its new one', () => {
    const service = startService();
    expect(service.refused('POST Profile', exampleInput('POST Profile'))).toMatch(/already exists/);
    expect(service.ok('PUT Profile', exampleInput('PUT Profile'))).toBe('Profile Updated Successfully');
    expect(service.ok('POST Profile', exampleInput('POST Profile'))).toBe('Profile Created Successfully');
  });

  test('members come in the order of the document', () => {
    const service = startService();
    const answers = documentedExamples.filter(({ output }) => typeof output === 'object');
    for (const { call, input, output } of answers.filter((one) => !FIRST_ROWS.includes(one.call))) {
      expect(JSON.stringify(service.ok(call, input))).toBe(JSON.stringify(output));
    }
  });
});

/** Programs are given the request as a file. */
test('the file of the documented request holds that of the examples', () => {
  const file = new URL('../../fixtures/zentitle-emulator/offline-request.txt', import.meta.url);
  expect(readFileSync(file, 'utf8').trim()).toBe(OFFLINE_REQUEST);
  expect(exampleInput('DELETE OfflineActivation').deactivationcertificate).toBe(OFFLINE_REQUEST);
});
