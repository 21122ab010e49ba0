import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { certificateDelivery } from '../../../src/commands/certificate.js';
import type { Command } from '../../../src/commands/command.js';
import { readInput, readSecretLine, refuseTwoStdinReaders } from '../../../src/commands/file-input.js';
import { OUT_OPTIONS, outputPath } from '../../../src/commands/file-output.js';
import type { Clock, Streams } from '../../../src/commands/run-context.js';
import { MAX_INPUT_BYTES } from '../../../src/commands/stdin.js';
import { InterruptedError } from '../../../src/errors.js';
import { temporaryFolders } from '../../support/temp-folder.js';
import { fakeContext, recordIn } from './fake-context.js';

const streamsWith = (stdin: PassThrough): Streams => ({
  ...fakeContext().context.streams,
  stdin: stdin as unknown as Streams['stdin'],
});

const temporaryFolder = temporaryFolders();
const usage = (code: string) => expect.objectContaining({ kind: 'usage', code });

describe('readInput', () => {
  it.each([
    ['a file', 'ABC\n', 'ABC'],
    ['white space and a byte order mark around it', '\uFEFF \r\n ABC DEF\t\n\n', 'ABC DEF'],
    ['exactly the limit', 'a'.repeat(MAX_INPUT_BYTES), 'a'.repeat(MAX_INPUT_BYTES)],
  ])('reads %s', async (_, content, text) => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'request'), content);
    expect(await readInput(fakeContext({ cwd }).context, 'request', '--request')).toBe(text);
  });

  it('reads standard input for -', async () => {
    expect(await readInput(fakeContext({ stdin: ' ABC\n' }).context, '-', '--request')).toBe('ABC');
  });

  it.each([
    ['an empty file', Buffer.alloc(0), 'file_empty'],
    ['white space alone', Buffer.from(' \n\t'), 'file_empty'],
    ['one byte too much', Buffer.alloc(MAX_INPUT_BYTES + 1, 'a'), 'file_too_large'],
    ['50 MB', Buffer.alloc(50_000_000, 'a'), 'file_too_large'],
    ['bytes that are not UTF-8', Buffer.from([0x41, 0xff, 0xfe]), 'invalid_utf8'],
  ])('refuses %s', async (_, content, code) => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'request'), content);
    await expect(readInput(fakeContext({ cwd }).context, 'request', '--request')).rejects.toEqual(
      usage(code),
    );
  });

  it('refuses a file that is not there, and a folder', async () => {
    const cwd = await temporaryFolder();
    const { context } = fakeContext({ cwd });
    await expect(readInput(context, 'none', '--request')).rejects.toThrow(
      "--request: there is no file 'none'.",
    );
    await expect(readInput(context, '.', '--request')).rejects.toThrow("--request: '.' is a folder.");
    await expect(readInput(context, 'none/none', '--request')).rejects.toEqual(usage('file_missing'));
  });

  it('refuses an empty standard input, and a terminal', async () => {
    await expect(readInput(fakeContext({ stdin: '' }).context, '-', '--request')).rejects.toEqual(
      usage('file_empty'),
    );
    await expect(readInput(fakeContext().context, '-', '--request')).rejects.toEqual(
      usage('stdin_is_terminal'),
    );
  });
});

describe('named pipes', () => {
  const mkfifo = promisify(execFile);
  /** A clock whose pauses are turns of the loop; `onPause` counts them. */
  const clock = (onPause: (pauses: number) => void): Clock => {
    let pauses = 0;
    return {
      now: () => 0,
      sleep: async () => {
        pauses += 1;
        await new Promise((resolve) => setImmediate(resolve));
        onPause(pauses);
      },
    };
  };

  it.skipIf(process.platform === 'win32')('are read when their writer comes, however late', async () => {
    const cwd = await temporaryFolder();
    const pipe = join(cwd, 'pipe');
    await mkfifo('mkfifo', [pipe]);
    let writing: Promise<void> | undefined;
    const waits = clock((pauses) => {
      if (pauses === 5) writing = writeFile(pipe, 'ab'.repeat(100_000));
    });
    const text = await readInput(fakeContext({ cwd, clock: waits }).context, 'pipe', '--request');
    await writing;
    expect(text).toBe('ab'.repeat(100_000));
  });

  it.skipIf(process.platform === 'win32')('do not hold up an interruption', async () => {
    const cwd = await temporaryFolder();
    await mkfifo('mkfifo', [join(cwd, 'pipe')]);
    const interruption = new InterruptedError('SIGINT');
    const waits = clock((pauses) => {
      if (pauses === 3) throw interruption;
    });
    const { context } = fakeContext({ cwd, clock: waits });
    await expect(readInput(context, 'pipe', '--request')).rejects.toBe(interruption);
  });
});

