import { expect, test } from 'vitest';
import { parallelsSystem } from '../../../src/emulator/parallels/system.js';
import { parallelsWorldNotes } from '../../../src/emulator/parallels/world.js';
import { jsonOf, oneSystem } from '../../support/one-system.js';

test('every licence key of the notes does what its note says', () => {
  for (const { value, shows } of parallelsWorldNotes.filter(({ kind }) => kind === 'licence key')) {
    const farm = oneSystem(parallelsSystem, '2026-05-04T10:00:00Z');
    const logon = { username: 'administrator', password: '11112222' };
    const session = jsonOf(farm.call({ method: 'POST', path: '/api/Session/logon', body: logon }));
    const response = farm.call({
      method: 'POST',
      path: '/api/License/activate',
      headers: { auth_token: (session as { authToken: string }).authToken },
      body: { email: 'someone@parallels.com', password: 'my-account-password-77', key: value },
    });
    expect([value, response.status]).toEqual([value, shows.startsWith('activates') ? 200 : 400]);
  }
});
