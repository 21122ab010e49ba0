/** `doctor` and `explain` through the whole program, with servers that are well, off, or not there. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoredContext } from '../../../src/config/context.js';
import { openContextStore } from '../../../src/config/open-context-store.js';
import { type FakeOptions, fakeProcess, runMain } from '../cli/fake-process.js';
import { type Reply, startServer, type TestServer } from '../licensespring-client/test-server.js';

const SECRETS = { apiKey: 'doctor-api-key-77aa', sharedKey: 'doctor-shared-key-88bb' };
const UNKNOWN = { status: 400, code: 'unknown_product', message: 'Provided product was not found' };
const KNOWN: Reply = { status: 400, body: UNKNOWN };

let folder: string;
const servers: TestServer[] = [];

// Dates are compared to the second, however busy the machine is; timers stay real.
vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-05-04T10:00:00Z') });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'licensectl-doctor-'));
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true, force: true });
});

async function serve(reply: Reply): Promise<TestServer> {
  const server = await startServer(() => reply);
  servers.push(server);
  return server;
}

async function keep(name: string, baseUrl: string, changes: Partial<StoredContext> = {}): Promise<void> {
  const context: StoredContext = {
    provider: 'licensespring',
    baseUrl,
    settings: { signatures: 'off' },
    secretStore: 'file',
    createdAt: '2026-01-01T00:00:00Z',
    ...changes,
  };
  await openContextStore({ configDir: folder }).save(name, context, SECRETS, true);
}

async function run(args: readonly string[], options: FakeOptions = {}) {
  const proc = fakeProcess({ ...options, env: { LICENSECTL_CONFIG_DIR: folder, ...options.env } });
  proc.stdin.push(null);
  await runMain(args, proc);
  return { status: proc.exitCode ?? 0, stdout: proc.out(), stderr: proc.err() };
}

interface Row {
  readonly context: string | null;
  readonly check: string;
  readonly status: string;
  readonly what: string;
  readonly remedy: string | null;
}

async function examine(args: readonly string[] = [], options: FakeOptions = {}) {
  const { status, stdout, stderr } = await run(['doctor', '--json', ...args], options);
  const rows: readonly Row[] = stdout === '' ? [] : JSON.parse(stdout).data;
  return { status, stderr, rows, problems: rows.filter((row) => row.status === 'problem') };
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const dateIn = (seconds: number): string => new Date(Date.now() + seconds * 1000).toUTCString();

describe('doctor', () => {
  it('finds nothing wrong with a context that works', async () => {
    const { baseUrl } = await serve({ ...KNOWN, headers: { Date: dateIn(0) } });
    await keep('good', baseUrl);
    const { status, rows, stderr } = await examine();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(rows.map(({ context, check, status: one }) => [context, check, one])).toEqual([
      [null, 'node', 'ok'],
      [null, 'config folder', 'ok'],
      [null, 'contexts', 'ok'],
      [null, 'proxy', 'ok'],
      ['good', 'secrets', 'ok'],
      ['good', 'reachable', 'ok'],
      ['good', 'tls', 'ok'],
      ['good', 'credentials', 'ok'],
      ['good', 'clock', 'ok'],
      ['good', 'signatures', 'warning'],
    ]);
  });

  it('finds nothing wrong with a server that does not tell the time', async () => {
    await keep('timeless', (await serve(KNOWN)).baseUrl);
    const { status, rows } = await examine();
    const about = rows.filter(({ context }) => context === 'timeless');
    expect([status, about.map(({ check, status: one }) => [check, one])]).toEqual([
      0,
      [
        ['secrets', 'ok'],
        ['reachable', 'ok'],
        ['tls', 'ok'],
        ['credentials', 'ok'],
        ['signatures', 'warning'],
      ],
    ]);
  });

  it('tells by how many seconds the clock is off, and exits 10', async () => {
    const body = { status: 400, code: 'date_header_diff', message: 'Date header differs' };
    await keep('late', (await serve({ status: 400, body, headers: { Date: dateIn(960) } })).baseUrl);
    const { status, problems, stderr } = await examine();
    expect(status).toBe(10);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ context: 'late', check: 'clock' });
    expect(problems[0]?.what).toContain(' 960 seconds behind');
    expect(JSON.parse(stderr).error).toMatchObject({ code: 'problems_found', hint: problems[0]?.remedy });
  });

  it('tries all at the same time', async () => {
    const names = ['a', 'b', 'c'];
    let answer: (reply: Reply) => void = () => undefined;
    const answered = new Promise<Reply>((resolve) => {
      answer = resolve;
    });
    const server = await startServer((_request, index) => {
      if (index === names.length - 1) answer(KNOWN);
      return answered;
    });
    servers.push(server);
    for (const name of names) await keep(name, server.baseUrl);
    expect((await examine()).status).toBe(0);
    expect(server.seen).toHaveLength(names.length);
  });

  it('tries each once, also where trying again might help', async () => {
    const ill = await serve({ status: 503, headers: { 'Retry-After': '1' }, body: 'Busy' });
    await keep('ill', ill.baseUrl);
    const port = await freePort();
    for (const name of ['a', 'b', 'c']) await keep(name, `http://127.0.0.1:${port}`);
    const well = await serve(KNOWN);
    await keep('well', well.baseUrl);
    const { status, problems } = await examine();
    expect([status, problems.map(({ context, check }) => [context, check])]).toEqual([
      10,
      [
        ['ill', 'reachable'],
        ['a', 'reachable'],
        ['b', 'reachable'],
        ['c', 'reachable'],
      ],
    ]);
    expect([ill.seen.length, well.seen.length]).toEqual([1, 1]);
  });

  it('does not wait for a server that never answers', async () => {
    const silent = createServer((socket) => void socket.on('error', () => undefined).resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    await keep('silent', `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
    const { problems } = await examine(['--timeout', '200ms']);
    expect(problems).toMatchObject([{ context: 'silent', check: 'reachable' }]);
    await new Promise((resolve) => silent.close(resolve));
  });

  it('looks at one context', async () => {
    const [one, other] = [await serve(KNOWN), await serve(KNOWN)];
    await keep('one', one.baseUrl);
    await keep('other', other.baseUrl);
    const { rows } = await examine(['--context', 'one']);
    expect(new Set(rows.map(({ context }) => context))).toEqual(new Set([null, 'one']));
    expect([one.seen.length, other.seen.length]).toEqual([1, 0]);
    expect((await examine(['--context', 'none'])).status).toBe(3);
  });

  it('works without contexts', async () => {
    const { status, rows } = await examine();
    expect([status, rows.find(({ check }) => check === 'contexts')]).toMatchObject([
      0,
      { status: 'warning', remedy: 'licensectl login' },
    ]);
  });

  it('works with a file of contexts that is broken', async () => {
    await writeFile(join(folder, 'contexts.json'), '{"contexts":', { mode: 0o600 });
    const { status, problems } = await examine();
    expect([status, problems]).toMatchObject([10, [{ check: 'contexts', context: null }]]);
    expect(problems[0]?.what).toContain(join(folder, 'contexts.json'));
    expect(problems[0]?.remedy).toContain('Mend it');
  });

  it('sees that others may read the secrets', async () => {
    await keep('good', (await serve(KNOWN)).baseUrl);
    await chmod(join(folder, 'credentials.json'), 0o644);
    const { problems } = await examine();
    expect(problems).toMatchObject([{ context: 'good', check: 'secrets' }]);
    expect(problems[0]?.remedy).toContain('chmod 600');
  });

  it('examines what the environment describes, in place of none', async () => {
    const { baseUrl } = await serve(KNOWN);
    const env = {
      LICENSECTL_PROVIDER: 'licensespring',
      LICENSECTL_BASE_URL: baseUrl,
      LICENSECTL_API_KEY: SECRETS.apiKey,
      LICENSECTL_SHARED_KEY: SECRETS.sharedKey,
    };
    const { status, rows } = await examine([], { env });
    expect(status).toBe(0);
    expect(rows).toContainEqual(
      expect.objectContaining({ context: '(environment)', check: 'credentials', status: 'ok' }),
    );
    const lacking = await examine([], { env: { ...env, LICENSECTL_SHARED_KEY: '' } });
    expect(lacking.problems).toMatchObject([{ context: '(environment)', check: 'secrets' }]);
  });

  it('says what requires a key that is not there', async () => {
    const { baseUrl } = await serve(KNOWN);
    await keep('strict', baseUrl, { settings: { signatures: 'require' } });
    expect((await examine()).problems).toMatchObject([{ context: 'strict', check: 'signatures' }]);
  });

  it('tries nothing that counts as a change in a dry run', async () => {
    const server = await serve(KNOWN);
    await keep('good', server.baseUrl);
    const { status, rows } = await examine(['--dry-run']);
    expect([status, server.seen]).toEqual([0, []]);
    expect(rows).toContainEqual(expect.objectContaining({ check: 'credentials', status: 'warning' }));
  });

  it.each([[[]], [['--json']], [['--verbose']], [['--output', 'csv']]])(
    'shows no secret with %j',
    async (more) => {
      const message = `do not say ${SECRETS.apiKey} or ${SECRETS.sharedKey}`;
      const body = { status: 400, code: 'invalid_api_key', message };
      await keep('refused', (await serve({ status: 400, body })).baseUrl);
      const env = { HTTPS_PROXY: 'http://ada:proxy-password-1@proxy.example:3128' };
      const { status, stdout, stderr } = await run(['doctor', ...more], { env });
      expect(status).toBe(10);
      expect(stdout).toContain('[secret]');
      for (const secret of [...Object.values(SECRETS), 'proxy-password-1']) {
        expect(stdout + stderr).not.toContain(secret);
      }
    },
  );

  it('is text to read on a terminal, and rows in a pipe', async () => {
    await keep('good', (await serve(KNOWN)).baseUrl);
    const terminal = await run(['doctor'], { terminal: true });
    expect(terminal.stdout).toContain('ok       good: credentials: The server says: accepted.');
    expect(terminal.stdout).toContain('No problem was found.');
    const pipe = await run(['doctor']);
    expect(pipe.stdout).toContain('ok\tgood\tcredentials\tThe server says: accepted.\t\n');
    const table = await run(['doctor', '--output', 'table'], { terminal: true });
    expect(table.stdout).toContain('Status');
  });
});

describe('explain', () => {
  it('needs neither a context nor a network', async () => {
    await writeFile(join(folder, 'contexts.json'), 'broken', { mode: 0o600 });
    const { status, stdout, stderr } = await run(['explain', 'floating_not_available']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('The product waits until a seat comes free.');
  });

  it('gives a program all meanings', async () => {
    const { stdout } = await run(['explain', 'signature_mismatch', '--json']);
    expect(JSON.parse(stdout).data).toMatchObject({
      code: 'signature_mismatch',
      meanings: [
        { system: 'licensespring', exitCodes: [4] },
        { system: 'licensectl', exitCodes: [6] },
      ],
    });
  });

  it('lists all codes with their systems', async () => {
    const { stdout } = await run(['explain']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(250);
    expect(lines).toContain(
      'rate_limited\tlicensectl\tThe server asks to slow down, and still does after all attempts.',
    );
  });

  it('does not find a code that there is not, and tells what may be meant', async () => {
    const { status, stdout, stderr } = await run(['explain', 'licence_expired']);
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toContain('license_expired');
    expect((await run(['explain', 'zzzz'])).stderr).toContain('licensectl explain lists all of them');
    expect((await run(['explain', ''])).status).toBe(2);
  });
});
