/** The emulator's commands as processes: what serves, what steers it, and what runs inside `emulator exec`. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Ended, type RunOptions, runProgram } from './lab.js';
import { emptyHome, type Folders, type Served, serveEmulator } from './served-emulator.js';

let home: Folders;
beforeEach(async () => {
  home = await emptyHome();
});
afterEach(() => rm(home.folder, { recursive: true, force: true }));

const run = (args: readonly string[], options: RunOptions = {}): Promise<Ended> =>
  runProgram(args, { ...options, env: { ...home.env, ...options.env } });

const errorOf = ({ stderr }: Ended): unknown => JSON.parse(stderr).error;
const dataOf = ({ stdout }: Ended) => JSON.parse(stdout).data;

describe('a running emulator', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serveEmulator();
  });
  afterAll(() => served.close());
  beforeEach(async () => {
    await served.run(['emulator', 'reset']);
    await served.run(['emulator', 'clock', 'real', '--resume']);
    await served.run(['emulator', 'fault', '--clear']);
    await served.run(['emulator', 'requests', '--clear']);
  });

  /** A command that speaks to Zentitle by environment alone. */
  const zentitle = (args: readonly string[]): Promise<Ended> =>
    served.run(args, {
      env: {
        LICENSECTL_PROVIDER: 'zentitle',
        LICENSECTL_BASE_URL: `${served.url}/zentitle`,
        LICENSECTL_CUSTOMER_ID: '1234',
        LICENSECTL_API_KEY: 'abcd12wV4D1Hxjf',
      },
    });
  const trialStatus = async (): Promise<string> =>
    dataOf(
      await zentitle([
        'trial',
        'status',
        '--product',
        '6872450105',
        '--computer',
        'BLXRrZJ5T9imK7qPrJSL',
        '--json',
      ]),
    ).status;

  it('shows itself, and tables only when asked', async () => {
    const status = dataOf(await served.run(['emulator', 'status', '--json']));
    expect(status).toMatchObject({ url: served.url, pid: served.pid, activeFaults: 0, failures: 0 });
    expect(status.tables.zentitle_codes).toBeGreaterThan(100);
    const table = (await served.run(['emulator', 'status', '--output', 'table'])).stdout;
    expect(table).toContain(served.url);
    expect(table).not.toContain('zentitle_codes');
    expect((await served.run(['emulator', 'status', '-q'])).stdout).toBe(`${served.url}\n`);
  });

  it('has credentials that a shell can read, for every system', async () => {
    for (const system of ['zentitle', 'licensespring', 'babel', 'parallels']) {
      const text = await readFile(join(String(served.record.credentials), `${system}.env`), 'utf8');
      const env = Object.fromEntries(
        [...text.matchAll(/^export (\w+)='([^']*)'$/gm)].map(([, name, value]) => [name, value]),
      );
      const login = ['login', '--credential-store', 'file', '--json'];
      expect(dataOf(await run(login, { env }))).toMatchObject({ name: system, checked: true });
    }
  });

  it('proves its LicenseSpring answers to a call that the variables describe', async () => {
    const text = await readFile(join(String(served.record.credentials), 'licensespring.env'), 'utf8');
    const env = Object.fromEntries(
      [...text.matchAll(/^export (\w+)='([^']*)'$/gm)].map(([, name = '', value = '']) => [name, value]),
    );
    const printed = await served.run(['emulator', 'public-key']);
    expect(printed.stdout).toBe(await readFile(String(env.LICENSECTL_PUBLIC_KEY), 'utf8'));
    const show = ['product', 'show', 'lsprod', '--json'];
    const shown = await run(show, { env: { ...env, LICENSECTL_SIGNATURES: 'require' } });
    expect([shown.status, shown.stderr]).toEqual([0, '']);
  });

  it('moves its clock, and what ends by it ends', async () => {
    expect(await trialStatus()).toBe('in-trial');
    const moved = dataOf(await served.run(['emulator', 'clock', '+400d', '--json']));
    expect(moved.clockOffsetSeconds).toBe(400 * 86_400);
    expect(await trialStatus()).not.toBe('in-trial');
    const back = dataOf(await served.run(['emulator', 'clock', '-60d', '--json']));
    expect(back.clockOffsetSeconds).toBe(340 * 86_400);
    const frozen = ['emulator', 'clock', '2030-01-31T12:00:00Z', '--freeze', '--json'];
    expect(dataOf(await served.run(frozen))).toMatchObject({
      clock: '2030-01-31T12:00:00.000Z',
      clockFrozen: true,
    });
    const real = dataOf(await served.run(['emulator', 'clock', 'real', '--resume', '--json']));
    expect(real).toMatchObject({ clockOffsetSeconds: 0, clockFrozen: false });
  });

  it('fails on request, as often as it is told, and logs it', async () => {
    const fault = ['emulator', 'fault', '--html', '--times', '1', '--match', '/api/LicenseCodes', '--json'];
    expect(dataOf(await served.run(fault))).toMatchObject([{ kind: 'html', times: 1, struck: 0 }]);
    const list = ['codes', 'list', '--limit', '1', '--json'];
    expect((await zentitle(list)).status).not.toBe(0);
    expect((await zentitle(list)).status).toBe(0);
    const log = dataOf(await served.run(['emulator', 'requests', '--json']));
    expect(log.map(({ method, effect, fault }: Record<string, unknown>) => [method, effect, fault])).toEqual([
      ['GET', 'read', expect.stringContaining('html')],
      ['GET', 'read', null],
    ]);
    const cleared = await served.run(['emulator', 'requests', '--clear', '--json']);
    expect(dataOf(cleared)).toEqual([]);
  });

  it('saves its world, loads it again, and forgets what came between', async () => {
    const file = join(home.folder, 'world.json');
    expect(await served.run(['emulator', 'save', file])).toMatchObject({ status: 0 });
    const reset = ['trial', 'reset', '--product', '6872450105', '--computer', 'BLXRrZJ5T9imK7qPrJSL'];
    expect((await zentitle([...reset, '--yes'])).status).toBe(0);
    expect(await trialStatus()).toBe('none');
    expect((await served.run(['emulator', 'load', file])).status).toBe(0);
    expect(await trialStatus()).toBe('in-trial');
  });

  it('loads nothing of a file that is not a world', async () => {
    const broken = join(home.folder, 'broken.json');
    for (const [text, code] of [
      ['{"a":', 'not_json'],
      ['{"a":1}', expect.stringMatching(/^emulator_/)],
    ]) {
      await writeFile(broken, String(text));
      const done = await served.run(['emulator', 'load', broken, '--json']);
      expect([done.status, done.stdout, errorOf(done)]).toMatchObject([2, '', { code }]);
    }
    expect(await trialStatus()).toBe('in-trial');
  });

  it('changes nothing in a dry run', async () => {
    const before = dataOf(await served.run(['emulator', 'status', '--json']));
    for (const args of [
      ['clock', '+1d'],
      ['fault', '--status', '503'],
      ['reset'],
      ['requests', '--clear'],
      ['stop'],
    ]) {
      const done = await served.run(['emulator', ...args, '--dry-run', '--json']);
      expect(dataOf(done)).toMatchObject({ dryRun: true });
    }
    const after = dataOf(await served.run(['emulator', 'status', '--json']));
    expect(after).toMatchObject({ pid: before.pid, activeFaults: 0, clockOffsetSeconds: 0 });
  });
});

