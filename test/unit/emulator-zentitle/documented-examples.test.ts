import { describe, expect, test } from 'vitest';
import { readExamples, startService } from './service.js';

/** Lists of everything: the document shows the first rows of a world that holds more. */
const FIRST_ROWS = ['GET Products', 'GET CompaniesProducts'];
/** Answers that hold something new each time. */
const NEW_EACH_TIME: Readonly<Record<string, RegExp>> = {
  'License Codes Created Successfully : 312410225741720791,312454637520703730':
    /^License Codes Created Successfully : \d{18},\d{18}$/,
  'Passive License Created Successfully.\n<certificate>':
    /^Passive License Created Successfully\.\n[0-9a-f]{1392}$/,
  '<certificate>': /^[0-9a-f]{1946}$/,
};
/** Examples without an output, with what the emulator assumes. */
const ASSUMED: Readonly<Record<string, RegExp>> = {
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

const examples = readExamples();

describe('every documented example on a fresh world', () => {
  // The name in POST Profile must be new, but PUT Profile starts from a profile of that very name.
  const fresh = examples.filter(({ operation }) => operation !== 'POST Profile');

  test.each(fresh.map((example, index) => ({ ...example, title: `${example.operation} (${index})` })))(
    '$title',
    ({ operation, input, output }) => {
      const answer = startService().ok(operation, input);
      const pattern = output === undefined ? ASSUMED[operation] : NEW_EACH_TIME[String(output)];
      if (pattern !== undefined) expect(answer).toMatch(pattern);
      else if (FIRST_ROWS.includes(operation) && Array.isArray(output)) {
        expect((answer as unknown[]).slice(0, output.length)).toEqual(output);
      } else expect(answer).toEqual(output);
    },
  );

  test('the example of POST Profile works once the profile of that name has its new one', () => {
    const service = startService();
    const input = (operation: string) => examples.find((one) => one.operation === operation)?.input;
    expect(service.refused('POST Profile', input('POST Profile'))).toMatch(/already exists/);
    expect(service.ok('PUT Profile', input('PUT Profile'))).toBe('Profile Updated Successfully');
    expect(service.ok('POST Profile', input('POST Profile'))).toBe('Profile Created Successfully');
  });

  test('members come in the order of the document', () => {
    const service = startService();
    for (const { operation, input, output } of examples.filter(
      (one) => typeof one.output === 'object' && !FIRST_ROWS.includes(one.operation),
    )) {
      expect(JSON.stringify(service.ok(operation, input))).toBe(JSON.stringify(output));
    }
  });
});
