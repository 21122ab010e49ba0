/** What must hold for every command: pure output, no writes in a dry run, help with examples. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CATALOG } from '../../src/cli/catalog.js';
import { INVOCATIONS, TESTED } from './invocations.js';
import { CREDENTIALS, type Lab, openLab } from './lab.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

const title = (args: readonly string[]): string => args.join(' ').slice(0, 90);

it('the list of invocations knows every command', () => {
  const known = new Set(INVOCATIONS.map((invocation) => invocation.command));
  expect(CATALOG.map((entry) => entry.name).filter((name) => !known.has(name))).toEqual([]);
});

describe('under --json, standard output is one document and nothing else', () => {
  it.each(TESTED.map((invocation) => [title(invocation.args), invocation] as const))(
    '%s',
    async (_title, invocation) => {
      const { stdout, stderr, status } = await lab.run([...invocation.args, '--json'], invocation);
      expect(stderr.replace(/^(notice|warning): .*\n/gm, '')).not.toContain('error:');
      expect({ status, stderr }).toMatchObject({ status: 0 });
      const document = JSON.parse(stdout);
      expect(document).toMatchObject({ schemaVersion: 1 });
      expect(Object.keys(document).sort()).toEqual(['data', 'meta', 'schemaVersion']);
      expect(stdout.endsWith('}\n')).toBe(true);
    },
  );
});

describe('a failure under --json leaves standard output empty and puts the envelope on standard error', () => {
  const unreachable = TESTED.filter((invocation) => invocation.calls);
  it.each(unreachable.map((invocation) => [title(invocation.args), invocation] as const))(
    '%s',
    async (_title, invocation) => {
      await lab.control('POST', 'faults', { kind: 'status', status: 401, body: '', times: 50 });
      try {
        const { stdout, stderr, status } = await lab.run([...invocation.args, '--json'], invocation);
        expect(stdout).toBe('');
        expect(status).not.toBe(0);
        const { schemaVersion, error } = JSON.parse(stderr.slice(stderr.indexOf('{')));
        expect(schemaVersion).toBe(1);
        expect(Object.keys(error)).toEqual([
          'code',
          'message',
          'hint',
          'provider',
          'operation',
          'httpStatus',
          'retryable',
        ]);
        expect(error.code).toMatch(/^[a-z0-9_]+$/);
      } finally {
        await lab.control('DELETE', 'faults');
      }
    },
  );
});

describe('a dry run sends reads and nothing else', () => {
  beforeEach(() => lab.reset());
  const writing = TESTED.filter((invocation) => invocation.calls && !invocation.reads);
  it.each(writing.map((invocation) => [title(invocation.args), invocation] as const))(
    '%s',
    async (_title, invocation) => {
      const args = invocation.args.filter((word) => word !== '--yes');
      const { stdout, stderr, status } = await lab.run([...args, '--dry-run', '--json'], invocation);
      expect({ status, stderr }).toMatchObject({ status: 0 });
      expect(JSON.parse(stdout).data).toMatchObject({
        dryRun: true,
        method: expect.any(String),
        url: expect.any(String),
      });
      expect((await lab.requests()).filter((request) => request.effect !== 'read')).toEqual([]);
    },
  );
});

describe('a dry run changes nothing on this computer', () => {
  const files = async (): Promise<unknown> =>
    Promise.all(
      (await readdir(lab.configDir)).map(async (name) => [
        name,
        await readFile(join(lab.configDir, name), 'utf8'),
      ]),
    );

  it.each<[change: string, args: readonly string[]]>([
    ['remove', ['context', 'remove', 'babel']],
    ['rename', ['context', 'rename', 'babel', 'other']],
    ['use', ['context', 'use', 'babel']],
    ['logout', ['logout', 'babel']],
  ])('%s', async (change, args) => {
    const before = await files();
    const { stdout, stderr, status } = await lab.run([...args, '--dry-run', '--json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout).data).toMatchObject({ dryRun: true, change });
    expect(await files()).toEqual(before);
  });

  it('login: the credentials are checked, and not kept', async () => {
    const before = await files();
    const baseUrl = `${lab.url}/babel`;
    const login = (key: string) =>
      lab.run(
        ['login', 'babel', '--name', 'new', '--base-url', baseUrl, '--api-key-stdin', '--dry-run', '--json'],
        {
          input: key,
        },
      );
    const good = await login(CREDENTIALS.babel.secrets.apiKey ?? '');
    expect({ status: good.status, data: JSON.parse(good.stdout).data }).toMatchObject({
      status: 0,
      data: { dryRun: true, name: 'new', checked: true },
    });
    expect((await login('api_wrong-00000000001')).status).toBe(4);
    expect(await files()).toEqual(before);
  });
});

describe('help', () => {
  it.each(CATALOG.map((entry) => [entry.name] as const))(
    '%s --help has an example and the global options',
    async (name) => {
      const { stdout, stderr, status } = await lab.run([...name.split(' '), '--help']);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toContain(`licensectl ${name}`);
      expect(stdout).toMatch(/Examples?:/);
      expect(stdout).toContain('--json');
    },
  );
});
