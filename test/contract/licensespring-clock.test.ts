/**
 * Clocks that differ by about the documented 15 minutes, both ways: what is accepted, and what a person is told of the
 * difference as it was measured.
 */
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openContextStore } from '../../src/config/open-context-store.js';
import { commandLine } from './licensespring-line.js';

// Time stands still on both sides, so that a difference is exact to the second; the emulator is to start so.
vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-05-04T10:00:00Z') });
afterAll(() => {
  vi.useRealTimers();
});

const line = commandLine();

const MINUTE = 60;
const SHOW = [
  'show',
  '1111-2222-3333-4444',
  '--product',
  'lsprod',
  '--hardware-id',
  'office-pc-01',
  '--json',
];

/** Seconds by which the server's clock is ahead. At 15:00 itself nothing is documented; both sides take it. */
const ACCEPTED = [14 * MINUTE, -14 * MINUTE, 15 * MINUTE, -15 * MINUTE];
const REFUSED = [15 * MINUTE + 1, -15 * MINUTE - 1, 16 * MINUTE, -16 * MINUTE].map((ahead) => ({
  ahead,
  seconds: Math.abs(ahead),
  stands: ahead > 0 ? 'behind' : 'ahead of',
}));

beforeEach(() => line.control('POST', '/reset', {}));
const moveServer = (advanceSeconds: number): Promise<unknown> =>
  line.control('POST', '/clock', { advanceSeconds });

interface Row {
  readonly context: string | null;
  readonly check: string;
  readonly status: string;
  readonly what: string;
  readonly remedy: string | null;
}

/** What `doctor` finds of the clock. */
async function clockRow(): Promise<{ exit: number | undefined; row: Row | undefined }> {
  const { status, out } = await line.run(['doctor', '--json']);
  const rows = JSON.parse(out).data as readonly Row[];
  return {
    exit: status,
    row: rows.find(({ check, context }) => check === 'clock' && context === '(environment)'),
  };
}

describe.each(ACCEPTED)('with the server %i seconds ahead', (ahead) => {
  it('a call is answered', async () => {
    await moveServer(ahead);
    expect(await line.run(SHOW)).toMatchObject({ status: 0, err: '' });
  });

  it('doctor warns of the difference, in seconds', async () => {
    await moveServer(ahead);
    const { exit, row } = await clockRow();
    expect(exit).toBe(0);
    const stands = ahead > 0 ? 'behind' : 'ahead of';
    expect(row).toMatchObject({
      status: 'warning',
      what: expect.stringContaining(`${Math.abs(ahead)} seconds ${stands} the server’s`),
      remedy: expect.stringMatching(/clock/),
    });
  });
});

describe.each(REFUSED)('with the server $ahead seconds ahead', ({ ahead, seconds, stands }) => {
  const measured = `${seconds} seconds ${stands} the server’s`;
  beforeEach(() => moveServer(ahead));

  it('a call is refused as date_header_diff, with the difference and what to do', async () => {
    const { status, out, err } = await line.run(SHOW);
    expect({ status, out }).toEqual({ status: 4, out: '' });
    const { error } = JSON.parse(err);
    expect(error).toMatchObject({ code: 'date_header_diff', httpStatus: 400 });
    expect(error.hint.replace("'", '’')).toContain(measured);
    expect(error.hint).toMatch(/correct|set/i);
  });

  it('context test says the same of a stored context', async () => {
    const store = openContextStore({ configDir: `${line.folder()}/config` });
    const apiKey = 'emulator-api-key-9d3f7c21';
    const sharedKey = 'kw4qSnpSwXzgiv5yxYpZZmFEd9QAeiKTQ6OuyMja';
    const context = {
      provider: 'licensespring',
      baseUrl: line.baseUrl(),
      settings: {},
      secretStore: 'file',
      createdAt: '',
    } as const;
    await store.save('late', context, { apiKey, sharedKey }, true);
    const { status, out, err } = await line.run(['context', 'test', 'late', '--json']);
    expect(status).toBeGreaterThan(0);
    expect(`${out}${err}`.replaceAll("'", '’')).toContain(measured);
    expect(`${out}${err}`).toContain('date_header_diff');
    await store.remove('late');
  });

  it('doctor finds the problem, and names the remedy', async () => {
    const { exit, row } = await clockRow();
    expect(exit).toBe(10);
    expect(row).toMatchObject({
      status: 'problem',
      what: expect.stringContaining(measured),
      remedy: expect.stringMatching(/time server/),
    });
  });
});

it('doctor has nothing to say of a clock that agrees', async () => {
  expect(await clockRow()).toMatchObject({ exit: 0, row: { status: 'ok' } });
});
