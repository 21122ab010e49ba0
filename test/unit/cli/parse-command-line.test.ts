import { describe, expect, it } from 'vitest';
import { type Intent, parseCommandLine } from '../../../src/cli/parse-command-line.js';
import type { Command } from '../../../src/commands/command.js';
import { catalogOf, fakeCommand } from './fake-process.js';

const EXEC = fakeCommand({
  name: 'emulator exec',
  args: [{ name: 'cmd', description: 'program', required: true, variadic: true }],
  options: [{ flag: 'port', value: 'N', description: 'port' }],
  passThrough: true,
});
const SHOW = fakeCommand({
  name: 'show',
  args: [{ name: 'key', description: 'key', required: true }],
  description: 'Says more.',
  options: [
    { flag: 'reason', value: 'TEXT', description: 'why', required: true },
    { flag: 'kind', value: 'KIND', description: 'which kind', choices: ['one', 'two'] },
  ],
});
const UPDATE = fakeCommand({ name: 'profile update', flagsFrom: { capability: 'profiles.update' } });

async function parse(argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Intent> {
  return parseCommandLine(argv, {
    env,
    catalog: catalogOf(fakeCommand(), EXEC, SHOW, UPDATE),
    style: { width: 80, heading: (text) => text },
    expandFlags: async (command: Command) => [
      { flag: 'new-name', value: 'TEXT', description: `for ${command.name}`, aliases: ['newprofilename'] },
      { flag: 'all', value: 'WRONG', description: 'the command defines it itself' },
    ],
  });
}

async function run(argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const intent = await parse(argv, env);
  if (intent.kind !== 'run') throw new Error(`it became ${intent.kind}`);
  return intent;
}

const options = async (...tokens: string[]): Promise<object> => ({
  ...(await run(['codes', 'list', ...tokens])).parsed.options,
});

describe('arguments', () => {
  it.each(['-5', '-1h', '-60d', '-1.5', '-'])(
    '%s is one, though it begins like an option',
    async (amount) => {
      expect((await run(['show', '--reason', 'r', amount])).parsed.args).toEqual({ key: amount });
    },
  );
});

describe('options', () => {
  it.each([
    [['--clients-allowed', '5'], { 'clients-allowed': '5' }],
    [['--clients-allowed=5'], { 'clients-allowed': '5' }],
    [['--clientsallowed', '5'], { 'clients-allowed': '5' }],
    [['--clientsAllowed=5'], { 'clients-allowed': '5' }],
    [['--clients_allowed=5'], { 'clients-allowed': '5' }],
    [['--companyId', '-5'], { 'company-id': '-5' }],
    [['--company-id='], { 'company-id': '' }],
    [['--company-id=--all'], { 'company-id': '--all' }],
    [['--company-id', '-'], { 'company-id': '-' }],
    [['--company-id', 'a=b=c'], { 'company-id': 'a=b=c' }],
    [['--is-vm'], { 'is-vm': 'true' }],
    [['--is-vm', 'FALSE'], { 'is-vm': 'false' }],
    [['--is-vm=false'], { 'is-vm': 'false' }],
    [['--isvm=true'], { 'is-vm': 'true' }],
    [['--no-is-vm'], { 'is-vm': 'false' }],
    [['--all'], { all: true }],
    [['--all=true'], { all: true }],
    [['--all=false'], {}],
    [['--no-check'], { 'no-check': true }],
    [['--feature', 'A=on', '--feature=B=off:5'], { feature: ['A=on', 'B=off:5'] }],
    [['-f', 'a=1', '-fb=2'], { field: ['a=1', 'b=2'] }],
    [['--kind', 'FULL'], { kind: 'Full' }],
    [[], {}],
  ])('%j become %j', async (tokens, expected) => {
    expect(await options(...tokens)).toEqual(expected);
  });

  it('does not take the word behind a boolean for its value', async () => {
    const { parsed } = await run(['codes', 'list', '--is-vm', 'ABC']);
    expect(parsed.args.code).toBe('ABC');
    expect(parsed.options['is-vm']).toBe('true');
  });

  it('takes what follows -- as it is', async () => {
    expect((await run(['codes', 'list', '--', '--all'])).parsed.args.code).toBe('--all');
  });

  it('accepts flags from operation rows, and lets the command keep its own', async () => {
    const { parsed } = await run(['profile', 'update', '--newprofilename', 'X', '--all']);
    expect({ ...parsed.options }).toEqual({ 'new-name': 'X', all: true });
  });

  it('makes objects without a prototype', async () => {
    const { parsed } = await run(['codes', 'list', 'x']);
    expect(Object.getPrototypeOf(parsed.options)).toBeNull();
    expect(Object.getPrototypeOf(parsed.args)).toBeNull();
  });
});

describe('global options', () => {
  it.each([
    [['--dry-run', 'codes', 'list']],
    [['codes', '--dry-run', 'list']],
    [['codes', 'list', '--dry-run']],
    [['codes', 'list', '--dryrun', 'ABC']],
  ])('count wherever they stand: %j', async (argv) => {
    const { globals, parsed } = await run(argv);
    expect(globals.settings.dryRun).toBe(true);
    expect({ ...parsed.options }).toEqual({});
  });

  it('take their value before the command, too', async () => {
    const { globals } = await run(['--context', 'codes', '--output=csv', 'codes', 'list', '-vy']);
    expect(globals.contextFlag).toBe('codes');
    expect(globals.format).toBe('csv');
    expect(globals.settings).toMatchObject({ verbose: true, yes: true, json: false });
  });
});

describe('pass-through', () => {
  it.each([
    [
      ['--port', '1', '--', 'sh', '-c', 'x --json'],
      ['sh', '-c', 'x --json'],
    ],
    [
      ['--port', '1', 'licensectl', 'show', '--help'],
      ['licensectl', 'show', '--help'],
    ],
    [
      ['licensectl', '--', '--json'],
      ['licensectl', '--', '--json'],
    ],
  ])('leaves %j to the other program', async (tokens, expected) => {
    const { parsed, globals } = await run(['emulator', 'exec', ...tokens]);
    expect(parsed.args.cmd).toEqual(expected);
    expect(globals.settings.json).toBe(false);
  });
});

describe('mistakes', () => {
  it.each([
    [['cods', 'list'], 'unknown_command', "There is no command 'cods'.", "Did you mean 'codes'?"],
    [['codes', 'lsit'], 'unknown_command', "There is no command 'codes lsit'.", "Did you mean 'codes list'?"],
    [['codes', 'ls'], 'unknown_command', /codes ls/, "Did you mean 'codes list'?"],
    [['codes', 'get'], 'unknown_command', /codes get/, "Did you mean 'codes list'?"],
    [['codes', 'remove'], 'unknown_command', /codes remove/, 'See `licensectl codes --help`.'],
    [['list'], 'unknown_command', "There is no command 'list'.", "Did you mean 'codes list'?"],
    [['zzzzzz'], 'unknown_command', "There is no command 'zzzzzz'.", 'See `licensectl --help`.'],
    [['codes', 'list', '--compny-id', 'x'], 'unknown_option', /--compny-id/, 'Did you mean --company-id?'],
    [['codes', 'list', '--__proto__', 'x'], 'unknown_option', /--__proto__/, /--help/],
    [['codes', 'list', '--constructor=x'], 'unknown_option', /--constructor/, /--help/],
    [['codes', 'list', '-x'], 'unknown_option', /no option -x/, /--help/],
    [['--bogus', 'codes', 'list'], 'unknown_option', /--bogus/, /behind its name/],
    [['codes', 'list', '--company-id'], 'missing_value', '--company-id needs a value.', /--company-id ID/],
    [['codes', 'list', '--company-id', '--all'], 'missing_value', '--company-id needs a value.', /=VALUE/],
    [['codes', 'list', '--company-id', '-q'], 'missing_value', '--company-id needs a value.', /=VALUE/],
    [['codes', 'list', '--company-id=1', '--companyid=2'], 'repeated_option', /given twice/, /once/],
    [
      ['--timeout=1s', 'codes', 'list', '--timeout', '2s'],
      'repeated_option',
      '--timeout is given twice.',
      /once/,
    ],
    [['codes', 'list', '--all=maybe'], 'unexpected_value', '--all takes no value.', /alone/],
    [['codes', 'list', '--is-vm=maybe'], 'invalid_value', '--is-vm takes true or false.', undefined],
    [['codes', 'list', '--kind', 'none'], 'invalid_value', /one of trial, Full/, undefined],
    [
      ['codes', 'list', 'a', 'b'],
      'excess_arguments',
      "'codes list' takes one argument, and more were given.",
      /quotes/,
    ],
    [
      ['show', '--reason', 'x'],
      'missing_argument',
      "'show' needs KEY.",
      /For example: licensectl codes list ABC/,
    ],
    [['show', '--key', 'k'], 'unknown_option', /no option --key/, /behind the command: licensectl show KEY$/],
    [
      ['show', '--license-key=k'],
      'unknown_option',
      /--license-key/,
      /behind the command: licensectl show KEY$/,
    ],
    [['show', 'k'], 'missing_option', "'show' needs --reason.", /--help/],
    [['--json'], 'missing_command', 'No command was given.', /--help/],
  ])('%j is %s', async (argv, code, message, hint) => {
    const error: unknown = await parse(argv).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'UsageError', code });
    expect(error).toHaveProperty(
      'message',
      message instanceof RegExp ? expect.stringMatching(message) : message,
    );
    expect(error).toHaveProperty('hint', hint instanceof RegExp ? expect.stringMatching(hint) : hint);
  });

  it.each([
    [['codes', 'list', '--password', 'hunter2'], /--password-stdin, or set LICENSECTL_PASSWORD/],
    [['codes', 'list', '--password=hunter2'], /--password-stdin/],
    [['codes', 'list', '--api-key', 'hunter2'], /LICENSECTL_API_KEY/],
    [['codes', 'list', '--sharedKey=hunter2'], /LICENSECTL_SHARED_KEY/],
    [['profile', 'update', '--password', 'hunter2'], /LICENSECTL_ACCOUNT_PASSWORD/],
    [['--token', 'hunter2', 'codes', 'list'], /LICENSECTL_TOKEN/],
  ])('%j is refused as a secret, which is not repeated', async (argv, hint) => {
    const error: unknown = await parse(argv).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'secret_on_command_line', hint: expect.stringMatching(hint) });
    expect(JSON.stringify(error) + String(error)).not.toContain('hunter2');
  });

  it('repeats no value of an unknown option', async () => {
    for (const argv of [['--passwrd=hunter2'], ['-phunter2'], ['--x', 'hunter2']]) {
      const error: unknown = await parse(['codes', 'list', ...argv]).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: 'unknown_option' });
      expect(String(error)).not.toContain('hunter2');
    }
  });
});

