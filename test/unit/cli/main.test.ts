import { describe, expect, it, vi } from 'vitest';
import { DryRunStop } from '../../../src/api/client.js';
import type { Command } from '../../../src/commands/command.js';
import type { RunContext } from '../../../src/commands/run-context.js';
import { InterruptedError, NotFoundError, PartialError } from '../../../src/errors.js';
import type { Outcome } from '../../../src/output/result.js';
import { Closing } from '../output/collect.js';
import {
  catalogOf,
  type FakeOptions,
  type FakeProcess,
  fakeCommand,
  fakeProcess,
  runMain,
} from './fake-process.js';

const RECORD: Outcome = { result: { kind: 'record', id: 'a', record: { a: 1 }, message: 'Done.' } };

async function start(
  run: Command['run'],
  argv: readonly string[] = [],
  options: FakeOptions = {},
  started: (process: FakeProcess) => void = () => undefined,
): Promise<FakeProcess> {
  const process = fakeProcess(options);
  started(process);
  const catalog = catalogOf(fakeCommand({ name: 'do', run }));
  await runMain(['do', ...argv], process, catalog);
  return process;
}

const succeed = (): Promise<Outcome> => Promise.resolve(RECORD);

describe('a run', () => {
  it('prints data on standard output and the rest on standard error', async () => {
    const process = await start(async (context) => {
      context.notice('Look out.');
      return RECORD;
    });
    expect([process.out(), process.err(), process.exitCode]).toEqual(['a\t1\n', 'Look out.\nDone.\n', 0]);
  });

  it('writes nothing but the document under --json', async () => {
    const process = await start(
      async (context) => {
        context.notice('Look out.');
        context.progress('1 of 2');
        return RECORD;
      },
      ['--json'],
    );
    expect(process.out()).toBe('{"schemaVersion":1,"data":{"a":1},"meta":{}}\n');
    expect(process.err()).toBe('');
  });

  describe('warnings', () => {
    const WARNING = { code: 'look_out', message: 'Look out.' };
    const warnThen =
      (end: () => Promise<Outcome>): Command['run'] =>
      (context) => {
        context.notice('Only for people.');
        context.notice(WARNING.message, WARNING.code);
        return end();
      };
    const rowsThatWarn: Command['run'] = async (context) => ({
      result: {
        kind: 'list',
        id: 'a',
        columns: [{ key: 'a', header: 'A' }],
        rows: (async function* () {
          yield { a: 1 };
          context.notice(WARNING.message, WARNING.code);
        })(),
      },
    });

    it('are lines for people', async () => {
      const process = await start(warnThen(succeed));
      expect(process.err()).toBe('Only for people.\nLook out.\nDone.\n');
    });

    it.each([
      ['a record', warnThen(succeed), { data: { a: 1 }, meta: { warnings: [WARNING] } }],
      ['a list', rowsThatWarn, { data: [{ a: 1 }], meta: { count: 1, warnings: [WARNING] } }],
    ])('stand in the meta of %s, and nowhere else', async (_, run, document) => {
      const process = await start(run, ['--json']);
      expect(JSON.parse(process.out())).toEqual({ schemaVersion: 1, ...document });
      expect(process.err()).toBe('');
    });

    it('stand beside the error, in the one envelope', async () => {
      const failing = warnThen(() => Promise.reject(new NotFoundError('No.', { code: 'not_found' })));
      const process = await start(failing, ['--json']);
      expect(process.out()).toBe('');
      expect(JSON.parse(process.err())).toMatchObject({
        schemaVersion: 1,
        error: { code: 'not_found' },
        warnings: [WARNING],
      });
    });

    it('stand beside an interruption too', async () => {
      const failing = warnThen(() => Promise.reject(new InterruptedError('SIGINT')));
      const process = await start(failing, ['--json']);
      expect(process.exitCode).toBe(130);
      expect(JSON.parse(process.err())).toMatchObject({
        error: { code: 'interrupted' },
        warnings: [WARNING],
      });
    });

    it('are a document of their own where no other can carry them', async () => {
      const process = await start(rowsThatWarn, ['--output', 'ndjson']);
      expect(process.out()).toBe('{"a":1}\n');
      expect(JSON.parse(process.err())).toEqual({ schemaVersion: 1, warnings: [WARNING] });
      expect(process.exitCode).toBe(0);
    });

    it('are told although the reader of the output has gone', async () => {
      const stdout = new Closing(0);
      const process = await start(warnThen(succeed), ['--json'], { stdout });
      expect(JSON.parse(process.err())).toEqual({ schemaVersion: 1, warnings: [WARNING] });
      expect(process.exitCode).toBe(0);
    });

    it('are told although they came after the data', async () => {
      const process = await start(
        async (context) => ({
          ...RECORD,
          afterPrint: async () => context.notice(WARNING.message, WARNING.code),
        }),
        ['--json'],
      );
      expect(JSON.parse(process.out())).toEqual({ schemaVersion: 1, data: { a: 1 }, meta: {} });
      expect(JSON.parse(process.err())).toEqual({ schemaVersion: 1, warnings: [WARNING] });
    });

    it('hold no secret', async () => {
      const process = await start(
        async (context) => {
          context.protect('s3cret-from-a-prompt');
          context.notice('s3cret-from-a-prompt', 'look_out');
          return RECORD;
        },
        ['--output', 'ndjson'],
      );
      expect(process.err()).not.toContain('s3cret');
    });
  });

  describe('that did only some of its work', () => {
    const partial = new PartialError('One of two failed.', { code: 'some_failed', hint: 'Look.' });
    const run = (): Promise<Outcome> => Promise.resolve({ ...RECORD, partial });

    it('prints what there is, then the error, and exits 10', async () => {
      const process = await start(run);
      expect([process.out(), process.exitCode]).toEqual(['a\t1\n', 10]);
      expect(process.err()).toBe('Done.\nerror: One of two failed.\nhint: Look.\n');
    });

    it('has the data on one stream and the envelope on the other under --json', async () => {
      const process = await start(run, ['--json']);
      expect(JSON.parse(process.out())).toMatchObject({ data: { a: 1 } });
      expect(JSON.parse(process.err())).toMatchObject({ error: { code: 'some_failed' } });
    });

    it('exits 10 although the reader of the data has gone', async () => {
      const process = await start(run, [], { stdout: new Closing(0) });
      expect(process.exitCode).toBe(10);
    });
  });

  it('replaces a progress line on a terminal and removes it before data', async () => {
    let said = (): string => '';
    const process = await start(
      async (context) => {
        context.progress('one');
        await vi.waitFor(() => expect(said()).toContain('one'));
        context.progress('two');
        await vi.waitFor(() => expect(said()).toContain('two'));
        return { result: { kind: 'record', id: 'a', record: { a: 1 } } };
      },
      [],
      { terminal: true },
      (started) => {
        said = started.err;
      },
    );
    expect(process.err().endsWith('\r\u001b[2K')).toBe(true);
  });

  it('makes notices harmless and takes secrets out of all that is said', async () => {
    const process = await start(
      async (context) => {
        context.protect('s3cret-from-a-prompt');
        context.notice('s3cret-from-a-prompt \u001b[2J env-api-key-value');
        return { result: { kind: 'record', id: 'a', record: { a: 's3cret-from-a-prompt' } } };
      },
      [],
      { env: { LICENSECTL_API_KEY: 'env-api-key-value' } },
    );
    const all = process.out() + process.err();
    expect(all).not.toContain('s3cret-from-a-prompt');
    expect(all).not.toContain('env-api-key-value');
    expect(process.err()).toContain('\\u{1b}[2J');
  });

  it('passes an exit code on', async () => {
    const process = await start(() => Promise.resolve({ ...RECORD, exitCode: 6 }));
    expect(process.exitCode).toBe(6);
  });

  it('goes on after printing when the command serves', async () => {
    const process = fakeProcess();
    let printed = '';
    const run: Command['run'] = async () => ({
      ...RECORD,
      afterPrint: async () => {
        printed = process.out();
      },
    });
    await runMain(['do'], process, catalogOf(fakeCommand({ name: 'do', run })));
    expect([printed, process.exitCode]).toEqual(['a\t1\n', 0]);
  });

  it('tells a command that serves to stop when its data could not be printed', async () => {
    let stopped = false;
    const process = await start(
      async (context) => ({
        ...RECORD,
        afterPrint: async () => {
          stopped = context.signal.aborted;
        },
      }),
      ['--columns', 'nope'],
    );
    expect([stopped, process.exitCode]).toEqual([true, 10]);
    expect(process.err()).toContain("There is no column 'nope'.");
  });
});

