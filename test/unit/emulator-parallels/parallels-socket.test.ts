import { expect, onTestFinished, test } from 'vitest';
import { parallelsSystem } from '../../../src/emulator/parallels/system.js';
import { startEmulator } from '../../../src/emulator/server.js';

test('over a socket: log on, read the licence, log off', async () => {
  const emulator = await startEmulator({ systems: [parallelsSystem] });
  onTestFinished(() => emulator.stop());
  const [context] = emulator.contexts();
  const base = context?.baseUrl ?? '';
  const type = { 'Content-Type': 'application/json; api-version=1.0' };

  const logon = await fetch(`${base}/api/Session/logon`, {
    method: 'POST',
    headers: type,
    body: JSON.stringify({ username: context?.settings.username, password: context?.secrets.password }),
  });
  expect(logon.headers.get('content-type')).toBe('application/json; api-version=1.0');
  const { authToken } = (await logon.json()) as { authToken: string };
  const headers = { ...type, auth_token: authToken };

  const license = await fetch(`${base}/api/License`, { headers });
  expect(await license.json()).toMatchObject({ type: 3, licenseKey: '****-ME****-****-B9****-CV55K2' });
  const logoff = await fetch(`${base}/api/Session/logoff`, { method: 'POST', headers });
  expect([logoff.status, await logoff.text()]).toEqual([200, '']);
  expect((await fetch(`${base}/api/License`, { headers })).status).toBe(401);
});
