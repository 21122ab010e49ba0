/** Windows: values of a key of the registry, as `reg.exe` prints them. */
import type { MachineProbe } from './probe.js';

/**
 * The values by name; none when the key cannot be read. The 64-bit view: a 32-bit program would see other values.
 * Not tried on Windows by the authors; the layout of the answer is Microsoft's documentation of `reg query`.
 */
export async function registryValues(
  probe: Pick<MachineProbe, 'env' | 'run'>,
  key: string,
): Promise<ReadonlyMap<string, string>> {
  const windows = probe.env.SystemRoot ?? probe.env.windir ?? 'C:\\Windows';
  const text = await probe.run(`${windows}\\System32\\reg.exe`, ['query', key, '/reg:64']);
  const values = new Map<string, string>();
  for (const line of (text ?? '').split(/\r?\n/)) {
    const [, name, value] = /^\s+(\S.*?)\s+REG_\w+\s+(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) values.set(name, value);
  }
  return values;
}