describe('a failure', () => {
  const fail = (): Promise<Outcome> =>
    Promise.reject(
      new NotFoundError('No such code.', { code: 'not_found', provider: 'zentitle', hint: 'Look.' }),
    );

  it('is a sentence, a hint and an exit code', async () => {
    const process = await start(fail);
    expect([process.out(), process.err(), process.exitCode]).toEqual([
      '',
      'error: No such code.\nhint: Look.\n',
      3,
    ]);
  });

  it('is an envelope on standard error under --json, and nothing on standard output', async () => {
    const process = await start(fail, ['--json']);
    expect(process.out()).toBe('');
    expect(JSON.parse(process.err())).toMatchObject({
      schemaVersion: 1,
      error: { code: 'not_found', provider: 'zentitle', operation: null },
    });
  });

  it('is an envelope for a command line that makes no sense, too', async () => {
    const process = await start(succeed, ['--bogus', '--json']);
    expect(JSON.parse(process.err()).error.code).toBe('unknown_option');
    expect(process.exitCode).toBe(2);
  });

  it('shows no stack for a bug, and ends with 1', async () => {
    const process = await start(() => Promise.reject(new TypeError('oops')));
    expect(process.exitCode).toBe(1);
    expect(process.err()).toContain('error: Something unexpected went wrong: oops');
    expect(process.err()).not.toContain('    at ');
  });

  it('hides a secret that only came up in the run', async () => {
    const process = await start(
      async (context) => {
        context.protect('s3cret-value');
        throw new TypeError('token s3cret-value is bad');
      },
      ['--verbose'],
    );
    expect(process.err()).toContain('[secret] is bad');
    expect(process.err()).not.toContain('s3cret-value');
  });

  it('outside the command is reported and ends the process', async () => {
    const process = await start(succeed);
    process.emit('uncaughtException', new Error('late'));
    await expect.poll(() => process.exits).toEqual([1]);
    expect(process.err()).toContain('late');
  });

  it('names what lacks and who has it', async () => {
    const process = await start(
      async (context) => {
        await context.connect('codes.list');
        return RECORD;
      },
      [],
      {
        env: {
          LICENSECTL_PROVIDER: 'babel',
          LICENSECTL_BASE_URL: 'http://127.0.0.1:1',
          LICENSECTL_API_KEY: 'k-123456',
        },
      },
    );
    expect(process.exitCode).toBe(9);
    expect(process.err()).toContain("Babel Licensing Service has no 'do'.");
  });
});