describe('help and version', () => {
  it.each([[['--help']], [['help']], [['-h']]])('%j is the help of the program', async (argv) => {
    const intent = await parse(argv);
    expect(intent).toMatchObject({ kind: 'help', asked: true });
    if (intent.kind === 'help') expect(intent.text).toMatch(/^Usage: licensectl COMMAND \[options\]\n/);
  });

  it.each([
    [['codes', 'list', '--help']],
    [['help', 'codes', 'list']],
    [['codes', 'help', 'list']],
    [['codes', 'list', '--bogus', '-h']],
  ])('%j is the help of the command', async (argv) => {
    const intent = await parse(argv);
    expect(intent).toMatchObject({ kind: 'help', asked: true });
    if (intent.kind !== 'help') return;
    expect(intent.text).toContain('Usage: licensectl codes list [CODE] [options]');
    expect(intent.text).toContain('--clients-allowed N');
    expect(intent.text).toContain('Global options:');
    expect(intent.text).toContain('Examples:\n  # one of them\n  licensectl codes list ABC\n');
    expect(intent.text).not.toContain('\u001b');
  });

  it('names first steps, and nothing of a command', async () => {
    const intent = await parse(['--help']);
    if (intent.kind !== 'help') throw new Error(intent.kind);
    expect(intent.text).toContain('\n  licensectl emulator exec -- sh\n');
  });

  it('says where another command begins', async () => {
    const intent = await parse(['emulator', 'exec', '--help']);
    if (intent.kind !== 'help') throw new Error(intent.kind);
    expect(intent.text).toMatch(/^Usage: licensectl emulator exec \[options\] -- CMD…\n/);
  });

  it('begins with the summary and lists the choices of an option', async () => {
    const intent = await parse(['show', '--help']);
    if (intent.kind !== 'help') throw new Error(intent.kind);
    expect(intent.text.replaceAll(/\s+/g, ' ')).toContain('[options] List codes. Says more. Arguments:');
    expect(intent.text).toMatch(/--kind KIND +which kind: one, two\n/);
  });

  it('shows help instead of a missing command, as an error', async () => {
    expect(await parse([])).toMatchObject({ kind: 'help', asked: false });
    const noun = await parse(['codes']);
    expect(noun).toMatchObject({ kind: 'help', asked: false });
    if (noun.kind === 'help') expect(noun.text).toMatch(/^Usage: licensectl codes COMMAND/);
  });

  it('finds --version before a command', async () => {
    expect(await parse(['--json', '--version'])).toEqual({ kind: 'version' });
  });
});
