/** Resellers, which profiles and companies may be given to. */
import type { Store } from '../store.js';
import type { Inputs } from './input.js';
import { Refusal } from './refusal.js';

/** The reseller that `reseller` names; undefined when it is left out. Throws a {@link Refusal} when unknown. */
export function readResellerId(input: Inputs, store: Store): number | undefined {
  const name = input.text('reseller');
  if (name === undefined) return undefined;
  const row = store.get('select resellerId from zentitle_resellers where name = ? collate nocase', name);
  if (row === undefined) throw new Refusal(`Reseller ${name} was not found.`);
  return Number(row.resellerId);
}
