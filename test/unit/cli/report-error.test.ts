import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../src/api/redactor.js';
import { errorText, type ReportStyle } from '../../../src/cli/report-error.js';
import {
  AuthenticationError,
  NetworkError,
  NotFoundError,
  PartialError,
  PermissionError,
  RateLimitError,
  RejectedError,
  UnknownOutcomeError,
  UnsupportedError,
  UsageError,
} from '../../../src/errors.js';

const style: ReportStyle = {
  json: false,
  warnings: [],
  color: false,
  verbose: false,
  redact: (text) => text.replaceAll('hunter2', '[secret]'),
};

describe('for programs', () => {
  it('is JSON whatever the secret is', () => {
    for (const secret of ['false', 'null', '1234', 'abcd\\']) {
      const { protect, redact } = createRedactor();
      protect(secret);
      const error = new RejectedError(`"${secret}" is wrong`, { code: secret, httpStatus: 1234 });
      const { retryable, ...rest } = JSON.parse(errorText(error, { ...style, json: true, redact })).error;
      expect(retryable).toBe(false);
      expect(rest).toMatchObject({ message: '"[secret]" is wrong', code: '[secret]', provider: null });
    }
  });

  it('has a code of a readable length, also where a server has chosen it', () => {
    const error = new RejectedError('No.', { code: 'x'.repeat(1_000_000) });
    const { code } = JSON.parse(errorText(error, { ...style, json: true })).error;
    expect(code).toBe(`${'x'.repeat(99)}…`);
  });
});

describe('for people', () => {
  it('has the code of what a server said, for explain, and none of our own', () => {
    const said = new RejectedError('It has expired', {
      code: 'license_expired',
      httpStatus: 400,
      hint: 'Renew it.',
    });
    expect(errorText(said, style)).toBe('error: It has expired (license_expired)\nhint: Renew it.\n');
    const ours = new UsageError('Missing --product.', { code: 'missing_input', hint: 'Give it.' });
    expect(errorText(ours, style)).toBe('error: Missing --product.\nhint: Give it.\n');
  });

  it('has a code that does nothing to a terminal', () => {
    const said = new RejectedError('No', { code: 'a\u001b[2Jb\nc', httpStatus: 400, hint: 'x' });
    const [first, ...rest] = errorText(said, style).split('\n');
    expect(first).not.toContain('\u001b');
    expect(rest).toEqual(['hint: x', '']);
  });

  it('is a sentence and a hint', () => {
    expect(errorText(new UsageError('Wrong.', { code: 'x', hint: 'Try this.' }), style)).toBe(
      'error: Wrong.\nhint: Try this.\n',
    );
  });

  it('makes text from a server harmless and takes secrets out', () => {
    const error = new RejectedError('Server said \u001b[2J\r\n\u202ehunter2', { code: 'x' });
    expect(errorText(error, style)).toBe(
      'error: Server said \\u{1b}[2J\\r\\n\\u{202e}[secret]\nhint: That is all the licence system said. `licensectl show` tells how the licence stands, --dry-run what the call sends.\n',
    );
  });

  it.each([
    ['usage', UsageError, '--help'],
    ['not found', NotFoundError, 'licensectl whoami'],
    ['authentication', AuthenticationError, 'licensectl login'],
    ['permission', PermissionError, '--context NAME'],
    ['rejected', RejectedError, 'licensectl show'],
    ['rate limit', RateLimitError, 'Wait a while'],
    ['network', NetworkError, 'licensectl context test'],
    ['unsupported', UnsupportedError, 'licensectl context list'],
    ['unknown outcome', UnknownOutcomeError, 'before you repeat it'],
  ])('has a next step where the error itself has none: %s', (_, Kind, step) => {
    expect(errorText(new Kind('No.', { code: 'x' }), style)).toMatch(/^error: No\.\nhint: .+\.\n$/);
    expect(errorText(new Kind('No.', { code: 'x' }), style)).toContain(step);
  });

  it('tells warnings that no line has told before', () => {
    const warnings = [{ code: 'look_out', message: 'Look out, hunter2.\u001b[2J' }];
    expect(errorText(new UsageError('Wrong.', { code: 'x', hint: 'Try.' }), { ...style, warnings })).toBe(
      'Look out, [secret].\\u{1b}[2J\nerror: Wrong.\nhint: Try.\n',
    );
  });

  it('cuts what is long, after the secrets are out', () => {
    const long = `${'x'.repeat(440)} hunter2 ${'y'.repeat(100_000)}`;
    const [message = '', hint = ''] = errorText(new UsageError(long, { code: 'x', hint: long }), style).split(
      '\n',
    );
    expect(message).toBe(`error: ${'x'.repeat(440)} [secret]…`);
    expect(hint).toHaveLength('hint: '.length + 1000);
    const { error } = JSON.parse(errorText(new UsageError(long, { code: 'x' }), { ...style, json: true }));
    expect(error.message).toBe(`${'x'.repeat(440)} [secret]…`);
  });

  it('colours two words and nothing else', () => {
    const text = errorText(new UsageError('Wrong.', { code: 'x', hint: 'Try.' }), { ...style, color: true });
    expect(text).toBe('\u001b[31merror:\u001b[39m Wrong.\n\u001b[36mhint:\u001b[39m Try.\n');
  });

  it('shows no stack, and asks for a report of what is our fault', () => {
    const text = errorText(new TypeError('x is not a function'), style);
    expect(text).toMatch(/^error: Something unexpected went wrong: x is not a function\nhint: This is a bug/);
    expect(text).not.toContain('    at ');
  });

  it('shows the stack under --verbose, without secrets', () => {
    const text = errorText(new TypeError('hunter2'), { ...style, verbose: true });
    expect(text).toContain('\n    at ');
    expect(text).not.toContain('hunter2');
  });

  it('survives what is no error at all', () => {
    expect(errorText(null, style)).toContain('Something unexpected went wrong: null');
  });
});

describe('for programs', () => {
  const json = { ...style, json: true };

  it('has every key, null where there is nothing', () => {
    expect(JSON.parse(errorText(new PartialError('Wrong.', { code: 'bad' }), json))).toEqual({
      schemaVersion: 1,
      error: {
        code: 'bad',
        message: 'Wrong.',
        hint: null,
        provider: null,
        operation: null,
        httpStatus: null,
        retryable: false,
      },
    });
  });

  it('carries what is known, on one line, intact when parsed', () => {
    const error = new NetworkError('Down \u001b[2J\u202e hunter2', {
      code: 'server_fault',
      hint: 'Wait.',
      provider: 'babel',
      operation: 'babel.license.activate',
      httpStatus: 503,
      retryable: true,
    });
    const text = errorText(error, json);
    expect(text.split('\n')).toHaveLength(2);
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u202e');
    expect(JSON.parse(text).error).toEqual({
      code: 'server_fault',
      message: 'Down \u001b[2J\u202e [secret]',
      hint: 'Wait.',
      provider: 'babel',
      operation: 'babel.license.activate',
      httpStatus: 503,
      retryable: true,
    });
  });

  it('calls a bug internal_error', () => {
    expect(JSON.parse(errorText(new Error('x'), json)).error).toMatchObject({
      code: 'internal_error',
      httpStatus: null,
    });
  });
});
