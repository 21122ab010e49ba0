/**
 * LicenseSpring's offline flow between two machines: a client that has no network makes files, a desk that has one sends
 * them, and only files travel. Each has a configuration of its own.
 */
import { cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openContextStore } from '../../src/config/open-context-store.js';
import { CREDENTIALS, type Ended, type Lab, openLab, runProgram } from './lab.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
  await mkdir(join(lab.folder, 'client'), { recursive: true });
  const store = openContextStore({ configDir: join(lab.folder, 'client', 'config') });
  await store.save(
    'application',
    {
      provider: 'licensespring',
      // Nobody listens there: whatever is sent fails.
      baseUrl: 'http://127.0.0.1:9',
      settings: {},
      secretStore: 'file',
      createdAt: '',
    },
    CREDENTIALS.licensespring.secrets,
    true,
  );
});
afterAll(() => lab.close());

const onClient = (...args: string[]): Promise<Ended> => {
  const folder = join(lab.folder, 'client');
  const env = {
    ...lab.env,
    LICENSECTL_CONFIG_DIR: join(folder, 'config'),
    LICENSECTL_DATA_DIR: join(folder, 'data'),
  };
  return runProgram(args, { env, cwd: folder });
};
const atDesk = (...args: string[]): Promise<Ended> =>
  lab.run([...args, '--context', 'licensespring'], { cwd: lab.folder });
const toDesk = (file: string) => cp(join(lab.folder, 'client', file), join(lab.folder, file));
const toClient = (file: string) => cp(join(lab.folder, file), join(lab.folder, 'client', file));
const codeIn = ({ stderr }: Ended): string =>
  (JSON.parse(stderr.slice(stderr.indexOf('{'))) as { error: { code: string } }).error.code;

const LICENCE = ['1111-2222-3333-4444', '--product', 'lsprod', '--hardware-id', 'laptop-in-the-field'];
const VERIFY = ['offline', 'verify', 'laptop.lic', '--public-key', 'vendor.pem'];

async function devicesUsed(): Promise<number> {
  const { stdout } = await atDesk('license', 'list', '--device', 'laptop-in-the-field', '--json');
  return (JSON.parse(stdout) as { data: readonly unknown[] }).data.length;
}

describe.each(['documented', 'sdk'])('the form %s', (form) => {
  it('activates, verifies and gives back over files alone', async () => {
    await lab.reset();
    await atDesk('emulator', 'public-key', '--out', 'vendor.pem', '--force');
    await toClient('vendor.pem');

    const request = ['offline', 'request', ...LICENCE, '--form', form, '--force'];
    expect((await onClient(...request, '--out', 'laptop.req')).status).toBe(0);
    await toDesk('laptop.req');
    const activated = await atDesk('offline', 'activate', 'laptop.req', '--out', 'laptop.lic', '--force');
    expect([activated.status, activated.stderr]).toEqual([0, expect.stringContaining('laptop.lic')]);
    expect((await stat(join(lab.folder, 'laptop.lic'))).mode & 0o777).toBe(0o600);
    expect(await devicesUsed()).toBe(1);

    await toClient('laptop.lic');
    const verified = await onClient(...VERIFY, '--hardware-id', 'laptop-in-the-field', '--json');
    expect(verified.status).toBe(0);
    expect(JSON.parse(verified.stdout).data).toMatchObject({
      valid: true,
      key: '1111-2222-3333-4444',
      deviceId: 'laptop-in-the-field',
      deviceChecked: true,
    });
    // The account's own signature, with the keys of the context.
    const signed = await onClient(...VERIFY, '--context', 'application', '--json');
    expect(JSON.parse(signed.stdout).data.signatures).toContain('offline_signature');

    expect((await onClient(...request, '--deactivate', '--out', 'back.req')).status).toBe(0);
    await toDesk('back.req');
    expect((await atDesk('offline', 'deactivate', 'back.req', '--yes')).status).toBe(0);
    expect(await devicesUsed()).toBe(0);
  });

  it('a request that was changed activates nothing', async () => {
    await lab.reset();
    await onClient(
      'offline',
      'request',
      ...LICENCE,
      '--form',
      form,
      '--hostname',
      'desk',
      '--out',
      'laptop.req',
      '--force',
    );
    const file = JSON.parse(
      Buffer.from(await readFile(join(lab.folder, 'client', 'laptop.req'), 'utf8'), 'base64').toString(),
    ) as Record<string, unknown>;
    const content = (form === 'sdk' ? file.request : file) as Record<string, unknown>;
    // The documented form signs these alone; the newer one signs all.
    const signed = ['date', 'hardware_id', 'license_key'];
    for (const name of form === 'sdk' ? [...signed, 'product', 'hostname', 'request_id'] : signed) {
      const changed = { ...content, [name]: `${String(content[name])}x` };
      const text = JSON.stringify(form === 'sdk' ? { ...file, request: changed } : changed);
      await writeFile(join(lab.folder, 'changed.req'), Buffer.from(text).toString('base64'));
      const { status, stdout, stderr } = await atDesk('offline', 'activate', 'changed.req', '--json');
      expect([name, status, stdout]).toEqual([name, 4, '']);
      expect([name, stderr]).toEqual([name, expect.stringContaining('signature_mismatch')]);
    }
    expect(await devicesUsed()).toBe(0);
  });
});

