/** GET AuthenticateUser: yes, no, and what is neither. */
import { describe, expect, it } from 'vitest';
import { authenticateUser } from '../../../src/api/zentitle/operations/group-users.js';
import type { LicensectlError } from '../../../src/errors.js';
import { promised, serveZentitle } from './serve-zentitle.js';
import type { Reply } from './test-server.js';

const INPUT = { username: 'testuser21', password: 'test21PassWord' };

const { server, client, capabilities, sent } = serveZentitle();

async function authenticate(reply: Reply) {
  server().answer(reply);
  return (await promised(capabilities().users).authenticate(INPUT)).value;
}

it('sends what the document shows', async () => {
  await authenticate({ json: 'OK' });
  expect(sent()).toEqual([{ method: 'GET', path: '/api/AuthenticateUser', body: INPUT }]);
});

describe('a yes', () => {
  it.each<Reply>([
    { json: true },
    { json: 'true' },
    { json: 'True' },
    { text: 'True' },
    { json: 1 },
    { json: 'OK' },
    { json: 'Success' },
    { json: 'User Authenticated Successfully' },
    { json: 'Authenticated' },
    { json: 'User is valid' },
    { json: 'Valid' },
    { json: 'Password matches' },
    { json: { authenticated: true } },
    { json: { Authenticated: 'True', userName: 'testuser21' } },
    { json: { IsValid: 1 } },
    { json: { success: true, message: 'Welcome' } },
    { json: { message: 'User authenticated' } },
    { json: { groupUserID: 7, groupID: 9, userName: 'testuser21' } },
    { json: [{ groupUserID: 7, userName: 'testuser21' }] },
    { json: { userName: 'testuser21', message: 'Welcome' } },
    { json: { userName: 'testuser21', result: 'Authenticated' } },
    { json: { result: { groupUserID: 7, userName: 'testuser21' } } },
  ])('is %j', async (reply) => {
    expect(await authenticate(reply)).toMatchObject({ username: 'testuser21', authenticated: true });
  });
});

describe('a no', () => {
  it.each<Reply>([
    { json: false },
    { json: 'false' },
    { json: 'False' },
    { json: 0 },
    { json: [] },
    { json: 'The username or the password is not correct.' },
    { json: 'Invalid username or password' },
    { json: 'Authentication failed' },
    { json: 'User not found' },
    { json: 'User testuser21 does not exist' },
    { json: 'Not authenticated' },
    { json: 'Invalid credentials' },
    { json: 'Invalid' },
    { json: 'Login failed.' },
    { json: 'Unsuccessful login' },
    { json: 'The user is disabled' },
    { json: { authenticated: false } },
    { json: { success: false, message: 'Wrong password' } },
    { json: { success: false } },
    { json: { success: true, authenticated: false } },
    { json: { success: true, isAuthenticated: 'False', message: 'Done' } },
    { json: { success: true, message: 'Invalid username or password' } },
    { json: { success: true, result: { authenticated: false } } },
    { json: { authenticated: false, message: 'Try again' } },
    { json: { result: true, valid: 'no' } },
    { json: { userName: 'testuser21', message: 'Invalid password' } },
    { json: { groupUserID: 7, userName: 'testuser21', result: 'Failed' } },
    { json: { Message: 'User not found' } },
    { status: 400, json: 'Invalid username or password' },
    { status: 400, json: { Message: 'Authentication failed' } },
    { status: 401, json: 'Invalid username or password' },
    { status: 403, json: { Message: 'The user is locked' } },
    { status: 404, json: 'User not found' },
  ])('is %j', async (reply) => {
    expect(await authenticate(reply)).toMatchObject({ username: 'testuser21', authenticated: false });
  });

  it('is told in the words of the server', async () => {
    const { message } = await authenticate({ status: 400, json: { Message: 'Wrong password.' } });
    expect(message).toBe('Wrong password.');
  });
});

describe('what is neither', () => {
  it.each<[LicensectlError['kind'], Reply]>([
    ['authentication', { status: 401 }],
    ['authentication', { status: 401, json: 'Unauthorized' }],
    ['authentication', { status: 401, json: 'Authentication failed' }],
    ['authentication', { status: 401, json: { Message: 'Authorization has been denied for this request.' } }],
    ['authentication', { json: 'Invalid API key' }],
    ['authentication', { json: 'The API key is not valid for this user' }],
    ['authentication', { status: 400, json: 'Unknown customer id' }],
    ['authentication', { json: { success: false, message: 'Invalid API key' } }],
    ['permission', { status: 403 }],
    ['permission', { json: 'Access denied' }],
    ['permission', { json: 'Access denied: a datastreamer API key may not call GET AuthenticateUser.' }],
    ['rejected', { json: 'Missing mandatory field: password' }],
    ['rejected', { status: 400, json: 'The password is required and was not given' }],
    ['rejected', { json: 'An error has occurred.' }],
    ['rejected', { json: 'Database connection failed' }],
    ['rate-limited', { status: 429, json: 'Too many failed logins of this user' }],
    ['network', { status: 500, json: 'Login failed' }],
    ['network', { status: 404, json: { Message: 'No HTTP resource was found for this user' } }],
    ['network', { text: '' }],
    ['network', { status: 204 }],
    ['network', { json: '' }],
    ['network', { json: null }],
    ['network', { json: { authenticated: false, message: 'Invalid API key' } }],
    ['network', { json: { userName: 'testuser21', authenticated: 'perhaps' } }],
    ['network', { json: 7 }],
    ['network', { json: { unrelated: 'thing' } }],
    ['network', { text: '{"authenticated": tr' }],
  ])('is %s: %j', async (kind, reply) => {
    // Reads are repeated after a fault, so that it has to last.
    server().answer(...Array<Reply>(kind === 'network' || kind === 'rate-limited' ? 6 : 0).fill(reply));
    await expect(authenticate(reply)).rejects.toMatchObject({ kind });
    await drain();
  });
});

it('is an answer for the raw call, too', async () => {
  server().answer({ status: 400, json: 'Invalid username or password' });
  expect((await client().call(authenticateUser, INPUT)).value).toBe('Invalid username or password');
});

/** Uses up the answers that were left over. */
async function drain(): Promise<void> {
  for (;;) {
    const response = await fetch(server().baseUrl);
    await response.text();
    if (response.status === 599) return;
  }
}
