/** Bad input and bad servers: one clear sentence with a hint, the right exit code, nothing sent, no stack. */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { chmod, mkdir, open, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Ended, LAUNCHER, type Lab, openLab, type RunOptions } from './lab.js';

let lab: Lab;
const servers: Server[] = [];
beforeAll(async () => {
  lab = await openLab();
});
beforeEach(() => lab.reset());
afterAll(async () => {
  for (const server of servers) server.close();
  await lab.close();
});

function expectClear(ended: Ended, status: number): void {
  expect({ status: ended.status, stdout: ended.stdout, stderr: ended.stderr }).toMatchObject({
    status,
    stdout: '',
  });
  const lines = ended.stderr.trimEnd().split('\n');
  expect(lines.filter((line) => line.startsWith('error: '))).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith('hint: '))).toHaveLength(1);
  expect(ended.stderr).not.toMatch(/\n\s+at /);
  for (const line of lines) expect(line.length).toBeLessThan(500);
}

const UPDATE = ['profile', 'update', 'TestProfile', '--product', '6453300110'];
const CERT = ['offline', 'cert', '--product', '6872450105'];

const WRONG: readonly (readonly [what: string, args: readonly string[]])[] = [
  ['unknown flag', ['codes', 'list', '--colour', 'red']],
  ['missing value', ['codes', 'list', '--product']],
  ['missing argument', ['codes', 'show']],
  ['malformed date', [...UPDATE, '--license-type', 'expirationdate', '--subscription-end', '31.12.2027']],
  ['impossible date', [...UPDATE, '--license-type', 'expirationdate', '--subscription-end', '2027-02-30']],
  ['number out of range', [...UPDATE, '--client-lease', '9000']],
  ['negative number', [...UPDATE, '--clients-allowed', '-1']],
  ['not a number', [...UPDATE, '--clients-allowed', '1e3x']],
  ['unit that does not fit', [...UPDATE, '--offline-lease', '5h']],
  ['not a boolean', [...UPDATE, '--enabled', 'perhaps']],
  ['not an allowed value', [...UPDATE, '--concurrency-mode', 'sometimes']],
  ['both of two exclusive options', ['codes', 'list', '--company', 'abcLtd', '--company-id', '17']],
  ['a period without its type', [...UPDATE, '--subscription-period', '10']],
  [
    'reset of an end date it needs',
    [...UPDATE, '--license-type', 'expirationdate', '--subscription-end', 'reset'],
  ],
  ['a feature without a code', [...UPDATE, '--feature', '=on']],
  ['a feature neither on nor off', [...UPDATE, '--feature', 'FLOAT=maybe']],
  ['client id too short', ['passive', 'create', '--product', '6872450105', '--client-id', 'short']],
  ['bad output format', ['codes', 'list', '--output', 'yaml']],
  ['unknown column', ['codes', 'list', '--columns', 'nonsense']],
  ['bad timeout', ['codes', 'list', '--timeout', 'soon']],
  ['option twice', ['codes', 'list', '--product', '1', '--product', '2']],
  ['bad limit', ['codes', 'list', '--limit', '0']],
  ['a flag of another system', ['codes', 'list', '--machine-id', 'M']],
  ['neither one nor all', ['deactivate', '206454320110930859', '--product', '6872450105']],
  [
    'both one and all',
    ['deactivate', '206454320110930859', '--product', '6872450105', '--all', '--computer', 'x'],
  ],
  ['missing mandatory flag', ['trial', 'status', '--product', '6872450105']],
  ['a filter by a variable that is not set', ['codes', 'list', '--product', '']],
  [
    'one computer by a variable that is not set',
    ['deactivate', '206454320110930859', '--product', '6872450105', '--computer', ' ', '--yes'],
  ],
  [
    'the same by hand',
    [
      ...['api', 'DELETE', '/api/LicenseCodeActivity', '--yes', '-f', 'productid=6872450105'],
      ...['-f', 'licensecode=206454320110930859', '-f', 'computerid='],
    ],
  ],
  [
    'a zone that is nowhere',
    [...UPDATE, '--license-type', 'expirationdate', '--subscription-end', '2027-06-30T10:00:00+99:99'],
  ],
  ['100 KB of nonsense', ['codes', 'list', '--limit', 'x'.repeat(100_000)]],
  ['a name from a prototype', ['codes', 'list', '--columns', 'constructor']],
  ['an option from a prototype', ['codes', 'list', '--__proto__', 'x']],
  ['a context and all of them', ['context', 'test', 'zentitle', '--all']],
  ['a secret for a call that no document describes', ['api', 'POST', '/api/new', '-f', 'password=planted']],
  ['absolute URL for api', ['api', 'GET', 'https://evil.example/api/Products']],
];

