import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/api/client.js';
import type { Operation } from '../../../src/api/operation.js';
import { deleteActivity, showActivity } from '../../../src/api/zentitle/operations/activity.js';
import { allocateCodes, listCodes, nextCode, showCode } from '../../../src/api/zentitle/operations/codes.js';
import { createGroup } from '../../../src/api/zentitle/operations/groups.js';
import {
  activateOffline,
  createPassiveLicense,
  deactivateOffline,
} from '../../../src/api/zentitle/operations/offline.js';
import { updateProfile } from '../../../src/api/zentitle/operations/profiles.js';
import { resetTrial, showTrialStatus } from '../../../src/api/zentitle/operations/trials.js';
import { zentitleOperations } from '../../../src/api/zentitle/operations.js';
import { AuthenticationError } from '../../../src/errors.js';
import { example, examples } from './examples.js';
import { testWire } from './test-client.js';

function authorized(
  settings?: Readonly<Record<string, string | undefined>>,
  secrets?: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const draft = { method: 'GET' as const, url: 'http://127.0.0.1/api/LicenseCode', headers: {} };
  testWire(settings, secrets).authorize(draft, showCode);
  return draft.headers;
}

describe('authorization', () => {
  it('is the documented header, to the letter', () => {
    expect(authorized()).toEqual({
      Authorization: 'bearer 1234:abcd12wV4D1Hxjf',
      'Content-Type': 'application/json',
    });
  });

  it.each([
    ['no customer id', {}, { apiKey: 'key' }, 'no_credentials'],
    ['no key', { customerId: '1234' }, {}, 'no_credentials'],
    ['an empty key', { customerId: '1234' }, { apiKey: '' }, 'no_credentials'],
    [
      'a line break in the key',
      { customerId: '1234' },
      { apiKey: 'secret-key\r\nX-Evil: 1' },
      'malformed_credentials',
    ],
    [
      'a blank in the customer id',
      { customerId: '12 34' },
      { apiKey: 'secret-key' },
      'malformed_credentials',
    ],
  ])('refuses %s and shows no secret', (_, settings, secrets, code) => {
    const attempt = (): unknown => authorized(settings, secrets);
    expect(attempt).toThrow(AuthenticationError);
    expect(attempt).toThrow(
      expect.objectContaining({ code, message: expect.not.stringContaining('secret-key') }),
    );
  });
});

function judged(operation: Operation | undefined, value: unknown, status = 200): string {
  const body = value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  const answer: Answer = { status, headers: {}, body, value };
  try {
    testWire().judge(answer, operation);
    return 'success';
  } catch (error) {
    const { kind, code } = error as { readonly kind: string; readonly code: string };
    return `${kind} ${code}`;
  }
}