describe('a dry run', () => {
  const plan = {
    operation: 'zentitle.codes.delete',
    effect: 'destroy' as const,
    method: 'DELETE' as const,
    url: 'https://host/api/X?a=1&b=2',
    headers: { Authorization: 'bearer [secret]', 'Content-Length': '13' },
    body: { note: "it's" },
  };
  const stop = async (context: RunContext): Promise<Outcome> => {
    await (await context.prompts()).confirm('Sure?');
    await (await context.prompts()).confirmCount('All?', 5, null);
    throw new DryRunStop(plan);
  };

  it('asks nothing and shows the call', async () => {
    const process = await start(stop, ['--dry-run', '--json']);
    expect(process.exitCode).toBe(0);
    expect(JSON.parse(process.out()).data).toEqual({ dryRun: true, ...plan });
  });

  it('shows it to a person as it would stand on the wire', async () => {
    const process = await start(stop, ['--dry-run']);
    expect(process.out()).toBe(
      'DELETE https://host/api/X?a=1&b=2\n' +
        'Authorization: bearer [secret]\nContent-Length: 13\n\n{\n  "note": "it\'s"\n}\n',
    );
    expect(process.err()).toBe(
      'Dry run: nothing was sent. It would be zentitle.codes.delete, effect destroy.\n',
    );
  });

  it('of a call that no row describes says so', async () => {
    const raw = async (): Promise<Outcome> => {
      throw new DryRunStop({ ...plan, operation: null, effect: 'create' });
    };
    const process = await start(raw, ['--dry-run']);
    expect(process.err()).toBe(
      'Dry run: nothing was sent. It would be an undocumented call, effect create.\n',
    );
  });

  it('shows it as a curl line', async () => {
    const process = await start(stop, ['--dry-run', '--curl']);
    expect(process.out()).toBe(
      `curl --request DELETE 'https://host/api/X?a=1&b=2' --header 'Authorization: bearer [secret]' --data-raw '{"note":"it'\\''s"}'\n`,
    );
    expect(process.err()).toBe(
      'Dry run: nothing was sent. It would be zentitle.codes.delete, effect destroy.\n',
    );
  });

  it.each([['--columns', 'status'], ['--raw']])(
    'is shown whole under %s, which is about the answer',
    async (...words) => {
      const plain = await start(stop, ['--dry-run']);
      const process = await start(stop, ['--dry-run', ...words]);
      expect(process.out()).toBe(plain.out());
      expect(process.err()).toBe(
        'Dry run: nothing was sent. It would be zentitle.codes.delete, effect destroy.\n',
      );
      expect(process.exitCode).toBe(0);
    },
  );

  it('is printed when the rows of a list run into it', async () => {
    const rows: AsyncIterable<never> = {
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new DryRunStop(plan)) }),
    };
    const process = await start(
      async () => ({ result: { kind: 'list', id: 'a', columns: [], rows } }),
      ['--dry-run', '--output', 'ndjson'],
    );
    expect(JSON.parse(process.out())).toMatchObject({ dryRun: true, method: 'DELETE' });
  });
});

