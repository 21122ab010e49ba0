/** `--hardware-id auto`: this computer as the device that a call is about. */
import { type Input, isPresent, type Operation } from '../api/operation.js';
import type { MachineRecord } from '../machine/machine.js';
import type { RunContext } from './run-context.js';

const FIELD = 'hardware_id';
const AUTO = 'auto';

type MachineContext = Pick<RunContext, 'env' | 'notice'>;

/** What this computer is, with a warning where its id is not one to bind licences to. */
export async function thisMachine({ env, notice }: MachineContext): Promise<MachineRecord> {
  const [{ caveatOf, describeMachine }, { createNodeProbe }] = await Promise.all([
    import('../machine/machine.js'),
    import('../machine/node-probe.js'),
  ]);
  const machine = await describeMachine(createNodeProbe(env));
  const caveat = caveatOf(machine);
  if (caveat !== null) notice(caveat.message, caveat.code);
  return machine;
}

/** A hardware id to compare with, as it was typed: `auto` becomes that of this computer, which is told. */
export async function resolveHardwareId(context: MachineContext, given: string): Promise<string> {
  return isAuto(given) ? (await tellMachine(context, false)).hardwareId : given;
}

/**
 * The input with `auto` replaced. A call that adds a device and asks whether it is a virtual machine is told that, too,
 * unless the input says anything of it.
 */
export async function withThisMachine(context: MachineContext, row: Operation, input: Input): Promise<Input> {
  if (!isAuto(input[FIELD]) || !takes(row, FIELD)) return input;
  const { hardwareId, isVm, vmInfo } = await tellMachine(context, binds(row));
  const filled = { ...input, [FIELD]: hardwareId };
  if (!binds(row) || !takes(row, 'is_vm') || isVm === null || isPresent(input.is_vm)) return filled;
  const more = vmInfo === null || isPresent(input.vm_info) ? {} : { vm_info: vmInfo };
  return { ...filled, is_vm: isVm, ...more };
}

/** Warns of an id that is not one to bind licences to where one is bound, and not at each later look. */
async function tellMachine(context: MachineContext, warns: boolean): Promise<MachineRecord> {
  const { env, notice } = context;
  const machine = await thisMachine({ env, notice: warns ? notice : () => {} });
  context.notice(`The hardware id of this computer is ${machine.hardwareId}.`);
  return machine;
}

/** Calls that add a device ask what it is, or make a licence for it; one that frees it may be told, too. */
function binds(row: Operation): boolean {
  return row.effect === 'create' || (takes(row, 'is_vm') && row.effect !== 'destroy');
}

function isAuto(value: unknown): boolean {
  return typeof value === 'string' && value.trim().toLowerCase() === AUTO;
}

function takes({ input }: Operation, name: string): boolean {
  return input.some((field) => field.name === name);
}