describe('standard input', () => {
  it('that never ends is left when the person interrupts', async () => {
    const interruption = new AbortController();
    const stdin = new PassThrough();
    stdin.write('half a requ');
    const reading = readInput(
      { ...fakeContext().context, streams: streamsWith(stdin), signal: interruption.signal },
      '-',
      '--request',
    );
    const reason = new InterruptedError('SIGTERM');
    interruption.abort(reason);
    await expect(reading).rejects.toBe(reason);
  });

  it('that cannot be read is no bug of ours', async () => {
    const stdin = new PassThrough();
    stdin.destroy(Object.assign(new Error('EISDIR: illegal operation'), { code: 'EISDIR' }));
    const reading = readInput({ ...fakeContext().context, streams: streamsWith(stdin) }, '-', '--request');
    await expect(reading).rejects.toMatchObject({
      kind: 'usage',
      code: 'stdin_unreadable',
      message: 'Standard input cannot be read (EISDIR).',
    });
  });
});

describe('readSecretLine', () => {
  it.each([
    ['pass word\n', 'pass word'],
    ['crlf\r\n', 'crlf'],
    [' kept ', ' kept '],
  ])('reads %j', async (stdin, secret) => {
    expect(await readSecretLine(fakeContext({ stdin }).context, '--password-stdin')).toBe(secret);
  });

  it.each([
    ['\n', 'file_empty'],
    ['one\ntwo\n', 'not_one_line'],
  ])('refuses %j', async (stdin, code) => {
    await expect(readSecretLine(fakeContext({ stdin }).context, '--password-stdin')).rejects.toEqual(
      usage(code),
    );
  });
});

describe('refuseTwoStdinReaders', () => {
  const command: Command = {
    name: 'x',
    summary: '',
    options: [{ flag: 'request', value: 'FILE', description: '' }, ...OUT_OPTIONS],
    examples: [],
    run: async () => ({ result: { kind: 'none' } }),
  };

  it.each([[{ request: '-', out: '-' }], [{ request: 'file', 'password-stdin': true }]])(
    'lets one read: %j',
    (options) => {
      expect(() => refuseTwoStdinReaders(command, { args: {}, options })).not.toThrow();
    },
  );

  it.each([
    [
      { request: '-', 'password-stdin': true },
      'Only one of --password-stdin and --request can read standard input.',
    ],
    [
      { 'code-stdin': true, 'password-stdin': true },
      'Only one of --code-stdin and --password-stdin can read standard input.',
    ],
  ])('refuses %j', (options, message) => {
    expect(() => refuseTwoStdinReaders(command, { args: {}, options })).toThrow(message);
  });
});

describe('outputPath', () => {
  const pathFor = async (cwd: string, options: Record<string, string | boolean>) =>
    outputPath(fakeContext({ cwd }).context, { args: {}, options });

  it('is null for standard output, absolute otherwise', async () => {
    const cwd = await temporaryFolder();
    expect(await pathFor(cwd, {})).toBeNull();
    expect(await pathFor(cwd, { out: '-' })).toBeNull();
    expect(await pathFor(cwd, { out: 'answer.cert' })).toBe(join(cwd, 'answer.cert'));
  });

  it('refuses what exists, unless forced; a dangling link exists too', async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'old'), 'old');
    await symlink('nowhere', join(cwd, 'link'));
    await expect(pathFor(cwd, { out: 'old' })).rejects.toEqual(usage('file_exists'));
    await expect(pathFor(cwd, { out: 'link' })).rejects.toEqual(usage('file_exists'));
    expect(await pathFor(cwd, { out: 'old', force: true })).toBe(join(cwd, 'old'));
  });

  it('refuses a folder, even when forced, a missing folder, and no name', async () => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, 'folder'));
    await expect(pathFor(cwd, { out: 'folder', force: true })).rejects.toEqual(usage('file_is_folder'));
    await expect(pathFor(cwd, { out: 'none/answer.cert' })).rejects.toEqual(usage('folder_missing'));
    await expect(pathFor(cwd, { out: '' })).rejects.toEqual(usage('file_name_missing'));
  });

  it.runIf(process.platform !== 'win32')('refuses a device, even when forced or behind a link', async () => {
    const cwd = await temporaryFolder();
    await symlink('/dev/null', join(cwd, 'link'));
    for (const out of ['/dev/null', 'link']) {
      await expect(pathFor(cwd, { out })).rejects.toEqual(usage('file_not_regular'));
      await expect(pathFor(cwd, { out, force: true })).rejects.toEqual(usage('file_not_regular'));
    }
  });

  it('refuses what no file can be called, and a way that leads in circles', async () => {
    const cwd = await temporaryFolder();
    await symlink('circle', join(cwd, 'circle'));
    for (const out of ['x'.repeat(300), 'circle/answer.cert', 'nul\0byte']) {
      await expect(pathFor(cwd, { out })).rejects.toEqual(usage('file_not_writable'));
    }
  });
});