describe('bad input', () => {
  it.each(WRONG)('%s', async (_what, args) => {
    expectClear(await lab.run(args), 2);
    expect(await lab.requests()).toEqual([]);
  });
});

describe('bad files', () => {
  it.each([
    ['missing', async () => 'missing.req'],
    ['empty', async (folder: string) => file(folder, 'empty.req', '')],
    ['blank', async (folder: string) => file(folder, 'blank.req', ' \n\n')],
    ['a folder', async (folder: string) => folder],
    ['50 MB', async (folder: string) => file(folder, 'large.req', Buffer.alloc(50 * 1024 * 1024, 'a'))],
    [
      'invalid UTF-8',
      async (folder: string) => file(folder, 'binary.req', Buffer.from([0x61, 0xff, 0xfe, 0x00])),
    ],
  ] as const)('a certificate request that is %s', async (_what, make) => {
    expectClear(await lab.run([...CERT, '--request', await make(lab.folder)]), 2);
    expect(await lab.requests()).toEqual([]);
  });

  it('a body that nests beyond reason, or is no JSON, without quoting it', async () => {
    for (const text of [
      `{"features":${'['.repeat(50_000)}`,
      'planted-1',
      `{"a":${'['.repeat(9000)}${']'.repeat(9000)}}`,
    ]) {
      const ended = await lab.run([...UPDATE, '--from-file', '-'], { input: text });
      expectClear(ended, 2);
      expect(ended.stderr).not.toContain('planted');
    }
    expect(await lab.requests()).toEqual([]);
  });

  it('a named pipe that nobody writes to is left when interrupted', async () => {
    const pipe = join(lab.folder, 'pipe');
    await promisify(execFile)('mkfifo', [pipe]);
    const ended = await lab.run([...CERT, '--request', pipe], {
      started: (child) => void readerOf(pipe).then(() => child.kill('SIGTERM')),
    });
    expect([ended.status, ended.signal]).toEqual([143, null]);
    expect(await lab.requests()).toEqual([]);
  });

  it('an output file that exists is refused before the grant, which could not be repeated', async () => {
    const out = await file(lab.folder, 'taken.cert', 'precious');
    expectClear(await lab.run([...CERT, '--request', '-', '--out', out], { input: 'ab'.repeat(200) }), 2);
    expect(await lab.requests()).toEqual([]);
  });

  it('a body file that is not an object', async () => {
    const body = await file(lab.folder, 'body.json', '[1,2]');
    expectClear(await lab.run([...UPDATE, '--from-file', body]), 2);
    expect(await lab.requests()).toEqual([]);
  });
});

