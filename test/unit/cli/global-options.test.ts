import { describe, expect, it } from 'vitest';
import { wantsColor } from '../../../src/cli/color.js';
import { asksForJson, readGlobals } from '../../../src/cli/global-options.js';

describe('readGlobals', () => {
  it('has defaults', () => {
    expect(readGlobals({}, {})).toEqual({
      settings: {
        dryRun: false,
        yes: false,
        noInput: false,
        verbose: false,
        timeoutMs: 30_000,
        contextName: null,
        json: false,
        quiet: false,
        raw: false,
        columns: null,
      },
      contextFlag: null,
      format: null,
      csvExact: false,
      curl: false,
      noColor: false,
    });
  });

  it('takes what steers from the environment, and lets options win', () => {
    const env = {
      LICENSECTL_CONTEXT: 'ci',
      LICENSECTL_OUTPUT: 'NDJSON',
      LICENSECTL_TIMEOUT: '2m',
      LICENSECTL_NO_INPUT: '1',
    };
    expect(readGlobals({}, env)).toMatchObject({
      settings: { contextName: 'ci', json: true, timeoutMs: 120_000, noInput: true },
      contextFlag: null,
      format: 'ndjson',
    });
    expect(readGlobals({ context: 'x', output: 'csv', timeout: '5' }, env)).toMatchObject({
      settings: { contextName: 'x', json: false, timeoutMs: 5000 },
      contextFlag: 'x',
      format: 'csv',
    });
    expect(readGlobals({ quiet: true }, env)).toMatchObject({
      format: null,
      settings: { json: false, quiet: true },
    });
  });

  it.each([
    ['500ms', 500],
    ['7', 7000],
    ['10s', 10_000],
    ['1h30m', 5_400_000],
  ])('reads the timeout %s', (timeout, ms) => {
    expect(readGlobals({ timeout }, {}).settings.timeoutMs).toBe(ms);
  });

  it.each(['0', '0ms', '25h', 'soon', '-1s', ''])('refuses the timeout %j', (timeout) => {
    expect(() => readGlobals({ timeout }, {})).toThrow(/--timeout/);
  });

  it.each([
    [{ json: true, output: 'csv' }, '--json and --output exclude each other.'],
    [{ quiet: true, json: true }, '--quiet and --json exclude each other.'],
    [{ quiet: true, columns: 'a' }, '--quiet and --columns exclude each other.'],
    [{ raw: true, output: 'json' }, '--raw and --output exclude each other.'],
    [{ curl: true }, '--curl goes with --dry-run.'],
    [{ 'csv-exact': true }, '--csv-exact goes with --output csv.'],
    [{ columns: ' , ' }, '--columns needs at least one column.'],
  ])('refuses %j', (options, message) => {
    expect(() => readGlobals(options, {})).toThrow(message);
  });

  it('allows what means the same twice', () => {
    expect(readGlobals({ json: true, output: 'json' }, {}).format).toBe('json');
    expect(readGlobals({ columns: 'a, b' }, {}).settings.columns).toEqual(['a', 'b']);
  });

  it('refuses an unknown format in the environment', () => {
    expect(() => readGlobals({}, { LICENSECTL_OUTPUT: 'xml' })).toThrow(/LICENSECTL_OUTPUT must be one of/);
  });
});

describe('asksForJson', () => {
  it.each([
    [['show', '--json'], {}, true],
    [['show', '--output', 'ndjson'], {}, true],
    [['show', '--output=JSON'], {}, true],
    [['show', '--output'], {}, false],
    [['exec', '--', 'x', '--json'], {}, false],
    [['show'], { LICENSECTL_OUTPUT: 'json' }, true],
    [['show', '--output=csv'], { LICENSECTL_OUTPUT: 'json' }, false],
    [['show'], {}, false],
  ])('%j with %j: %s', (argv, env, expected) => {
    expect(asksForJson(argv, env)).toBe(expected);
  });
});

describe('wantsColor', () => {
  it.each([
    [true, {}, false, true],
    [false, {}, false, false],
    [true, {}, true, false],
    [true, { NO_COLOR: '1' }, false, false],
    [true, { NO_COLOR: '' }, false, true],
    [false, { FORCE_COLOR: '1' }, false, true],
    [true, { FORCE_COLOR: '0' }, false, false],
    [true, { FORCE_COLOR: '1', NO_COLOR: '1' }, false, false],
    [true, { TERM: 'dumb' }, false, false],
  ])('terminal %s with %j and --no-color %s: %s', (isTTY, env, noColor, expected) => {
    expect(wantsColor({ isTTY }, env, noColor)).toBe(expected);
  });
});
