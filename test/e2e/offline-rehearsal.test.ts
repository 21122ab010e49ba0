/** The offline flow from end to end, with the emulator in place of the client and of the server. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Lab, openLab } from './lab.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

const PRODUCT = ['--product', '6872450105'];
const CLIENT = [...PRODUCT, '--code', '206454320110930859', '--computer', 'LAPTOP-1'];
const run = (...args: string[]) => lab.run(args, { cwd: lab.folder });

async function computers(): Promise<readonly unknown[]> {
  const { stdout } = await run(
    'api',
    'GET',
    '/api/ActivatedLicenseCodes',
    '-f',
    'computerid=LAPTOP-1',
    '--json',
  );
  return (JSON.parse(stdout) as { data: readonly unknown[] }).data;
}

it('a client asks, is activated, gives back, and asks again', async () => {
  expect((await run('emulator', 'offline-request', ...CLIENT, '--out', 'laptop.req')).status).toBe(0);
  expect((await stat(join(lab.folder, 'laptop.req'))).mode & 0o777).toBe(0o600);
  expect(await readFile(join(lab.folder, 'laptop.req'), 'utf8')).toMatch(/^[0-9a-f]{13460}\n$/);
  const granted = await run('offline', 'cert', ...PRODUCT, '--request', 'laptop.req', '--out', 'laptop.cert');
  expect([granted.status, granted.stderr]).toEqual([0, expect.stringContaining('laptop.cert')]);

  const back = await run('emulator', 'offline-request', '--deactivate', ...CLIENT);
  const returned = await lab.run(['offline', 'deactivate', ...PRODUCT, '--certificate', '-', '--yes'], {
    input: back.stdout,
  });
  expect(returned.status).toBe(0);

  const again = await run('offline', 'cert', ...PRODUCT, '--request', 'laptop.req');
  expect([again.status, again.stdout]).toEqual([6, '']);
  await run('emulator', 'offline-request', ...CLIENT, '--serial', '2', '--out', 'second.req');
  expect((await run('offline', 'cert', ...PRODUCT, '--request', 'second.req')).status).toBe(0);
  expect(await computers()).not.toEqual([]);
});

it.each([
  [['--product', '1', '--code', '2'], 'computer'],
  [['--product', '1', '--code', '2', '--computer', 'x'.repeat(256)], '--computer takes 1 to 255'],
])('refuses %j', async (flags, said) => {
  const { status, stdout, stderr } = await run('emulator', 'offline-request', ...flags);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(said);
});