describe('judgement of answers', () => {
  it.each(examples.filter(({ output }) => output !== undefined))(
    'takes the documented answer of $call',
    (one) => {
      const row = zentitleOperations.find(({ method, path }) => `${method} ${path.slice(5)}` === one.call);
      expect(row).toBeDefined();
      expect(judged(row, one.output)).toBe('success');
    },
  );

  it.each<[string, Operation, unknown]>([
    ['a count as number', listCodes, 12],
    ['a count as text', listCodes, '12'],
    ['a count in a list', listCodes, [12]],
    ['a count in an object', listCodes, { Count: 12 }],
    ['an empty list', listCodes, []],
    ['null for no record', showCode, null],
    ['nothing at all for no activity', showActivity, undefined],
    ['silence after a deletion', deleteActivity, undefined],
    ['OK after a deletion', deleteActivity, 'OK'],
    ['codes as text', nextCode, '312410225741720791,312454637520703730'],
    ['codes as a list', nextCode, ['312410225741720791', '312454637520703730']],
    ['OK for imported codes', allocateCodes, 'OK'],
    ['a success in an object', updateProfile, { Message: 'Profile Updated Successfully' }],
    ['a success with a full stop', updateProfile, 'Profile updated successfully.'],
    ['true for done', updateProfile, true],
    ['true as text', resetTrial, 'True'],
    ['a flag that says yes', resetTrial, { success: true }],
    ['a flag that says yes, whatever the words', updateProfile, { Success: 'true', Message: 'Saved.' }],
    ['a flag beside an error that is none', deactivateOffline, { success: true, error: null, errors: [] }],
    ['an error code that is none', deleteActivity, { errorCode: 0, removed: 2 }],
    ['generated codes without the sentence', allocateCodes, '312410225741720791,312454637520703730'],
    ['generated codes as a list', allocateCodes, ['312410225741720791', '312454637520703730']],
    ['a receipt for a certificate', deactivateOffline, '8595e2ecc3e0fad7002bfc0b99051c2a5a3b0a86'],
    ['the id of what was made', createGroup, { groupID: 9 }],
    ['a trial that expired', showTrialStatus, 'Trial Expired'],
    ['a trial that does not exist', showTrialStatus, 'Trial does not exist'],
    ['a trial status nobody has seen', showTrialStatus, 'Paused'],
  ])('takes %s', (_, operation, value) => {
    expect(judged(operation, value)).toBe('success');
  });

  it.each<[string, Operation, unknown, string]>([
    ['not found', showCode, 'License code not found', 'not-found not_found'],
    ['the code of an error', nextCode, 'ERR-404', 'rejected zentitle_refused'],
    ['another code of an error', nextCode, ['Error1055'], 'rejected zentitle_refused'],
    [
      'a word with digits where no codes are handed out',
      createGroup,
      'FAULT-12',
      'rejected zentitle_refused',
    ],
    ['absence', showCode, 'Error: No system info data.', 'not-found not_found'],
    ['another absence', updateProfile, 'Profile does not exist.', 'not-found not_found'],
    ['a bad key', listCodes, 'Invalid API Key', 'authentication invalid_credentials'],
    ['a bad customer', listCodes, 'Customer ID not found', 'authentication invalid_credentials'],
    [
      'a bad key in an object',
      listCodes,
      { Message: 'Invalid API key.' },
      'authentication invalid_credentials',
    ],
    [
      'a bad key for a trial',
      showTrialStatus,
      'The API key is not valid',
      'authentication invalid_credentials',
    ],
    ['missing rights', updateProfile, 'This API key does not have permission', 'permission not_permitted'],
    [
      'a key of another kind',
      updateProfile,
      'API Key is not allowed to access this call',
      'permission not_permitted',
    ],
    ['denied access', updateProfile, { message: 'Access denied' }, 'permission not_permitted'],
    ['an empty code bank', nextCode, 'Not enough license codes available', 'rejected code_bank_empty'],
    ['no activity', showActivity, 'No activity', 'not-found no_activity'],
    ['no activations left', activateOffline, 'No activations left', 'rejected activations_used_up'],
    ['a limit', activateOffline, 'Maximum number of clients exceeded', 'rejected activations_used_up'],
    ['a bad certificate', activateOffline, 'Certificate could not be read', 'rejected certificate_invalid'],
    ['a converted trial', resetTrial, 'Trial has been activated', 'rejected trial_activated'],
    ['an absent trial', resetTrial, 'Trial does not exist', 'not-found not_found'],
    ['an unknown product of a trial', showTrialStatus, 'Product not found', 'not-found not_found'],
    ['a name that is taken', updateProfile, 'Profile name already exists', 'rejected already_exists'],
    ['bad input', updateProfile, 'heartbeat must be between 5 and 1440', 'rejected invalid_input'],
    [
      'bad input in the manner of ASP.NET',
      updateProfile,
      { Message: 'The request is invalid.', ModelState: { heartbeat: ['Too small'] } },
      'rejected invalid_input',
    ],
    ['unknown words', updateProfile, 'Das geht nicht', 'rejected zentitle_refused'],
    ['a denied success', updateProfile, 'Profile was not updated successfully', 'rejected zentitle_refused'],
    ['words in a list', listCodes, ['Something went wrong'], 'rejected zentitle_refused'],
    ['a flag that says no', deleteActivity, false, 'rejected zentitle_refused'],
    ['a flag that says no, in an object', updateProfile, { success: false }, 'rejected zentitle_refused'],
    ['the same as text', resetTrial, 'False', 'rejected zentitle_refused'],
    ['the same beside data', createGroup, { success: 'false', groupID: 0 }, 'rejected zentitle_refused'],
    [
      'an error inside an object',
      deactivateOffline,
      { error: { code: 7, message: 'Certificate could not be read' } },
      'rejected certificate_invalid',
    ],
    [
      'an error beside data',
      deleteActivity,
      { Error: 'License code not found', rows: 0 },
      'not-found not_found',
    ],
    [
      'errors in a list',
      createGroup,
      { errors: [{ text: 'Group already exists' }], id: null },
      'rejected already_exists',
    ],
    ['an error without words', showTrialStatus, { ErrorCode: 12 }, 'rejected zentitle_refused'],
    ['an empty object for a sentence', updateProfile, {}, 'unknown-outcome unexpected_answer'],
    ['an empty list for a sentence', resetTrial, [], 'unknown-outcome unexpected_answer'],
    ['a record for a sentence', updateProfile, { name: 'x' }, 'unknown-outcome unexpected_answer'],
    ['a number for a sentence', deactivateOffline, 7, 'unknown-outcome unexpected_answer'],
    ['a number as text for a sentence', updateProfile, '7', 'unknown-outcome unexpected_answer'],
    ['a page for a sentence', resetTrial, '<b>Sign in</b>', 'unknown-outcome unreadable_answer'],
    [
      'a success without certificate',
      createPassiveLicense,
      'Passive License Created Successfully.',
      'unknown-outcome no_certificate',
    ],
    ['nothing after a change', updateProfile, undefined, 'unknown-outcome empty_answer'],
    ['nothing instead of a certificate', activateOffline, '', 'unknown-outcome empty_answer'],
    ['nothing instead of a list', listCodes, undefined, 'network empty_answer'],
    ['half a list', listCodes, '[{"licenseCode":"2064', 'network unreadable_answer'],
    ['a number instead of records', showCode, 7, 'network unexpected_answer'],
  ])('refuses %s at status 200', (_, operation, value, expected) => {
    expect(judged(operation, value)).toBe(expected);
  });

  it.each<[number, unknown, Operation, string]>([
    [
      401,
      { Message: 'Authorization has been denied for this request.' },
      listCodes,
      'authentication invalid_credentials',
    ],
    [401, undefined, listCodes, 'authentication invalid_credentials'],
    [403, 'No', updateProfile, 'permission not_permitted'],
    [404, undefined, showCode, 'not-found not_found'],
    [404, 'License code not found', showCode, 'not-found not_found'],
    [
      404,
      { Message: "No HTTP resource was found that matches the request URI '/x/api/LicenseCode'." },
      showCode,
      'network wrong_url',
    ],
    [
      405,
      { Message: "The requested resource does not support http method 'GET'." },
      showCode,
      'network wrong_url',
    ],
    [404, { Message: 'No HTTP resource was found.' }, updateProfile, 'network wrong_url'],
    [400, { message: 'License code not found' }, showCode, 'not-found not_found'],
    [400, '', updateProfile, 'rejected zentitle_refused'],
    [400, { Message: 'Not enough license codes available' }, nextCode, 'rejected code_bank_empty'],
    [500, { Message: 'An error has occurred.' }, listCodes, 'network server_fault'],
    [500, { Message: 'An error has occurred.' }, updateProfile, 'unknown-outcome server_fault'],
    [500, 'License code not found', showCode, 'not-found not_found'],
    [501, 'The call is to come', updateProfile, 'rejected zentitle_refused'],
  ])('judges HTTP %i %j', (status, value, operation, expected) => {
    expect(judged(operation, value, status)).toBe(expected);
  });

  it('shows the words of the server', () => {
    const answer: Answer = { status: 200, headers: {}, body: '', value: 'Das geht nicht' };
    const thrown = expect.objectContaining({
      message: 'Zentitle answered: Das geht nicht',
      provider: 'zentitle',
      operation: 'zentitle.profiles.update',
      httpStatus: 200,
    });
    expect(() => testWire().judge(answer, updateProfile)).toThrow(thrown);
  });

  it('names the kinds of key that may make a call', () => {
    const answer: Answer = { status: 403, headers: {}, body: '', value: undefined };
    expect(() => testWire().judge(answer, updateProfile)).toThrow(
      expect.objectContaining({ hint: 'This call takes a key of the kind read-write.' }),
    );
  });

  it('judges a call outside the table by what is plainly an error', () => {
    expect(judged(undefined, { anything: 1 })).toBe('success');
    expect(judged(undefined, 'Some words')).toBe('success');
    expect(judged(undefined, 'Invalid API key')).toBe('authentication invalid_credentials');
    expect(judged(undefined, { Message: 'Out of order' })).toBe('rejected zentitle_refused');
    expect(judged(undefined, { error: 'Out of order', id: 1 })).toBe('rejected zentitle_refused');
    expect(judged(undefined, 'Not here', 404)).toBe('not-found not_found');
  });

  it('is not slowed down by a long text', () => {
    const { output } = example('GET OfflineActivation');
    const started = performance.now();
    expect(judged(updateProfile, `no ${'activations key not '.repeat(200_000)}${String(output)}`)).toMatch(
      /^\S+ \S+$/,
    );
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