it('a licence file that was changed, or belongs elsewhere, is refused by name', async () => {
  await lab.reset();
  await onClient('offline', 'request', ...LICENCE, '--out', 'laptop.req', '--force');
  await toDesk('laptop.req');
  await atDesk('offline', 'activate', 'laptop.req', '--out', 'laptop.lic', '--force');
  const text = Buffer.from(await readFile(join(lab.folder, 'laptop.lic'), 'utf8'), 'base64').toString();
  for (const [from, to, said] of [
    ['"validity_period":null', '"validity_period":"2099-01-01T00:00:00.000Z"', 'validity_period was changed'],
    ['"max_activations":5', '"max_activations":500', 'something other than hardware_id'],
    ['laptop-in-the-field', 'another-laptop', 'hardware_id or license_key was changed'],
  ] as const) {
    expect(text).toContain(from);
    await writeFile(join(lab.folder, 'client', 'laptop.lic'), text.replace(from, to));
    const refused = await onClient(...VERIFY, '--context', 'application', '--json');
    expect([refused.status, refused.stdout, codeIn(refused)]).toEqual([6, '', 'signature_mismatch']);
    expect(refused.stderr).toContain(said);
  }
  await writeFile(join(lab.folder, 'client', 'laptop.lic'), text);
  const elsewhere = await onClient(...VERIFY, '--hardware-id', 'auto', '--json');
  expect([elsewhere.status, codeIn(elsewhere)]).toEqual([6, 'hardware_id_mismatch']);
  await writeFile(join(lab.folder, 'client', 'laptop.lic'), 'no licence');
  const other = await onClient(...VERIFY, '--json');
  expect([other.status, codeIn(other)]).toEqual([2, 'not_a_license_file']);
});

it('the answer of an activation without one on the way back is not lost: the same request has it again', async () => {
  await lab.reset();
  await onClient('offline', 'request', ...LICENCE, '--out', 'laptop.req', '--force');
  await toDesk('laptop.req');
  await lab.control('POST', 'faults', { kind: 'reset-after', path: '/api/v4/activate_offline', times: 1 });
  const lost = await atDesk('offline', 'activate', 'laptop.req', '--out', 'lost.lic', '--json');
  expect([lost.status, lost.stdout]).toEqual([11, '']);
  expect(lost.stderr).toContain('licensectl license list --device ID');
  expect(await devicesUsed()).toBe(1);
  expect((await atDesk('offline', 'activate', 'laptop.req', '--out', 'lost.lic')).status).toBe(0);
  expect(await devicesUsed()).toBe(1);
});

it('a user’s request holds the password, and no output does', async () => {
  await lab.reset();
  const request = await runProgram(
    [
      ...['offline', 'request', '--user', 'someone@example.com', '--password-stdin', '--product', 'lsuser'],
      ...['--hardware-id', 'auto', '--out', 'user.req', '--force', '--verbose'],
    ],
    {
      env: { ...lab.env, LICENSECTL_CONFIG_DIR: join(lab.folder, 'client', 'config') },
      cwd: join(lab.folder, 'client'),
      input: 'somepassword\n',
    },
  );
  expect([request.status, request.stderr]).toEqual([
    0,
    expect.stringContaining('holds the password of someone@'),
  ]);
  await toDesk('user.req');
  const sent = await atDesk('offline', 'activate', 'user.req', '--out', 'user.lic', '--force', '--verbose');
  expect(sent.status).toBe(0);
  const shown = [request, sent].map(({ stdout, stderr }) => stdout + stderr).join('\n');
  expect(shown).not.toContain('somepassword');
  const content = (await readFile(join(lab.folder, 'user.req'), 'utf8')).trim();
  expect(Buffer.from(content, 'base64').toString()).toContain('somepassword');
  expect(shown).not.toContain(content);
});