describe('certificateDelivery', () => {
  const record = {
    provider: 'zentitle',
    product: '1',
    kind: 'activation',
    certificate: 'abcd',
    clientId: null,
  } as const;

  it('prints the certificate as a document when there is no file', async () => {
    const outcome = await certificateDelivery(fakeContext().context, null)(record, 'raw');
    expect(outcome).toEqual({
      result: { kind: 'record', record, id: 'certificate', raw: 'raw', document: 'abcd' },
      unprinted: expect.any(Function),
    });
  });

  it('keeps what could not be printed for this user alone, and ends with 10', async () => {
    const dataDir = join(await temporaryFolder(), 'data');
    const context = { ...fakeContext().context, dataDir };
    const outcome = await certificateDelivery(context, null)(record, 'raw');
    const error = await outcome.unprinted?.(new Error('output closed'));
    const file = join(dataDir, 'unprinted', 'activation-88d4266fd4e6.cert');
    expect(error).toMatchObject({ kind: 'partial', code: 'certificate_not_printed' });
    expect(error?.message).toContain(file);
    expect(await readFile(file, 'utf8')).toBe('abcd\n');
    expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600');
  });

  it('says so when it can be kept nowhere', async () => {
    const dataDir = join(await temporaryFolder(), 'file');
    await writeFile(dataDir, '');
    const context = { ...fakeContext().context, dataDir };
    const outcome = await certificateDelivery(context, null)(record, 'raw');
    expect(await outcome.unprinted?.(new Error('output closed'))).toMatchObject({
      kind: 'partial',
      message: expect.stringMatching(/could neither be printed \(output closed\) nor be kept in /),
    });
  });

  it('writes it for this user alone, and leaves nothing else behind', async () => {
    const cwd = await temporaryFolder();
    const file = join(cwd, 'answer.cert');
    const outcome = await certificateDelivery(fakeContext().context, file)(record, 'raw');
    expect(await readFile(file, 'utf8')).toBe('abcd\n');
    expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600');
    expect(await readdir(cwd)).toEqual(['answer.cert']);
    expect(recordIn(outcome).record).toEqual({
      provider: 'zentitle',
      product: '1',
      kind: 'activation',
      clientId: null,
      file,
    });
    expect(outcome.partial).toBeUndefined();
  });

  it('prints it when the file cannot be written after all, and ends with an error that says so', async () => {
    const cwd = await temporaryFolder();
    const deliver = certificateDelivery(fakeContext().context, join(cwd, 'gone', 'answer.cert'));
    const outcome = await deliver(record, 'raw');
    expect(recordIn(outcome).document).toBe('abcd');
    expect(outcome.partial).toMatchObject({
      kind: 'partial',
      code: 'certificate_not_written',
      message: expect.stringContaining('The certificate is on standard output'),
    });
  });

  it('keeps it when the file cannot be written and the columns leave it out', async () => {
    const dataDir = join(await temporaryFolder(), 'data');
    const { context } = fakeContext({ settings: { columns: ['kind'] } });
    const outcome = await certificateDelivery({ ...context, dataDir }, join(dataDir, 'gone', 'a.cert'))(
      record,
      'raw',
    );
    const file = join(dataDir, 'unprinted', 'activation-88d4266fd4e6.cert');
    expect(outcome.partial).toMatchObject({ message: expect.stringContaining(`is in ${file}: `) });
    expect(await readFile(file, 'utf8')).toBe('abcd\n');
  });

  it.each([
    [['kind'], null, false],
    [['kind', 'certifcate'], null, false],
    [['kind', 'Certificate'], null, true],
    [['kind'], '/tmp/answer.cert', true],
    [null, null, true],
  ])('with columns %j and the file %s is possible: %s', (columns, path, possible) => {
    const make = () => certificateDelivery(fakeContext({ settings: { columns } }).context, path);
    if (possible) expect(make).not.toThrow();
    else expect(make).toThrow(expect.objectContaining({ kind: 'usage', code: 'certificate_hidden' }));
  });

  it('is refused in a dry run, too, which tells what the real one would do', () => {
    const { context } = fakeContext({ settings: { columns: ['url'], dryRun: true } });
    expect(() => certificateDelivery(context, null)).toThrow(
      expect.objectContaining({ code: 'certificate_hidden' }),
    );
  });
});
