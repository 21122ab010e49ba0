/** Real processes that are stopped at the worst moment: seats and sessions are given back, doubts are told. */
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ACCOUNT_PASSWORD, type Ended, type Lab, openLab } from './lab.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());
beforeEach(() => lab.reset());

const FLOATING = ['FLOA-T000-0000-0001', '--product', 'lsfloat', '--hardware-id', 'HW-1'];
const BUILD = ['FLOAT-SINGL-SEAT0-00001', '--machine-id', 'M-1', '--client-id', 'c-1'];

/** Paths that arrived, with how often. */
async function arrived(): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const { path } of await lab.requests()) counts[path] = (counts[path] ?? 0) + 1;
  return counts;
}

/** Runs until `moment` has come, then sends the signal. */
async function interrupt(
  args: readonly string[],
  signal: NodeJS.Signals,
  moment: (printed: () => string) => Promise<void>,
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  let printed = '';
  let child: ChildProcess | undefined;
  const ended = lab.run(args, {
    env,
    started: (process) => {
      child = process;
      process.stdout?.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
      });
    },
  });
  await moment(() => printed);
  child?.kill(signal);
  return ended;
}

const atWork = (text: string) => (printed: () => string) =>
  vi.waitFor(() => expect(printed()).toContain(text), { timeout: 20_000 });

describe('a LicenseSpring seat', () => {
  const hold = (...more: string[]): string[] => [
    'heartbeat',
    ...FLOATING,
    ...more,
    '--context',
    'licensespring',
  ];

  it('needs an activated device, and says so', async () => {
    const { status, stdout, stderr } = await lab.run(hold());
    expect([status, stdout]).toEqual([6, '']);
    expect(stderr).toContain('licensectl activate');
    expect(await arrived()).toEqual({ '/api/v4/check_license': 1 });
  });

  it('is held for a time and given back', async () => {
    await lab.run(['activate', ...FLOATING, '--context', 'licensespring']);
    const { status, stdout } = await lab.run(hold('--for', '1s', '--output', 'ndjson'));
    expect(status).toBe(0);
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows).toMatchObject([
      {
        event: 'requested',
        active: true,
        seatsUsed: 1,
        seatsAllowed: 3,
        heartbeatSeconds: expect.any(Number),
      },
      { event: 'released', active: false },
    ]);
    expect(await arrived()).toMatchObject({ '/api/v4/floating/release': 1 });
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('is given back on %s', async (signal, status) => {
    await lab.run(['activate', ...FLOATING, '--context', 'licensespring']);
    const ended = await interrupt(hold(), signal, atWork('requested'));
    expect(ended.status).toBe(status);
    expect(ended.stderr).toContain('The seat is given back.');
    expect(await arrived()).toMatchObject({ '/api/v4/check_license': 1, '/api/v4/floating/release': 1 });
  });
});

describe('a Babel seat', () => {
  const hold = ['heartbeat', ...BUILD, '--context', 'babel'];
  const inUse = async (): Promise<number> => {
    const shown = await lab.run(['show', 'FLOAT-SINGL-SEAT0-00001', '--json', '--context', 'babel']);
    return (JSON.parse(shown.stdout) as { data: { activationsUsed: number } }).data.activationsUsed;
  };

  it('is given back when a beat is interrupted', async () => {
    await lab.control('PATCH', 'settings', { babelHeartbeatSeconds: 1 });
    await lab.control('POST', 'faults', { kind: 'delay', ms: 3000, path: '/v1/license/heartbeat' });
    const ended = await interrupt(hold, 'SIGTERM', () => lab.faultStruck());
    expect(ended.status).toBe(143);
    expect(ended.stderr).toContain('The seat is given back.');
    expect(ended.stderr).not.toContain('not known');
    expect(await inUse()).toBe(0);
  });

  it('that may have been granted as the person left is told of', async () => {
    await lab.control('POST', 'faults', { kind: 'delay', ms: 1000, path: '/v1/license/request' });
    const ended = await interrupt(hold, 'SIGINT', () => lab.faultStruck());
    expect(ended.status).toBe(130);
    expect(ended.stderr).toContain('whether the call took effect is not known');
    expect(ended.stderr).toContain('licensectl show KEY');
  });

  it('outlives a server that goes away for a while', async () => {
    await lab.control('PATCH', 'settings', { babelHeartbeatSeconds: 2, babelMissedBeats: 30 });
    await lab.control('POST', 'faults', { kind: 'reset-before', path: '/v1/license/heartbeat', times: 2 });
    const { status, stdout, stderr } = await lab.run([...hold, '--for', '8s']);
    expect(status).toBe(0);
    expect(stderr.match(/A beat failed/g)).toHaveLength(2);
    expect(stdout.match(/\b(?:requested|renewed|released)\b/g)?.slice(0, 2)).toEqual([
      'requested',
      'renewed',
    ]);
    expect(stdout).toContain('released');
  });
});

describe('a Parallels session', () => {
  const account = { LICENSECTL_ACCOUNT_PASSWORD: ACCOUNT_PASSWORD };
  const activate = ['activate', 'RAS1-PREP-AID0-0050-CV55K2', '--email', 'someone@parallels.com'];

  it('is closed when the activation is interrupted, and the doubt is told', async () => {
    await lab.control('POST', 'faults', { kind: 'delay', ms: 1500, path: '/api/License/activate' });
    const ended = await interrupt(
      [...activate, '--context', 'parallels'],
      'SIGTERM',
      () => lab.faultStruck(),
      account,
    );
    expect(ended.status).toBe(143);
    expect(ended.stderr).toContain('whether the call took effect is not known');
    expect(await arrived()).toMatchObject({ '/api/Session/logon': 1, '/api/Session/logoff': 1 });
  });

  it('is closed when the wait for the licence is interrupted, and the activation is not in doubt', async () => {
    await lab.control('PATCH', 'settings', { parallelsApplyMs: 3_600_000 });
    const waiting = () =>
      vi.waitFor(async () => expect((await arrived())['/api/License'] ?? 0).toBeGreaterThan(1), {
        timeout: 20_000,
      });
    const ended = await interrupt([...activate, '--context', 'parallels'], 'SIGINT', waiting, account);
    expect(ended.status).toBe(130);
    expect(ended.stderr).toContain('the farm has accepted the activation');
    expect(await arrived()).toMatchObject({ '/api/License/activate': 1, '/api/Session/logoff': 1 });
  });

  it('is closed after a time-out', async () => {
    await lab.control('POST', 'faults', { kind: 'delay', ms: 1500, path: '/api/License/deactivate' });
    const ended = await lab.run(
      [
        'deactivate',
        '--email',
        'someone@parallels.com',
        '--yes',
        '--timeout',
        '1s',
        '--context',
        'parallels',
      ],
      { env: account },
    );
    expect(ended.status).toBe(11);
    expect(await arrived()).toMatchObject({ '/api/Session/logon': 1, '/api/Session/logoff': 1 });
  });
});
