import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/api/operation.js';
import type { ActivationRecord } from '../../../src/api/records.js';
import { command as activate } from '../../../src/commands/activate.js';
import { command as check } from '../../../src/commands/check.js';
import { command as deactivate } from '../../../src/commands/deactivate.js';
import { command as hardwareId } from '../../../src/commands/hardware-id.js';
import { caveatOf, describeMachine } from '../../../src/machine/machine.js';
import { createNodeProbe } from '../../../src/machine/node-probe.js';
import { fakeContext, noting, parsedFor, recordIn } from './fake-context.js';

const machine = await describeMachine(createNodeProbe({}));

const ACTIVATED = { provider: 'licensespring', status: 'activated', key: 'K' } as unknown as ActivationRecord;

async function inputOf(options: Readonly<Record<string, string>>) {
  const inputs: Input[] = [];
  const fake = fakeContext({
    provider: 'licensespring',
    capabilities: { activate: noting(inputs, ACTIVATED) },
  });
  await activate.run(fake.context, parsedFor(activate, ['K'], { product: 'paint', ...options }));
  return { ...fake, input: inputs[0] };
}

describe('--hardware-id auto', () => {
  it.each(['auto', 'AUTO'])('is this computer for %s, and it is told once', async (word) => {
    const { input, notices } = await inputOf({ 'hardware-id': word });
    expect(input?.hardware_id).toBe(machine.hardwareId);
    expect(notices.filter((line) => line.includes(machine.hardwareId))).toEqual([
      `The hardware id of this computer is ${machine.hardwareId}.`,
    ]);
  });

  it('tells the server what else it asks about this computer', async () => {
    const { input } = await inputOf({ 'hardware-id': 'auto' });
    expect(input?.is_vm ?? null).toBe(machine.isVm);
    expect(input?.vm_info ?? null).toBe(machine.isVm === null ? null : machine.vmInfo);
    expect(Object.keys(input ?? {})).not.toContain('hostname');
  });

  it('leaves what is given as it is', async () => {
    const told = await inputOf({ 'hardware-id': 'auto', 'is-vm': 'false' });
    expect(told.input).toMatchObject({ hardware_id: machine.hardwareId, is_vm: 'false' });
    expect(told.input).not.toHaveProperty('vm_info');
    const named = await inputOf({ 'hardware-id': 'auto', 'vm-info': 'ours' });
    expect(named.input).toMatchObject({ vm_info: 'ours' });
  });

  it('is not looked for in another id', async () => {
    const { input, notices } = await inputOf({ 'hardware-id': 'automatic' });
    expect([input?.hardware_id, notices]).toEqual(['automatic', []]);
    expect(input).not.toHaveProperty('is_vm');
  });

  it('says nothing of virtual machines to a call that does not ask', async () => {
    const inputs: Input[] = [];
    const capabilities = { check: noting(inputs, { valid: true } as never) };
    const { context } = fakeContext({ provider: 'licensespring', capabilities });
    await check.run(context, parsedFor(check, ['K'], { product: 'paint', 'hardware-id': 'auto' }));
    expect(inputs).toEqual([{ license_key: 'K', product: 'paint', hardware_id: machine.hardwareId }]);
  });

  it('does not describe a device that is freed', async () => {
    const inputs: Input[] = [];
    const capabilities = { deactivate: noting(inputs, { ...ACTIVATED, status: 'deactivated' } as never) };
    const { context, notices } = fakeContext({
      provider: 'licensespring',
      capabilities,
      settings: { yes: true },
    });
    await deactivate.run(context, parsedFor(deactivate, ['K'], { product: 'paint', 'hardware-id': 'auto' }));
    expect(inputs).toEqual([{ license_key: 'K', product: 'paint', hardware_id: machine.hardwareId }]);
    expect(notices).toEqual([`The hardware id of this computer is ${machine.hardwareId}.`]);
  });

  it('warns of an id that others may share where a device is added, and not at each look', async () => {
    const caveat = caveatOf(machine)?.message;
    const { notices: adding } = await inputOf({ 'hardware-id': 'auto' });
    const told = `The hardware id of this computer is ${machine.hardwareId}.`;
    expect(adding).toEqual(caveat === undefined ? [told] : [caveat, told]);
    const { context, notices: looking } = fakeContext({
      provider: 'licensespring',
      capabilities: { check: noting([], { valid: true } as never) },
    });
    await check.run(context, parsedFor(check, ['K'], { product: 'paint', 'hardware-id': 'auto' }));
    expect(looking).toEqual([told]);
  });
});

it('hardware-id needs no context, and prints the id with -q', async () => {
  const fake = fakeContext();
  const context = { ...fake.context, connect: () => Promise.reject(new Error('must not be called')) };
  const { record, id } = recordIn(await hardwareId.run(context, parsedFor(hardwareId)));
  expect(Object.keys(record)).toEqual(['hardwareId', 'source', 'isVm', 'vmInfo', 'container']);
  expect(record).toEqual(machine);
  expect(id).toBe('hardwareId');
});
