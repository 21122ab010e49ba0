import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Command, Parsed } from '../../../src/commands/command.js';
import { command as clock, parseInstant } from '../../../src/commands/emulator/clock.js';
import { command as fault } from '../../../src/commands/emulator/fault.js';
import { faultRules } from '../../../src/commands/emulator/fault-flags.js';
import { command as load } from '../../../src/commands/emulator/load.js';
import { command as publicKey } from '../../../src/commands/emulator/public-key.js';
import { command as requests } from '../../../src/commands/emulator/requests.js';
import { command as reset } from '../../../src/commands/emulator/reset.js';
import { runChild } from '../../../src/commands/emulator/run-child.js';
import { command as save } from '../../../src/commands/emulator/save.js';
import { readNote, writeNote } from '../../../src/commands/emulator/state-file.js';
import { command as status } from '../../../src/commands/emulator/status.js';
import { command as stop } from '../../../src/commands/emulator/stop.js';
import type { RunContext } from '../../../src/commands/run-context.js';
import { PUBLIC_KEY } from '../../../src/emulator/licensespring/signing-key.js';
import { licensespringSystem } from '../../../src/emulator/licensespring/system.js';
import { InterruptedError } from '../../../src/errors.js';
import type { Row } from '../../../src/output/result.js';
import { temporaryFolders } from '../../support/temp-folder.js';
import { type Harness, useEmulators } from './harness.js';

const folder = temporaryFolders();
const start = useEmulators();

interface Given {
  readonly args?: Parsed['args'];
  readonly options?: Parsed['options'];
  readonly env?: Record<string, string>;
  readonly dryRun?: boolean;
}

const unexpected = (): never => {
  throw new Error('Not for emulator commands.');
};

function contextIn(dataDir: string, { env = {}, dryRun = false }: Given = {}): RunContext {
  return {
    streams: { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr },
    env,
    cwd: dataDir,
    settings: {
      dryRun,
      yes: false,
      noInput: true,
      verbose: false,
      timeoutMs: 5000,
      contextName: null,
      json: false,
      quiet: false,
      raw: false,
      columns: null,
    },
    clock: { now: () => 0, sleep: () => new Promise((resolve) => setImmediate(resolve)) },
    signal: new AbortController().signal,
    configDir: dataDir,
    dataDir,
    contexts: unexpected,
    prompts: unexpected,
    resolveContext: unexpected,
    connect: unexpected,
    connectTo: unexpected,
    protect: unexpected,
    notice: unexpected,
    progress: unexpected,
  };
}

/** The rows or the record of a command on this emulator. */
async function run(
  command: Command,
  { emulator }: Harness,
  dataDir: string,
  given: Given = {},
): Promise<Row[]> {
  const env = { LICENSECTL_EMULATOR_URL: emulator.url, ...given.env };
  const { result } = await command.run(contextIn(dataDir, { ...given, env }), {
    args: given.args ?? {},
    options: given.options ?? {},
  });
  if (result.kind === 'record') return [result.record];
  return result.kind === 'list' ? [...(result.rows as Iterable<Row>)] : [];
}

