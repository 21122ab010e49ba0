/** The look-ups of LicenseSpring through the whole program: what is sent, what is shown, and what is not. */
import { afterEach, describe, expect, it } from 'vitest';
import { fakeProcess, runMain } from '../cli/fake-process.js';
import { inOrder, type Reply, startServer, type TestServer } from '../licensespring-client/test-server.js';

const LICENSE = { id: 1654083900000009, license_key: 'K-1', license_type: 'perpetual', license_active: true };
const KEY = ['--key', 'K-1', '--product', 'paint', '--hardware-id', 'HWID-1'];

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Method and address of each call. */
  readonly asked: readonly string[];
  readonly bodies: readonly string[];
}

interface Options {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly replies?: readonly Reply[];
}

async function run(args: readonly string[], { env = {}, stdin, replies = [] }: Options = {}): Promise<Ended> {
  server = await startServer(inOrder(...replies));
  const proc = fakeProcess({
    env: {
      LICENSECTL_PROVIDER: 'licensespring',
      LICENSECTL_BASE_URL: server.baseUrl,
      LICENSECTL_API_KEY: 'emulator-api-key-9d3f7c21',
      LICENSECTL_SHARED_KEY: 'kw4qSnpSwXzgiv5yxYpZZmFEd9QAeiKTQ6OuyMja',
      LICENSECTL_SIGNATURES: 'off',
      ...env,
    },
  });
  if (stdin !== undefined) proc.stdin.push(stdin);
  proc.stdin.push(null);
  await runMain(args, proc);
  return {
    status: proc.exitCode ?? 0,
    stdout: proc.out(),
    stderr: proc.err(),
    asked: server.seen.map(({ method, url }) => `${method} ${url.replace('/api/v4/', '')}`),
    bodies: server.seen.map(({ body }) => body),
  };
}

describe('license list', () => {
  it('asks for a device, or for a user', async () => {
    const device = await run(['license', 'list', '--device', 'HWID-1', '-q'], {
      replies: [{ body: [LICENSE] }],
    });
    expect(device).toMatchObject({ status: 0, stdout: '1654083900000009\n', stderr: '' });
    expect(device.asked).toEqual(['GET device_licenses?hardware_id=HWID-1']);
    const user = await run(['license', 'list', '--user', 'ada@example.com', '--password-stdin', '--json'], {
      stdin: 'harbour-77-blue\n',
      replies: [{ body: [{ license: LICENSE, user: { email: 'ada@example.com' } }] }],
    });
    expect(user.asked).toEqual(['GET user_licenses?username=ada%40example.com&password=harbour-77-blue']);
    expect(JSON.parse(user.stdout).data).toMatchObject([{ key: 'K-1', username: 'ada@example.com' }]);
  });

  it('takes the documented name of the user, and the password from its variable', async () => {
    const { asked, stdout, stderr } = await run(['license', 'list', '--username', 'ada', '--verbose'], {
      env: { LICENSECTL_ACCOUNT_PASSWORD: 'harbour-77-blue' },
      replies: [{ body: [] }],
    });
    expect(asked).toEqual(['GET user_licenses?username=ada&password=harbour-77-blue']);
    expect(stdout).toBe('');
    expect(stderr).toContain('user_licenses');
    expect(stderr).not.toContain('harbour-77-blue');
  });

  it('takes a token of single sign-on in place of a user', async () => {
    const { asked } = await run(
      ['license', 'list', '--id-token-stdin', '--customer-account-code', 'harbour'],
      {
        stdin: 'token-1\n',
        replies: [{ body: [] }],
      },
    );
    expect(asked).toEqual(['GET user_licenses?id_token=token-1&customer_account_code=harbour']);
  });

  it.each([
    [['--device', 'D', '--product', 'paint'], '--product does not go with --device.'],
    [['--device', 'D', '--user', 'ada'], '--user does not go with --device.'],
    [[], 'One of --user, --id-token-stdin, --code-stdin is needed.'],
    [['--user', 'ada'], 'Missing --password-stdin'],
  ])('sends nothing with %j', async (flags, said) => {
    const { status, stderr, asked } = await run(['license', 'list', ...flags]);
    expect([status, asked]).toEqual([2, []]);
    expect(stderr).toContain(said);
  });
});

describe('customer users', () => {
  const PASSWORD = 'Begin-Harbour-1';
  const USERS = {
    customer: { email: 'office@x.example' },
    users: [
      { email: 'ada@example.com', is_initial_password: true, initial_password: PASSWORD },
      { email: 'bob@example.com', is_initial_password: false, initial_password: '' },
    ],
  };
  const WORDS = ['customer', 'users', 'office@x.example', '--product', 'paint'];

  it.each([
    [[]],
    [['--output', 'table']],
    [['--json']],
    [['--raw']],
    [['--columns', 'email,initialPassword']],
    [['--verbose']],
  ])('shows no initial password with %j', async (more) => {
    const { status, stdout, stderr } = await run([...WORDS, ...more], { replies: [{ body: USERS }] });
    expect(status).toBe(0);
    expect(stdout).toContain('ada@example.com');
    expect(stdout + stderr).not.toContain(PASSWORD);
  });

  it.each([[[]], [['--json']], [['--raw']], [['--output', 'csv']]])(
    'shows it where it is asked for: %j',
    async (more) => {
      const { stdout } = await run([...WORDS, '--show-passwords', ...more], { replies: [{ body: USERS }] });
      expect(stdout).toContain(PASSWORD);
    },
  );

  it('tells in data who has one', async () => {
    const { stdout, asked } = await run([...WORDS, '--json'], { replies: [{ body: USERS }] });
    expect(asked).toEqual(['GET customer_license_users?product=paint&customer=office%40x.example']);
    expect(JSON.parse(stdout).data.map((user: Record<string, unknown>) => user.initialPassword)).toEqual([
      '[secret]',
      null,
    ]);
  });
});

