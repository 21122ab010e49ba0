/** A certificate cannot be had twice: it survives a reader that went away and a full disk. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAUNCHER, type Lab, openLab } from './lab.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

const CREATE = ['passive', 'create', '--product', '6872450105', '--client-id'];

/** Runs with standard output going to `stdout`, or to a reader that leaves at once. */
async function runInto(args: readonly string[], stdout: number | 'pipe') {
  const child = spawn(process.execPath, [LAUNCHER, ...args], {
    env: lab.env,
    stdio: ['ignore', stdout, 'pipe'],
  });
  child.stdout?.destroy();
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const status = await new Promise((resolve) => child.once('close', resolve));
  return { status, stderr };
}

async function expectKept({ status, stderr }: { status: unknown; stderr: string }): Promise<void> {
  expect(status).toBe(10);
  const file = /The certificate is in (\S+\.cert):/.exec(stderr)?.[1] ?? '';
  expect(await readFile(file, 'utf8')).toMatch(/^[0-9a-f]{500,}\n$/);
}

it.skipIf(!existsSync('/dev/full'))(
  'a full disk is no wrong usage: what the command did is done',
  async () => {
    const full = await open('/dev/full', 'w');
    const update = ['profile', 'update', 'TestProfile', '--product', '6453300110', '--clients-allowed', '7'];
    expect(await runInto(update, full.fd)).toEqual({
      status: 10,
      stderr:
        'error: Standard output cannot be written: ENOSPC: no space left on device, write.\n' +
        'hint: Check the free space and the rights where the output goes. What the command did is done.\n',
    });
    await full.close();
  },
);

describe('a certificate that cannot be printed', () => {
  it('because the reader has gone is kept, and told of', async () => {
    await expectKept(await runInto([...CREATE, 'CLIENT-GONE-1'], 'pipe'));
  });

  it.skipIf(!existsSync('/dev/full'))('because the disk is full is kept, and told of', async () => {
    const full = await open('/dev/full', 'w');
    await expectKept(await runInto([...CREATE, 'CLIENT-FULL-1'], full.fd));
    await full.close();
  });
});

describe('codes that are handed out and cannot be printed', () => {
  it.each([
    ['codes next', ['codes', 'next', '--product', '6872450105', '--amount', '2']],
    ['codes allocate', ['codes', 'allocate', '--product', '6453300110', '--count', '2']],
  ])('%s: are kept, and told of', async (_, args) => {
    const { status, stderr } = await runInto(args, 'pipe');
    expect(status).toBe(10);
    const file = /2 codes in (\S+\.txt):/.exec(stderr)?.[1] ?? '';
    expect(await readFile(file, 'utf8')).toMatch(/^\d{17,19}\n\d{17,19}\n$/);
  });

  it.each([
    ['GET', '/api/NextLicenseCode', 'productid=6872450105'],
    ['POST', '/api/LicenseCode', 'productid=6453300110', '-f', 'numcodes=2'],
  ])('api %s %s: the answer is kept, and told of', async (method, path, ...fields) => {
    const { status, stderr } = await runInto(['api', method, path, '-f', ...fields], 'pipe');
    expect(status).toBe(10);
    const file = /The answer is in (\S+\.txt): it could not be printed/.exec(stderr)?.[1] ?? '';
    expect(await readFile(file, 'utf8')).toMatch(/\d{17,19}/);
  });

  it('an unknown column is told before anything is handed out', async () => {
    const before = (await lab.requests()).length;
    const next = ['codes', 'next', '--product', '6872450105', '--columns', 'code,kimd'];
    expect((await lab.run(next)).status).toBe(2);
    expect(await lab.requests()).toHaveLength(before);
  });
});

describe('a misspelt column', () => {
  it('costs nothing of a certificate: what is there is printed, and then it is told', async () => {
    const create = [...CREATE, 'CLIENT-WORD-1', '--columns', 'certificate,kimd', '--json'];
    const { status, stdout, stderr } = await lab.run(create);
    expect(status).toBe(10);
    const { data } = JSON.parse(stdout);
    expect(data).toEqual({ certificate: expect.stringMatching(/^[0-9a-f]{500,}$/), kimd: null });
    expect(JSON.parse(stderr).error).toMatchObject({
      code: 'unknown_column',
      message: "There is no column 'kimd'.",
      hint: expect.stringContaining('certificate'),
    });
  });

  it('of a listing is told before anything is sent', async () => {
    const before = (await lab.requests()).length;
    const { status, stdout, stderr } = await lab.run(['codes', 'list', '--columns', 'code,kimd']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain("error: There is no column 'kimd'.");
    expect(await lab.requests()).toHaveLength(before);
  });
});
