/** The sentence after something was counted. */
import type { ConsumptionRecord } from '../api/device-records.js';
import { usage } from './rows.js';

/** `METE-R000-0000-0001: 45 of 100 used.` */
export function countedOn(record: ConsumptionRecord): string {
  const { key, feature, consumptionsUsed: used, consumptionsAllowed: allowed } = record;
  const licence = key ?? 'The licence';
  const subject = feature === null ? licence : `${licence}, feature ${feature}`;
  const state = usage(used, allowed);
  if (state === null || used === null)
    return `Counted on ${feature === null ? (key ?? 'the licence') : feature}.`;
  const over = allowed !== null && used > allowed ? `, ${used - allowed} above the limit` : '';
  return `${subject}: ${state}${over}.`;
}