describe('signals', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s lets the command end and ends with %d', async (signal, code) => {
    const process = fakeProcess();
    let cleaned = false;
    const run: Command['run'] = async (context) => {
      setImmediate(() => process.emit(signal, signal));
      try {
        await context.clock.sleep(60_000);
      } finally {
        cleaned = true;
      }
      return RECORD;
    };
    await runMain(['do'], process, catalogOf(fakeCommand({ name: 'do', run })));
    expect(process.exitCode).toBe(code);
    // Whoever pressed Ctrl-C knows; a log should say why it ends.
    expect(process.err()).toBe(signal === 'SIGINT' ? '' : 'error: Interrupted.\n');
    expect(cleaned).toBe(true);
    expect(process.exits).toEqual([]);
  });

  it('end at once when they come again, but for a terminal that was closed: shell and system both tell', async () => {
    for (const [signal, exits] of [
      ['SIGHUP', []],
      ['SIGTERM', [143]],
    ] as const) {
      const process = fakeProcess();
      const run: Command['run'] = async (context) => {
        setImmediate(() => {
          process.emit(signal, signal);
          process.emit(signal, signal);
        });
        await context.clock.sleep(60_000);
        return RECORD;
      };
      await runMain(['do'], process, catalogOf(fakeCommand({ name: 'do', run })));
      expect(process.exits).toEqual(exits);
    }
  });

  it('make a command that ends in order tell that it was stopped', async () => {
    const process = fakeProcess();
    const run: Command['run'] = async (context) => {
      setImmediate(() => process.emit('SIGTERM', 'SIGTERM'));
      await context.clock.sleep(60_000).catch(() => undefined);
      return RECORD;
    };
    await runMain(['do'], process, catalogOf(fakeCommand({ name: 'do', run })));
    expect([process.out(), process.exitCode]).toEqual(['a\t1\n', 143]);
  });

  it('end the process at once the second time', async () => {
    const process = fakeProcess();
    const run: Command['run'] = async () => {
      process.emit('SIGINT', 'SIGINT');
      process.emit('SIGINT', 'SIGINT');
      return RECORD;
    };
    await runMain(['do'], process, catalogOf(fakeCommand({ name: 'do', run })));
    expect(process.exits).toEqual([130]);
  });

  it('go to the command alone while it has taken them', async () => {
    const process = fakeProcess();
    const taken: string[] = [];
    const run: Command['run'] = async (context) => {
      const giveBack = context.takeSignals?.((signal) => taken.push(signal));
      process.emit('SIGINT', 'SIGINT');
      process.emit('SIGINT', 'SIGINT');
      giveBack?.();
      expect(context.signal.aborted).toBe(false);
      return { ...RECORD, exitCode: 3 };
    };
    await runMain(['do'], process, catalogOf(fakeCommand({ name: 'do', run })));
    expect([taken, process.exits, process.exitCode]).toEqual([['SIGINT', 'SIGINT'], [], 3]);
  });

  it('are not listened to after the run', async () => {
    const process = fakeProcess();
    await runMain(['do'], process, catalogOf(fakeCommand({ name: 'do', run: succeed })));
    expect(process.emit('SIGINT', 'SIGINT')).toBe(false);
  });
});

