/** POST track_device_variables and GET get_device_variables. */
import { numberOf, textOf } from '../row.js';
import type { SystemDeps } from '../system.js';
import { listVariables, variableRows } from './device-variables.js';
import { type Device, noteContact, requireUsableDevice } from './devices.js';
import { requireLicense } from './find-license.js';
import { type Input, missing, optionalVariables, requiredText } from './input.js';

/** Answers the variables that were sent, as they are kept now. */
export function trackVariables(input: Input, deps: SystemDeps): object {
  const device = requireDevice(input, deps);
  const sent = optionalVariables(input);
  if (sent.size === 0) throw missing('variables');
  noteContact(deps, device.id, input);
  return variableRows(deps, device.id)
    .filter((row) => sent.has(textOf(row, 'variable')))
    .map((row) => ({
      variable: textOf(row, 'variable'),
      value: textOf(row, 'value'),
      device_id: device.id,
      created_at: numberOf(row, 'created_at'),
    }));
}

/** The documents' examples have the dates in two forms; a setting chooses. */
export function getVariables(input: Input, deps: SystemDeps): object {
  const device = requireDevice(input, deps);
  const listed = listVariables(deps, device.id);
  if (deps.settings.licensespringVariableDates === 'iso') return listed;
  const rows = variableRows(deps, device.id);
  return listed.map((variable, index) => {
    const row = rows[index];
    return row === undefined ? variable : { ...variable, created_at: numberOf(row, 'created_at') };
  });
}

function requireDevice(input: Input, deps: SystemDeps): Device {
  const hardwareId = requiredText(input, 'hardware_id');
  return requireUsableDevice(deps, requireLicense(deps, input, false), hardwareId);
}
