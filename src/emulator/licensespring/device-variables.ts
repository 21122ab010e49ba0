/** The variables that are kept for a device. */
import { insertRow, numberOf, textOf } from '../row.js';
import type { SqlRow } from '../store.js';
import type { SystemDeps } from '../system.js';
import { isoDate } from './dates.js';
import { nextId } from './ids.js';

/** Sets a variable; its creation date stays that of the first time. */
export function setVariable(deps: SystemDeps, deviceId: number, variable: string, value: string): void {
  const sql = 'update licensespring_device_variable set value = ? where device_id = ? and variable = ?';
  if (deps.store.run(sql, value, deviceId, variable).changes > 0) return;
  insertRow(deps.store, 'licensespring_device_variable', {
    id: nextId(deps, 'licensespring_device_variable'),
    device_id: deviceId,
    variable,
    value,
    created_at: deps.now(),
  });
}

export function variableRows(deps: SystemDeps, deviceId: number): SqlRow[] {
  return deps.store.all(
    'select * from licensespring_device_variable where device_id = ? order by id',
    deviceId,
  );
}

/** Device variables as a licence object lists them. */
export function listVariables(deps: SystemDeps, deviceId: number): object[] {
  return variableRows(deps, deviceId).map((row) => ({
    id: numberOf(row, 'id'),
    variable: textOf(row, 'variable'),
    value: textOf(row, 'value'),
    device_id: deviceId,
    created_at: isoDate(numberOf(row, 'created_at')),
  }));
}
