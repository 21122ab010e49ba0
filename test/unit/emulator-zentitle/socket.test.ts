import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningEmulator, startEmulator } from '../../../src/emulator/server.js';
import { zentitleSystem } from '../../../src/emulator/zentitle/system.js';
import { exampleInput, HEADERS, OFFLINE_REQUEST } from './service.js';

interface Received {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

let emulator: RunningEmulator;

beforeAll(async () => {
  emulator = await startEmulator({ systems: [zentitleSystem], seed: 'test' });
});

afterAll(() => emulator.stop());

/** GET and DELETE carry a body here, which fetch refuses to send. */
function send(
  name: string,
  input: object,
  headers: Readonly<Record<string, string>> = HEADERS,
): Promise<Received> {
  const [method = '', controller = ''] = name.split(' ');
  const body = Buffer.from(JSON.stringify(input));
  return new Promise((resolve, reject) => {
    const sent = request(
      `${emulator.url}/zentitle/api/${controller}`,
      { method, headers: { ...headers, 'content-length': String(body.length) } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            type: response.headers['content-type'] ?? '',
            text: Buffer.concat(chunks).toString('utf8'),
          });
        });
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('over a socket', () => {
  test('a GET with a body is read', async () => {
    const received = await send('GET LicenseCode', exampleInput('GET LicenseCode'));
    expect(received).toMatchObject({ status: 200, type: 'application/json; charset=utf-8' });
    expect(JSON.parse(received.text)).toMatchObject([
      { licenseCode: '206454320110930859', profilename: 'Test-PC' },
    ]);
  });

  test('the documented certificate of 13 KB goes both ways', async () => {
    const productid = '6872450105';
    const certificate = await send('GET OfflineActivation', {
      productid,
      activationcertificate: OFFLINE_REQUEST,
    });
    expect(certificate.text).toMatch(/^"[0-9a-f]{1946}"$/);
    const back = await send('DELETE OfflineActivation', {
      productid,
      deactivationcertificate: OFFLINE_REQUEST,
    });
    expect(back).toMatchObject({ status: 200, text: '"OK"' });
  });

  test('the line break of a passive licence is escaped', async () => {
    const { text } = await send('POST PassiveLicense', exampleInput('POST PassiveLicense'));
    expect(text).toMatch(/^"Passive License Created Successfully\.\\n[0-9a-f]{1392}"$/);
  });

  test('refusals keep their status and undo what was begun', async () => {
    const input = {
      ...exampleInput('PUT LicenseCode'),
      clientsallowed: '77',
      notes: [{ type: 'delete', description: '1' }],
    };
    expect(await send('PUT LicenseCode', input)).toMatchObject({
      text: '"License code 206454320110930859 has no note 1."',
    });
    const { text } = await send('GET LicenseCode', exampleInput('GET LicenseCode'));
    expect(JSON.parse(text)).toMatchObject([{ clientsallowed: 9 }]);
    expect(await send('GET LicenseCode', {}, { 'content-type': 'application/json' })).toMatchObject({
      status: 401,
    });
  });
});