describe('streams', () => {
  it('treats a reader that goes away as a quiet success', async () => {
    const process = await start(
      async () => ({
        result: {
          kind: 'list',
          id: 'a',
          columns: [{ key: 'a', header: 'A' }],
          rows: Array.from({ length: 5000 }, () => ({ a: 'x'.repeat(100) })),
        },
      }),
      [],
      { stdout: new Closing(1) },
    );
    expect([process.exitCode, process.err()]).toEqual([0, '']);
  });

  it('prints the version and help on standard output', async () => {
    const version = fakeProcess();
    await runMain(['--version'], version);
    expect(version.out()).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
    const help = fakeProcess();
    await runMain(['--help'], help);
    expect(help.out()).toMatch(/^Usage: licensectl COMMAND/);
    expect([help.err(), help.exitCode]).toEqual(['', 0]);
  });

  it('prints the help of a bare noun on standard error and ends with 2', async () => {
    const process = fakeProcess();
    await runMain(['codes'], process);
    expect(process.out()).toBe('');
    expect(process.err()).toMatch(/^Usage: licensectl codes COMMAND/);
    expect(process.exitCode).toBe(2);
  });
});

describe('questions', () => {
  it.each([
    [{ terminal: true }, [], true],
    [{ terminal: false }, [], false],
    [{ terminal: true }, ['--no-input'], false],
    [{ terminal: true }, ['--json'], false],
    [{ terminal: true, env: { CI: 'true' } }, [], false],
    [{ terminal: true, env: { CI: 'false' } }, [], true],
    [{ terminal: true, env: { LICENSECTL_NO_INPUT: '1' } }, [], false],
  ])('with %j and %j may be asked: %s', async (options, argv, expected) => {
    let interactive: boolean | null = null;
    await start(
      async (context) => {
        interactive = (await context.prompts()).interactive;
        return RECORD;
      },
      argv,
      options,
    );
    expect(interactive).toBe(expected);
  });
});
