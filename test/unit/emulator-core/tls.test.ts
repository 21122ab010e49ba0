import { connect } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { createControlClient } from '../../../src/emulator/control-client.js';
import { temporaryFolders } from '../../support/temp-folder.js';
import { call, type Harness, useEmulators } from './harness.js';

// Folders go after the emulators in them: the last hook runs first.
const folder = temporaryFolders();
const start = useEmulators();

function presented({ emulator }: Harness): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(
      { port: emulator.port, host: '127.0.0.1', ca: emulator.tls?.certPem ?? '' },
      () => {
        resolve(socket.getPeerCertificate().fingerprint256);
        socket.destroy();
      },
    );
    socket.on('error', reject);
  });
}

describe('TLS', () => {
  it('presents the certificate whose fingerprint is reported, good for 127.0.0.1 and localhost', async () => {
    const emulator = await start({ tls: true });
    expect(emulator.emulator.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect(await presented(emulator)).toBe(emulator.emulator.tls?.fingerprint);
    const ca = emulator.emulator.tls?.certPem ?? '';
    expect((await call(`${emulator.emulator.url}/babel/v1/things`, { ca })).json()).toEqual(['first']);
    const byName = emulator.emulator.url.replace('127.0.0.1', 'localhost');
    expect((await call(`${byName}/babel/v1/things`, { ca })).status).toBe(200);
    await expect(call(`${emulator.emulator.url}/babel/v1/things`)).rejects.toMatchObject({
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
  });

  it('can cut connections too', async () => {
    const emulator = await start({ tls: true });
    const ca = emulator.emulator.tls?.certPem ?? '';
    const client = createControlClient({ url: emulator.emulator.url, certPem: ca, timeoutMs: 5000 });
    await client.call('POST', '/faults', '{"kind":"reset-after"}');
    const things = call(`${emulator.emulator.url}/babel/v1/things`, { ca });
    await expect(things).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('keeps its certificate in a data folder', async () => {
    const dataDir = await folder();
    const first = await start({ dataDir, tls: true });
    const fingerprint = await presented(first);
    await first.emulator.stop();
    expect(await presented(await start({ dataDir, tls: true }))).toBe(fingerprint);
  });
});