/** Settles when somebody has opened the named pipe for reading: until then it cannot be opened for writing. */
async function readerOf(pipe: string): Promise<void> {
  for (;;) {
    const writer = await open(pipe, constants.O_WRONLY | constants.O_NONBLOCK).catch(() => null);
    if (writer !== null) return writer.close();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function file(folder: string, name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('bad configuration', () => {
  it('a broken contexts file is named and left alone', async () => {
    const configDir = join(lab.folder, 'broken');
    await mkdir(configDir, { recursive: true });
    const path = await file(configDir, 'contexts.json', '{"schemaVersion":1,"contexts":{');
    const ended = await lab.run(['codes', 'list'], { env: { LICENSECTL_CONFIG_DIR: configDir } });
    expectClear(ended, 2);
    expect(ended.stderr).toContain(path);
  });

  it('a config folder that is a file', async () => {
    const configDir = await file(lab.folder, 'config-is-a-file', '');
    const env = { LICENSECTL_CONFIG_DIR: configDir };
    const login = [
      'login',
      'babel',
      '--base-url',
      `${lab.url}/babel`,
      '--api-key-stdin',
      '--credential-store',
      'file',
    ];
    const input = 'api_emulator0000000000000001';
    for (const args of [['codes', 'list'], ['context', 'use', 'zentitle'], login]) {
      const ended = await lab.run(args, { env, input });
      expectClear(ended, 2);
      expect(ended.stderr).toContain(configDir);
    }
  });

  it('a world-readable credentials file', async () => {
    const path = join(lab.configDir, 'credentials.json');
    await chmod(path, 0o644);
    try {
      const ended = await lab.run(['codes', 'list']);
      expectClear(ended, 2);
      expect(ended.stderr).toContain('chmod 600');
    } finally {
      await chmod(path, 0o600);
    }
  });
});

describe('a working folder that was deleted', () => {
  const inDeleted = (args: string) =>
    promisify(execFile)(
      'sh',
      ['-c', `cd "$(mktemp -d)" && rmdir "$PWD" && "$0" "$1" ${args}`, process.execPath, LAUNCHER],
      {
        env: lab.env,
      },
    );

  it('is missed only by what needs it', async () => {
    expect((await inDeleted('codes list --limit 2 -q')).stdout.split('\n')).toHaveLength(3);
    const relative = inDeleted('offline cert --product 6872450105 --request some.req');
    await expect(relative).rejects.toMatchObject({
      code: 2,
      stderr: 'error: The folder that this runs in is gone.\nhint: Change to one that exists.\n',
    });
  });
});

const ENVIRONMENT = {
  LICENSECTL_PROVIDER: 'zentitle',
  LICENSECTL_CUSTOMER_ID: '1234',
  LICENSECTL_API_KEY: 'some-key-00001',
  LICENSECTL_TIMEOUT: '2s',
};

function at(baseUrl: string, env: Readonly<Record<string, string>> = {}): RunOptions {
  return { env: { ...ENVIRONMENT, LICENSECTL_BASE_URL: baseUrl, ...env } };
}

async function answering(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const LIST = ['codes', 'list', '--limit', '2'];

describe('bad addresses', () => {
  it.each([
    'ftp://host',
    'not a url',
    'http://host/?a=b',
    'https://user:pass@host',
    'http://licence.example',
  ])('%s', async (baseUrl) => {
    const ended = await lab.run(LIST, at(baseUrl));
    expectClear(ended, 2);
    expect(ended.stderr).not.toContain('pass@');
  });

  it('a refused connection', async () => {
    expectClear(await lab.run(LIST, at('http://127.0.0.1:1')), 8);
  });

  it('a name that does not exist', async () => {
    expectClear(await lab.run(LIST, at('https://no-such-host.invalid')), 8);
  });
});

describe('bad answers', () => {
  it.each([
    ['HTML instead of JSON', 200, 'text/html', '<!doctype html><title>Login</title>'],
    ['HTML with an error', 500, 'text/html', '<html><body>oops</body></html>'],
    ['an empty body', 200, 'application/json', ''],
    ['half a JSON body', 200, 'application/json', '[{"licenseCode":"1234'],
    ['the wrong shape', 200, 'application/json', '[[["x"]]]'],
    ['a redirect', 302, 'text/plain', ''],
  ])('%s', async (_what, status, type, body) => {
    const url = await answering((_request, response) => {
      response.writeHead(status, { 'content-type': type, location: 'https://evil.example/' }).end(body);
    });
    expectClear(await lab.run(LIST, at(url)), 8);
  });

  it('a body cut in half', async () => {
    const url = await answering((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('[{"licenseCode":"1"}', () => response.destroy());
    });
    expectClear(await lab.run(LIST, at(url)), 8);
  });

  it('a changing call whose answer is cut: outcome unknown', async () => {
    const url = await answering((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('"Profile Upd', () => response.destroy());
    });
    expectClear(await lab.run([...UPDATE, '--clients-allowed', '2'], at(url)), 11);
  });

  it('a body of 100 MB', async () => {
    const url = await answering((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const chunk = Buffer.alloc(1024 * 1024, ' ');
      let left = 100;
      const more = (): void => {
        while (left > 0) {
          left -= 1;
          if (!response.write(chunk)) {
            response.once('drain', more);
            return;
          }
        }
        response.end('[]');
      };
      response.on('error', () => undefined);
      more();
    });
    expectClear(await lab.run(LIST, at(url, { LICENSECTL_TIMEOUT: '20s' })), 8);
  });

  it('no answer at all', async () => {
    const url = await answering(() => undefined);
    expectClear(await lab.run(LIST, at(url, { LICENSECTL_TIMEOUT: '200ms' })), 8);
  });
});