describe('versions', () => {
  it('list by a key that stands first', async () => {
    const { stdout, asked } = await run(
      ['version', 'list', 'K-1', '--product', 'paint', '--hardware-id', 'HWID-1', '--channel', 'beta'],
      { replies: [{ body: [{ version: '4.2.0', release_date: '2026-09-22' }] }] },
    );
    expect(asked).toEqual(['GET versions?hardware_id=HWID-1&product=paint&license_key=K-1&channel=beta']);
    expect(stdout).toBe('4.2.0\t2026-09-22\n');
  });

  it('show the one that stands first, the key by flag', async () => {
    const { asked, stdout } = await run(['version', 'show', '4.2.0', ...KEY, '-q'], {
      replies: [{ body: { version: '4.2.0', installation_file: 'f.zip' } }],
    });
    expect(asked).toEqual([
      'GET installation_file?hardware_id=HWID-1&product=paint&license_key=K-1&version=4.2.0',
    ]);
    expect(stdout).toBe('4.2.0\n');
  });
});

describe('links', () => {
  it('stand alone, so that they can be opened', async () => {
    const sso = await run(['sso', 'url', 'harbour', '--product', 'paint', '--response-type', 'code'], {
      replies: [{ body: { url: 'https://sso.example.com/?a=b', openid_configuration: {} } }],
    });
    expect(sso.stdout).toBe('https://sso.example.com/?a=b\n');
    expect(sso.asked).toEqual(['GET sso_url?product=paint&customer_account_code=harbour&response_type=code']);
    const oauth = await run(['oauth', 'url', 'google'], {
      replies: [{ body: { url: 'https://x.example' } }],
    });
    expect([oauth.stdout, oauth.asked]).toEqual(['https://x.example\n', ['GET oauth_url?login_type=google']]);
  });

  it('are records for a program', async () => {
    const replies = [
      { body: { url: 'https://x.example', openid_configuration: 'https://x.example/.well-known' } },
    ];
    const { stdout } = await run(['sso', 'url', 'harbour', '--product', 'paint', '--json'], { replies });
    expect(JSON.parse(stdout).data).toEqual({
      url: 'https://x.example',
      configuration: 'https://x.example/.well-known',
      loginType: null,
    });
  });
});

describe('products', () => {
  const PAINT = { product_id: 7, product_name: 'Paint', short_code: 'paint', authorization_method: 'user' };

  it('are listed by what --product takes', async () => {
    const { stdout } = await run(['product', 'list', '-q'], { replies: [{ body: [PAINT] }] });
    expect(stdout).toBe('paint\n');
  });

  it('are shown by short code, in the keys that every system has', async () => {
    const { stdout, asked } = await run(['product', 'show', 'paint', '--json'], {
      replies: [{ body: PAINT }],
    });
    expect(asked).toEqual(['GET product_details?product=paint']);
    expect(JSON.parse(stdout).data).toMatchObject({
      product: 'paint',
      id: '7',
      name: 'Paint',
      authorization: 'user',
      clientLeaseHours: null,
      features: null,
    });
  });
});

describe('user password', () => {
  const [OLD, NEW] = ['Old-Harbour-77', 'New-Harbour-88'];
  const WORDS = ['user', 'password', 'ada@example.com'];
  const CHANGED = [{ body: 'password_changed' }];
  const SENT = JSON.stringify({ username: 'ada@example.com', password: OLD, new_password: NEW });

  it.each([
    [['--user-password-stdin'], { env: { LICENSECTL_OLD_PASSWORD: OLD }, stdin: `${NEW}\n` }],
    [['--old-password-stdin'], { env: { LICENSECTL_USER_PASSWORD: NEW }, stdin: `${OLD}\n` }],
    [[], { env: { LICENSECTL_OLD_PASSWORD: OLD, LICENSECTL_USER_PASSWORD: NEW } }],
  ])('takes both, %j', async (flags, options) => {
    const { status, stdout, stderr, bodies } = await run([...WORDS, ...flags, '--verbose'], {
      ...options,
      replies: CHANGED,
    });
    expect([status, bodies]).toEqual([0, [SENT]]);
    expect(stdout + stderr).not.toContain(OLD);
    expect(stdout + stderr).not.toContain(NEW);
  });

  it('wants the present one by its own name', async () => {
    const env = { LICENSECTL_USER_PASSWORD: NEW, LICENSECTL_ACCOUNT_PASSWORD: OLD };
    const { status, stderr, bodies } = await run(WORDS, { env });
    expect([status, bodies]).toEqual([2, []]);
    expect(stderr).toContain('--old-password-stdin or LICENSECTL_OLD_PASSWORD');
  });

  it('reads one of the two from standard input', async () => {
    const { status, bodies } = await run([...WORDS, '--old-password-stdin', '--user-password-stdin'], {
      stdin: `${OLD}\n`,
    });
    expect([status, bodies]).toEqual([2, []]);
  });

  it.each([
    ['--old-password', '--old-password-stdin', 'LICENSECTL_OLD_PASSWORD'],
    ['--new-password', '--user-password-stdin', 'LICENSECTL_USER_PASSWORD'],
    ['--user-password', '--user-password-stdin', 'LICENSECTL_USER_PASSWORD'],
  ])('takes no value from %s', async (flag, way, variable) => {
    const { status, stdout, stderr, bodies } = await run([...WORDS, flag, NEW]);
    expect([status, bodies]).toEqual([2, []]);
    expect(stdout + stderr).not.toContain(NEW);
    expect(stderr).toContain(way);
    expect(stderr).toContain(variable);
  });
});
