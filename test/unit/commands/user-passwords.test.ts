/** Passwords of end users, through the whole program: where they come from, and that they come out nowhere. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fakeProcess, runMain } from '../cli/fake-process.js';
import { startTestServer, type TestServer } from '../zentitle-client/test-server.js';

const PASSWORD = 'Blue-Harbour-77';

let server: TestServer;
let folder: string;
let before = 0;

beforeAll(async () => {
  server = await startTestServer();
  folder = await mkdtemp(join(tmpdir(), 'licensectl-passwords-'));
});

beforeEach(() => {
  before = server.asked.length;
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const sent = () => server.asked.slice(before).map(({ body }) => body);

async function run(args: readonly string[], options: { env?: Record<string, string>; stdin?: string } = {}) {
  const proc = fakeProcess({
    env: {
      LICENSECTL_PROVIDER: 'zentitle',
      LICENSECTL_BASE_URL: server.baseUrl,
      LICENSECTL_CUSTOMER_ID: '1234',
      LICENSECTL_API_KEY: 'abcd12wV4D1Hxjf',
      ...options.env,
    },
  });
  if (options.stdin !== undefined) proc.stdin.push(options.stdin);
  proc.stdin.push(null);
  await runMain(args, proc);
  return { status: proc.exitCode ?? 0, stdout: proc.out(), stderr: proc.err() };
}

const COMMANDS: readonly (readonly [string, readonly string[]])[] = [
  ['user create', ['user', 'create', 'ada', '--group-id', '9']],
  ['user password', ['user', 'password', 'ada']],
  ['user authenticate', ['user', 'authenticate', 'ada']],
  ['onboard', ['onboard', 'G', '--product', '1', '--code', '2', '--username', 'ada']],
];
const USER_PASSWORD = { LICENSECTL_USER_PASSWORD: PASSWORD };

describe.each(COMMANDS)('%s', (_, args) => {
  const answers = () => server.answer({ json: { groupID: 1, groupUserID: 2, success: true } });

  it('takes the password from standard input', async () => {
    answers();
    const { status } = await run([...args, '--user-password-stdin'], { stdin: `${PASSWORD}\n` });
    expect([status, sent()]).toMatchObject([0, [{ password: PASSWORD }]]);
  });

  it('takes the password from a variable of its own', async () => {
    answers();
    const { status } = await run(args, { env: USER_PASSWORD });
    expect([status, sent()]).toMatchObject([0, [{ password: PASSWORD }]]);
  });

  it.each(['LICENSECTL_ACCOUNT_PASSWORD', 'LICENSECTL_PASSWORD'])(
    'leaves %s alone, which is another password',
    async (variable) => {
      const { status, stderr } = await run(args, { env: { [variable]: PASSWORD } });
      expect([status, sent()]).toEqual([2, []]);
      expect(stderr).toContain('--user-password-stdin or LICENSECTL_USER_PASSWORD');
    },
  );

  it.each(['--password', '--user-password', '--userPassword'])('takes no value from %s', async (flag) => {
    for (const words of [[flag, PASSWORD], [`${flag}=${PASSWORD}`]]) {
      const { status, stdout, stderr } = await run([...args, ...words]);
      expect([status, stdout, sent()]).toEqual([2, '', []]);
      expect(stderr).not.toContain(PASSWORD);
      expect(stderr).toContain('Pipe it in with --user-password-stdin, or set LICENSECTL_USER_PASSWORD.');
    }
  });

  it.each([[[]], [['--verbose']], [['--dry-run']], [['--dry-run', '--curl']], [['--json', '--verbose']]])(
    'prints it nowhere with %j',
    async (more) => {
      answers();
      answers();
      const { stdout, stderr } = await run([...args, ...more], { env: USER_PASSWORD });
      expect(stdout + stderr).not.toContain(PASSWORD);
      expect(stdout).not.toBe('');
      await drain();
    },
  );

  it.each([200, 400, 500])('prints it nowhere when the server repeats it with HTTP %d', async (status) => {
    const json = `Not correct: user ada with password ${PASSWORD}`;
    for (let times = 0; times < 6; times += 1) server.answer({ status, json });
    const { stdout, stderr } = await run([...args, '--verbose'], { env: USER_PASSWORD });
    expect(stdout + stderr).toContain('[secret]');
    expect(stdout + stderr).not.toContain(PASSWORD);
    await drain();
  });
});

describe('a body in a file', () => {
  it.each(['user create', 'onboard'])(
    '%s takes the password from it, and prints it nowhere',
    async (name) => {
      const body = { groupid: 9, username: 'ada', password: PASSWORD };
      const whole = { groupname: 'G', productid: '1', licensecode: '2', username: 'ada', password: PASSWORD };
      const file = join(folder, 'body.json');
      await writeFile(file, JSON.stringify(name === 'onboard' ? whole : body));
      server.answer({ json: { groupID: 1, groupUserID: 2 } });
      const words = [...name.split(' '), '--from-file', file, '--verbose'];
      const { status, stdout, stderr } = await run(words);
      expect([status, sent()]).toMatchObject([0, [{ password: PASSWORD }]]);
      expect(stdout + stderr).not.toContain(PASSWORD);
    },
  );

  it('is not quoted when it is wrong', async () => {
    const file = join(folder, 'wrong.json');
    await writeFile(file, JSON.stringify({ groupid: 'nine', username: 'ada', password: [PASSWORD] }));
    const { status, stdout, stderr } = await run(['user', 'create', '--from-file', file, '--verbose']);
    expect([status, sent()]).toEqual([2, []]);
    expect(stdout + stderr).not.toContain(PASSWORD);
  });
});

/** Uses up the answers that were left over. */
async function drain(): Promise<void> {
  for (;;) {
    const response = await fetch(server.baseUrl);
    await response.text();
    if (response.status === 599) return;
  }
}
