/** No byte of a secret leaves by any door: output, errors, traces, files. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ProviderId } from '../../src/api/operation.js';
import { type Invocation, TESTED, USER } from './invocations.js';
import { ACCOUNT_PASSWORD, CREDENTIALS, type Ended, EVENTS, type Lab, openLab } from './lab.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());
afterEach(async () => {
  await lab.control('DELETE', 'faults');
});

const SECRETS = [
  ...Object.values(CREDENTIALS).flatMap(({ secrets }) => Object.values(secrets)),
  ...Object.values(EVENTS.secrets),
  ACCOUNT_PASSWORD,
  ...Object.values(USER),
];

/** The secret as it stands, and as it travels. */
const SPELLINGS = SECRETS.flatMap((secret) => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
]);

function expectNoSecret(ended: Ended): void {
  for (const secret of SPELLINGS) {
    expect(ended.stdout).not.toContain(secret);
    expect(ended.stderr).not.toContain(secret);
  }
}

/** The secrets that a call holds: those of its context, and what its environment gives. */
function inPlay(invocation: Invocation): string {
  const at = invocation.args.indexOf('--context');
  const context = (at === -1 ? undefined : invocation.args[at + 1]) ?? 'zentitle';
  const name = invocation.command === 'context test' ? 'parallels' : context;
  const { secrets } = name === 'events' ? EVENTS : CREDENTIALS[name as ProviderId];
  return [...Object.values(secrets), ...Object.values(invocation.env ?? {})].join(' or ');
}

const CALLING = TESTED.filter((invocation) => invocation.calls);
const CASES = CALLING.map((invocation) => [invocation.args.join(' ').slice(0, 80), invocation] as const);

describe('secrets stay inside', () => {
  it.each(CASES)('success: %s', async (_title, invocation) => {
    expectNoSecret(await lab.run([...invocation.args, '--verbose'], invocation));
  });

  it.each(CASES)('a refusal that quotes them: %s', async (_title, invocation) => {
    const body = JSON.stringify({ code: 'bad', message: `do not say ${inPlay(invocation)}`, status: 400 });
    await lab.control('POST', 'faults', { kind: 'status', status: 400, body, times: 20 });
    expectNoSecret(await lab.run([...invocation.args, '--verbose', '--json'], invocation));
  });

  it.each(CASES.slice(0, 6))('no answer in time: %s', async (_title, invocation) => {
    await lab.control('POST', 'faults', { kind: 'delay', ms: 3000, times: 20 });
    const ended = await lab.run([...invocation.args, '--verbose', '--timeout', '300ms'], invocation);
    expect([8, 11]).toContain(ended.status);
    expectNoSecret(ended);
  });

  it.each(CASES.slice(0, 6))('a bug of ours: %s', async (_title, invocation) => {
    const preload = join(lab.folder, 'throw-secrets.cjs');
    await writeFile(
      preload,
      `const http = require('node:http'); http.request = () => { throw new TypeError(${JSON.stringify(inPlay(invocation))}); };`,
    );
    const ended = await lab.run([...invocation.args, '--verbose'], {
      ...invocation,
      env: { ...invocation.env, NODE_OPTIONS: `--require=${preload}` },
    });
    expect(ended.status).not.toBe(0);
    expectNoSecret(ended);
  });

  it('the credentials file alone holds them', async () => {
    for (const file of await readdir(lab.configDir)) {
      if (file === 'credentials.json') continue;
      const text = await readFile(join(lab.configDir, file), 'utf8');
      for (const secret of SPELLINGS) expect(text).not.toContain(secret);
    }
  });

  it('the emulator’s log and saved world hold none of the caller’s', async () => {
    const log = JSON.stringify(await lab.requests());
    for (const secret of SPELLINGS) expect(log).not.toContain(secret);
  });

  it.each([
    ['--password', 'planted-value-1'],
    ['--password=planted-value-1'],
    ['--api-key', 'planted-value-1'],
    ['--id-token', 'planted-value-1'],
    ['--shared-key=planted-value-1'],
  ])('a secret given as a flag is refused without being echoed: %s', async (...flags) => {
    const ended = await lab.run([
      'activate',
      'KEY',
      '--product',
      'p',
      '--hardware-id',
      'h',
      '--context',
      'licensespring',
      ...flags,
    ]);
    expect(ended.status).toBe(2);
    expect(ended.stdout + ended.stderr).not.toContain('planted');
  });
});
