import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/api/operation.js';
import { command as activate } from '../../../src/commands/activate.js';
import { command as offlineCert } from '../../../src/commands/offline/cert.js';
import { command as offlineDeactivate } from '../../../src/commands/offline/deactivate.js';
import { command as createPassive } from '../../../src/commands/passive/create.js';
import { temporaryFolders } from '../../support/temp-folder.js';
import { fakeContext, never, noting, parsedFor, recordIn } from './fake-context.js';
import { ACTIVATION, CERTIFICATE, DEACTIVATION } from './records.js';

const temporaryFolder = temporaryFolders();

describe('activate', () => {
  it('says what was activated and how much is used', async () => {
    const inputs: Input[] = [];
    const fake = fakeContext({
      provider: 'licensespring',
      capabilities: { activate: noting(inputs, ACTIVATION) },
    });
    const options = { product: 'lsprod', 'hardware-id': 'HWID-1' };
    const outcome = await activate.run(fake.context, parsedFor(activate, ['1111-2222-3333-4444'], options));
    expect(inputs).toHaveLength(1);
    expect(recordIn(outcome)).toEqual({
      kind: 'record',
      record: ACTIVATION,
      hidden: ['licenseFile'],
      id: 'key',
      raw: 'as received',
      message: 'Activated 1111-2222-3333-4444 on HWID-1 (2 of 5 used).',
    });
  });

  it('turns the request file of a Zentitle client into a certificate', async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'customer.req'), 'd0801330\n');
    const inputs: Input[] = [];
    const offline = { certificate: noting(inputs, CERTIFICATE), deactivate: never };
    const fake = fakeContext({ cwd, capabilities: { activate: never, offline } });
    const options = { product: '6872450105', certificate: 'customer.req' };
    const outcome = await activate.run(fake.context, parsedFor(activate, [], options));
    expect(inputs).toEqual([{ productid: '6872450105', activationcertificate: 'd0801330' }]);
    expect(recordIn(outcome).document).toBe('c0ffee');
  });

  it.each([
    ['zentitle', { product: '1' }, 'Missing --certificate.'],
    [
      'babel',
      { 'machine-id': 'M', 'client-id': 'C', certificate: '-' },
      '--certificate means nothing to babel here.',
    ],
    ['babel', { 'machine-id': 'M', 'client-id': 'C', out: 'file' }, 'there is nothing for --out.'],
  ] as const)('on %s refuses %j', async (provider, options, message) => {
    const cwd = await temporaryFolder();
    const fake = fakeContext({ provider, cwd, stdin: 'd0', capabilities: { activate: never } });
    const args = provider === 'babel' ? ['K'] : [];
    await expect(activate.run(fake.context, parsedFor(activate, args, options))).rejects.toThrow(message);
  });
});

describe('certificates', () => {
  it('offline cert checks the output file before it sends anything', async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'answer.cert'), 'precious');
    const fake = fakeContext({
      cwd,
      stdin: 'd0',
      capabilities: { offline: { certificate: never, deactivate: never } },
    });
    const options = { product: '1', request: '-', out: 'answer.cert' };
    await expect(offlineCert.run(fake.context, parsedFor(offlineCert, [], options))).rejects.toMatchObject({
      code: 'file_exists',
    });
  });

  it('offline deactivate asks, naming the file', async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'back.cert'), 'd0\n');
    const inputs: Input[] = [];
    const offline = { certificate: never, deactivate: noting(inputs, DEACTIVATION) };
    const fake = fakeContext({ cwd, capabilities: { offline } });
    const options = { product: '1', certificate: 'back.cert' };
    await offlineDeactivate.run(fake.context, parsedFor(offlineDeactivate, [], options));
    expect(fake.questions).toEqual(["Deactivate the client that made 'back.cert', for product 1?"]);
    expect(inputs).toEqual([{ productid: '1', deactivationcertificate: 'd0' }]);
  });

  it('passive create writes where it is told', async () => {
    const cwd = await temporaryFolder();
    const passive = { create: noting([], { ...CERTIFICATE, kind: 'passive' as const, clientId: 'C' }) };
    const fake = fakeContext({ cwd, capabilities: { passive } });
    const options = { product: '1', 'client-id': '3487abcdefgh12345', out: 'passive.cert' };
    const { record, message } = recordIn(
      await createPassive.run(fake.context, parsedFor(createPassive, [], options)),
    );
    expect(record).toMatchObject({ kind: 'passive', clientId: 'C', file: join(cwd, 'passive.cert') });
    expect(message).toBe(`Wrote the certificate (6 characters) to ${join(cwd, 'passive.cert')}.`);
  });
});