describe('the running emulator', () => {
  const none = { args: {}, options: {} };

  it('is found by its note, and a note of one that has ended is taken away', async () => {
    const dataDir = await folder();
    const { emulator } = await start();
    const note = {
      schemaVersion: 1,
      pid: 4711,
      url: emulator.url,
      startedAt: '',
      dataDir: null,
      certPem: null,
    } as const;
    await writeNote(dataDir, note);
    expect((await stat(join(dataDir, 'emulator.json'))).mode & 0o777).toBe(0o600);
    const { result } = await status.run(contextIn(dataDir), none);
    expect(result).toMatchObject({ kind: 'record', record: { url: emulator.url, pid: 4711, failures: 0 } });
    await emulator.stop();
    await expect(status.run(contextIn(dataDir), none)).rejects.toMatchObject({
      kind: 'not-found',
      message: 'No emulator is running: the last one (process 4711) has ended.',
    });
    expect(await readNote(dataDir)).toBeNull();
  });

  it.each([
    ['', 'not-found', 'emulator_not_running'],
    ['http://example.com', 'usage', 'emulator_url'],
    ['no url', 'usage', 'emulator_url'],
    ['http://127.0.0.1:1', 'network', 'emulator_unreachable'],
  ])('is not at "%s"', async (url, kind, code) => {
    const options = url === '' ? {} : { url };
    const running = status.run(contextIn(await folder()), { args: {}, options });
    await expect(running).rejects.toMatchObject({ kind, code });
  });

  it('is reached over TLS with the certificate of its note', async () => {
    const dataDir = await folder();
    const { emulator } = await start({ tls: true });
    const certPem = emulator.tls?.certPem ?? '';
    await writeNote(dataDir, {
      schemaVersion: 1,
      pid: 1,
      url: emulator.url,
      startedAt: '',
      dataDir: null,
      certPem,
    });
    const env = { LICENSECTL_EMULATOR_URL: emulator.url };
    expect((await reset.run(contextIn(dataDir, { env }), none)).result).toMatchObject({ kind: 'record' });
  });

  it('is gone when stop returns', async () => {
    const emulator = await start();
    expect(await run(stop, emulator, await folder())).toMatchObject([
      { url: emulator.emulator.url, stopped: true },
    ]);
    await expect(emulator.things()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

describe('changes', () => {
  it('move the clock', async () => {
    const emulator = await start();
    const dataDir = await folder();
    const args = { WHEN: '2030-01-31T12:00:00Z' };
    await run(clock, emulator, dataDir, { args, options: { freeze: true } });
    const moved = await run(clock, emulator, dataDir, { args: { WHEN: '+1d12h' } });
    expect(moved).toMatchObject([{ clock: '2030-02-02T00:00:00.000Z', clockFrozen: true }]);
    const back = await run(clock, emulator, dataDir, { args: { WHEN: 'real' }, options: { resume: true } });
    expect(back).toMatchObject([{ clockOffsetSeconds: 0, clockFrozen: false }]);
  });

  it('set, list and clear faults', async () => {
    const emulator = await start();
    const dataDir = await folder();
    const options = { status: '503', times: '2', match: '/v1/things' };
    const expected = { id: 1, kind: 'status', effect: '503', matches: '/v1/things', times: 2, struck: 0 };
    expect(await run(fault, emulator, dataDir, { options })).toMatchObject([expected]);
    expect((await emulator.system('/v1/things')).status).toBe(503);
    expect(await run(fault, emulator, dataDir)).toMatchObject([{ ...expected, struck: 1 }]);
    expect(await run(fault, emulator, dataDir, { options: { clear: true } })).toEqual([]);
    expect((await emulator.system('/v1/things')).status).toBe(200);
  });

  it('of faults that the emulator refuses are usage errors', async () => {
    const emulator = await start();
    const options = { status: '900' };
    const running = run(fault, emulator, await folder(), { options });
    await expect(running).rejects.toMatchObject({ kind: 'usage', code: 'emulator_bad_request' });
  });

  it('save a world privately and load it again', async () => {
    const emulator = await start();
    const dataDir = await folder();
    await emulator.add('second');
    await run(save, emulator, dataDir, { args: { FILE: 'world.json' } });
    expect((await stat(join(dataDir, 'world.json'))).mode & 0o777).toBe(0o600);
    await run(reset, emulator, dataDir);
    expect(await emulator.things()).toEqual(['first']);
    await run(load, emulator, dataDir, { args: { FILE: 'world.json' } });
    expect(await emulator.things()).toEqual(['first', 'second']);
  });

  it('say what is wrong with a file to load', async () => {
    const emulator = await start();
    const dataDir = await folder();
    const loading = (FILE: string) => run(load, emulator, dataDir, { args: { FILE } });
    await expect(loading('missing.json')).rejects.toMatchObject({ code: 'file_not_readable' });
    await writeFile(join(dataDir, 'text'), 'not json');
    await expect(loading('text')).rejects.toMatchObject({ code: 'not_json' });
    await writeFile(join(dataDir, 'other.json'), '{}');
    await expect(loading('other.json')).rejects.toMatchObject({ kind: 'usage', code: 'emulator_bad_world' });
  });

  it('list and clear the log', async () => {
    const emulator = await start();
    const dataDir = await folder();
    await emulator.things();
    await emulator.add('second');
    const rows = await run(requests, emulator, dataDir, { options: { after: '1' } });
    expect(rows).toMatchObject([
      { sequence: 2, operation: 'fake.thing.add', effect: 'create', committed: true },
    ]);
    expect(await run(requests, emulator, dataDir, { options: { clear: true } })).toEqual([]);
    expect(await run(requests, emulator, dataDir)).toEqual([]);
  });

  it('are shown and not made in a dry run', async () => {
    const emulator = await start();
    const dataDir = await folder();
    await emulator.add('second');
    const before = await emulator.world();
    await writeFile(join(dataDir, 'w.json'), JSON.stringify({}));
    const dry: readonly [Command, Given][] = [
      [reset, {}],
      [stop, {}],
      [clock, { args: { WHEN: '+1d' } }],
      [fault, { options: { empty: true } }],
      [fault, { options: { clear: true } }],
      [requests, { options: { clear: true } }],
      [load, { args: { FILE: 'w.json' } }],
    ];
    for (const [command, given] of dry) {
      expect(await run(command, emulator, dataDir, { ...given, dryRun: true })).toMatchObject([
        { dryRun: true },
      ]);
    }
    expect((await emulator.world()).tables).toEqual(before.tables);
    expect((await emulator.control('GET', '/faults')).json()).toEqual([]);
    expect((await emulator.control('GET', '/requests')).json()).toHaveLength(1);
  });
});

describe('flags of faults', () => {
  const rules = (options: Parsed['options']) => faultRules({ args: {}, options });

  it.each([
    [{ 'retry-after': '3' }, [{ kind: 'rate-limit', retryAfterSeconds: 3 }]],
    [
      { status: '503', 'retry-after': '3', 'retry-date': true },
      [{ kind: 'status', status: 503, retryAfterSeconds: 3, as: 'date' }],
    ],
    [{ delay: '2s', 'reset-after': true }, [{ kind: 'delay', ms: 2000 }, { kind: 'reset-after' }]],
    [{ skew: '-20m' }, [{ kind: 'skew', seconds: -1200 }]],
    [{ huge: '100M' }, [{ kind: 'huge', bytes: 100_000_000 }]],
    [
      {
        truncate: true,
        system: 'babel',
        match: '/v1/*',
        method: 'get',
        after: '1',
        probability: '.5',
        seed: 's',
      },
      [
        {
          kind: 'truncate',
          system: 'babel',
          path: '/v1/*',
          method: 'GET',
          after: 1,
          probability: 0.5,
          seed: 's',
        },
      ],
    ],
    [{}, []],
  ])('%j', (options, expected) => {
    expect(rules(options)).toEqual(expected);
  });

  it.each([
    [{ times: '2' }, 'fault_kind_missing'],
    [{ html: true, empty: true }, 'conflicting_options'],
    [{ truncate: true, 'retry-after': '3' }, 'conflicting_options'],
    [{ huge: 'much' }, 'invalid_value'],
    [{ status: '503', probability: 'often' }, 'invalid_value'],
    [{ delay: '0' }, 'invalid_duration'],
  ])('%j is refused', (options, code) => {
    expect(() => rules(options)).toThrow(expect.objectContaining({ code }));
  });
});

describe('dates', () => {
  it.each([
    ['2030-01-31', '2030-01-31T00:00:00.000Z'],
    ['2030-01-31T12:00', '2030-01-31T12:00:00.000Z'],
    ['2030-01-31t12:00:30+02:00', '2030-01-31T10:00:30.000Z'],
  ])('%s', (text, expected) => expect(parseInstant(text, '--clock')).toBe(expected));

  it.each(['2030-02-31', '2030-13-01', '31.01.2030', '2030-01-31T25:00', '1893456000', ''])(
    'not %s',
    (text) => {
      expect(() => parseInstant(text, '--clock')).toThrow(/^--clock takes a date/);
    },
  );
});

describe('the public key', () => {
  it('is printed as it is, or written for this user alone, and replaces no file unasked', async () => {
    const dataDir = await folder();
    const emulator = await start({ systems: [licensespringSystem] });
    const [record] = await run(publicKey, emulator, dataDir);
    expect(record).toEqual({ url: emulator.emulator.url, publicKey: PUBLIC_KEY.trimEnd() });
    const file = join(dataDir, 'emulator.pem');
    const out = { options: { out: 'emulator.pem' } };
    expect(await run(publicKey, emulator, dataDir, out)).toEqual([{ url: emulator.emulator.url, file }]);
    expect(await readFile(file, 'utf8')).toBe(PUBLIC_KEY);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const again = run(publicKey, emulator, dataDir, out);
    await expect(again).rejects.toMatchObject({ kind: 'usage', code: 'file_exists' });
    const forced = { options: { out: 'emulator.pem', force: true } };
    expect(await run(publicKey, emulator, dataDir, forced)).toHaveLength(1);
  });

  it('is not there when no system signs its answers', async () => {
    const running = run(publicKey, await start(), await folder());
    await expect(running).rejects.toMatchObject({ kind: 'usage', code: 'emulator_not_found' });
  });
});

describe('a command in our place', () => {
  const env = { PATH: process.env.PATH };
  const context = { signal: new AbortController().signal, streams: contextIn('/').streams, cwd: '/' };

  it.each([
    ['exit 0', 0],
    ['exit 7', 7],
    ['kill -TERM $$', 143],
    ['kill -INT $$', 130],
  ])('%s', async (script, status) => {
    expect(await runChild(context, ['sh', '-c', script], env)).toBe(status);
  });

  it('gets every signal, and a place to work', async () => {
    const dir = await folder();
    let send: (signal: NodeJS.Signals) => void = unexpected;
    let taken = 0;
    const takeSignals: NonNullable<RunContext['takeSignals']> = (listener) => {
      send = listener;
      taken += 1;
      return () => {
        taken -= 1;
      };
    };
    const script = `trap 'echo one >> got' TERM; echo > ready; while [ "$(cat got 2>/dev/null | wc -l)" -lt 2 ]; do sleep 0.02; done; exit 5`;
    const ended = runChild({ ...context, cwd: dir, takeSignals }, ['sh', '-c', script], env);
    const lines = async (name: string): Promise<number> =>
      (await readFile(join(dir, name), 'utf8').catch(() => '')).split('\n').length - 1;
    while ((await lines('ready')) < 1) await new Promise((resolve) => setImmediate(resolve));
    send('SIGTERM');
    while ((await lines('got')) < 1) await new Promise((resolve) => setImmediate(resolve));
    send('SIGTERM');
    expect(await ended).toBe(5);
    expect(taken).toBe(0);
  });

  it('is ended when we were told to end before it began', async () => {
    const signal = AbortSignal.abort(new InterruptedError('SIGTERM'));
    expect(await runChild({ ...context, signal }, ['sleep', '60'], env)).toBe(143);
  });

  it.each([
    ['licensectl-no-such-command', 'command_not_found'],
    ['/', 'command_not_runnable'],
  ])('%s cannot be started', async (name, code) => {
    await expect(runChild(context, [name], env)).rejects.toMatchObject({ kind: 'usage', code });
  });
});
