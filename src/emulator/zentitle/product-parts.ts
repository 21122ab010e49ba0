/** What the sections ProductFeatureGroups, ProductFeatures and ProductUDF have in common. */
import type { Inputs } from './input.js';
import { Refusal } from './refusal.js';

/** The entries of a list that the call is about; throws a {@link Refusal} when there are none. */
export function requiredEntries(input: Inputs, ...names: readonly [string, ...string[]]): readonly Inputs[] {
  const entries = names.flatMap((name) => input.list(name));
  if (entries.length === 0) throw new Refusal(`Missing mandatory field: ${names[0]}.`);
  return entries;
}