describe('emulator start and stop', () => {
  it('stop ends it, its note and its port', async () => {
    const served = await serveEmulator([], home);
    const stopped = await served.run(['emulator', 'stop', '--json']);
    expect(dataOf(stopped)).toMatchObject({ url: served.url, pid: served.pid, stopped: true });
    expect((await served.ended).status).toBe(0);
    const status = await run(['emulator', 'status', '--json']);
    expect([status.status, errorOf(status)]).toMatchObject([3, { code: 'emulator_not_running' }]);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s ends it in order with %d', async (signal, code) => {
    const served = await serveEmulator([], home);
    served.kill(signal);
    expect(await served.ended).toMatchObject({ status: code, signal: null });
    expect(existsSync(join(home.folder, 'data', 'emulator.json'))).toBe(false);
  });

  it('keeps its state with --data, also over a kill, and tells a stale note from a running emulator', async () => {
    const world = join(home.folder, 'world');
    const first = await serveEmulator(['--data', world, '--clock', '2030-01-31T12:00:00Z'], home);
    first.kill('SIGKILL');
    await first.ended;
    expect(existsSync(join(home.folder, 'data', 'emulator.json'))).toBe(true);
    const stale = await run(['emulator', 'status', '--json']);
    expect([stale.status, errorOf(stale)]).toMatchObject([
      3,
      {
        code: 'emulator_not_running',
        message: `No emulator is running: the last one (process ${first.pid}) has ended.`,
      },
    ]);
    expect(existsSync(join(home.folder, 'data', 'emulator.json'))).toBe(false);

    const second = await serveEmulator(['--data', world], home);
    const status = dataOf(await second.run(['emulator', 'status', '--json']));
    expect(status.dataDir).toBe(world);
    const taken = await run(['emulator', 'start', '--port', '0', '--data', world, '--json']);
    expect([taken.status, errorOf(taken)]).toMatchObject([2, { code: 'emulator_data_in_use' }]);
    await second.close();
  });

  it('takes a broken note for none', async () => {
    const note = join(home.folder, 'data', 'emulator.json');
    await mkdir(dirname(note), { recursive: true });
    for (const text of ['', '{', '[]', '{"schemaVersion":1,"pid":"x"}']) {
      await writeFile(note, text);
      const status = await run(['emulator', 'status', '--json']);
      expect([status.status, errorOf(status)]).toMatchObject([3, { code: 'emulator_not_running' }]);
    }
  });

  it('refuses a port in use and a folder that holds something else', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const busy = await run(['emulator', 'start', '--port', String(port), '--json']);
    other.close();
    expect([busy.status, busy.stdout, errorOf(busy)]).toMatchObject([2, '', { code: 'port_in_use' }]);

    const file = join(home.folder, 'file');
    await writeFile(file, 'not a folder');
    const occupied = join(home.folder, 'occupied');
    await mkdir(join(occupied, 'world.sqlite'), { recursive: true });
    for (const unusable of [file, occupied]) {
      const refused = await run(['emulator', 'start', '--port', '0', '--data', unusable, '--json']);
      expect([refused.status, errorOf(refused)]).toMatchObject([2, { code: 'emulator_data_unusable' }]);
    }
  });
});

describe('emulator exec', () => {
  const exec = (args: readonly string[], options: RunOptions = {}): Promise<Ended> =>
    run(['emulator', 'exec', ...args], options);
  const shell = (script: string, options: RunOptions = {}): Promise<Ended> =>
    exec(['--', 'sh', '-c', script], options);

  it('prints nothing of its own and passes the exit status on', async () => {
    expect(await shell('printf out; printf err >&2; exit 37')).toEqual({
      stdout: 'out',
      stderr: 'err',
      status: 37,
      signal: null,
    });
    expect((await shell('kill -9 $$')).status).toBe(137);
  });

  it('passes standard input and every word on as they are', async () => {
    const words = ['--json', '-h', 'a b', '', '$HOME', '--'];
    const done = await exec(['--', 'sh', '-c', 'cat; printf "<%s>" "$@"', 'sh', ...words], { input: 'in:' });
    expect(done.stdout).toBe(`in:${words.map((word) => `<${word}>`).join('')}`);
  });

  it('has licensectl on the PATH and the four contexts in folders of its own', async () => {
    const done = await shell(
      'licensectl context list -q; licensectl whoami -q; licensectl context test --all --output ndjson >/dev/null && echo works; ' +
        'dirname "$LICENSECTL_CONFIG_DIR"',
    );
    expect(done).toMatchObject({ status: 0, stderr: '' });
    const [folder, ...rest] = done.stdout.trim().split('\n').reverse();
    expect(rest.reverse()).toEqual(['zentitle', 'licensespring', 'babel', 'parallels', 'zentitle', 'works']);
    expect(folder).toMatch(/licensectl-/);
    expect(existsSync(String(folder))).toBe(false);
    expect(existsSync(join(home.folder, 'config'))).toBe(false);
    expect(existsSync(join(home.folder, 'data'))).toBe(false);
  });

  it('keeps what describes another system from the command, and leaves the rest', async () => {
    const env = {
      LICENSECTL_PROVIDER: 'babel',
      LICENSECTL_BASE_URL: 'http://127.0.0.1:1',
      LICENSECTL_API_KEY: 'real-key-1',
      LICENSECTL_TOKEN: 'real-token-1',
      LICENSECTL_CONTEXT: 'production',
      LICENSECTL_OUTPUT: 'csv',
      MINE: 'kept',
    };
    const done = await shell('licensectl whoami -q; env', { env });
    expect(done.stdout).toMatch(/^zentitle\n/);
    expect(done.stdout).toMatch(/^MINE=kept$/m);
    expect(done.stdout).toMatch(/^LICENSECTL_OUTPUT=csv$/m);
    expect(done.stdout).not.toMatch(/real-key-1|real-token-1|production|LICENSECTL_PROVIDER/);
  });

  it('forgets everything afterwards, and with --data nothing', async () => {
    const world = join(home.folder, 'world');
    const reset =
      'licensectl trial reset --product 6872450105 --computer BLXRrZJ5T9imK7qPrJSL --yes >/dev/null 2>&1';
    const status =
      'licensectl trial status --product 6872450105 --computer BLXRrZJ5T9imK7qPrJSL --columns status --output ndjson';
    await shell(reset);
    expect((await shell(status)).stdout).toContain('in-trial');
    await exec(['--data', world, '--', 'sh', '-c', reset]);
    expect((await exec(['--data', world, '--', 'sh', '-c', status])).stdout).toContain('none');
  });

  it('serves https, at the time it is told', async () => {
    const done = await exec([
      '--tls',
      '--clock',
      '2030-01-31T12:00:00Z',
      '--',
      'sh',
      '-c',
      'echo "$LICENSECTL_EMULATOR_URL"; licensectl emulator clock -q; licensectl context test --context zentitle --output ndjson',
    ]);
    const [url, clock, test] = done.stdout.trim().split('\n');
    expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect(clock).toMatch(/^2030-01-31T12:0/);
    expect(JSON.parse(String(test))).toMatchObject({ works: true });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('passes %s on and waits for the command', async (signal) => {
    const script = `trap 'echo got; exit 5' ${signal.slice(3)}; echo ready; while :; do sleep 0.1; done`;
    const done = await shell(script, {
      started: (child) => child.stdout?.once('data', () => child.kill(signal)),
    });
    expect(done).toMatchObject({ stdout: 'ready\ngot\n', status: 5 });
  });

  it('says that a command is missing or not there', async () => {
    const none = await exec([]);
    expect(none).toMatchObject({ status: 2, stdout: '' });
    expect(none.stderr).toMatch(/^error: .*CMD/);
    const unknown = await exec(['--', 'no-such-command-here']);
    expect(unknown).toMatchObject({ status: 2, stdout: '' });
    expect(unknown.stderr).toMatch(
      /^error: The command 'no-such-command-here' was not found\.\nhint: .*sh -c\.\n$/,
    );
  });
});
