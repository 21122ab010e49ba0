/**
 * The account's bank of codes. Allocation takes from it and can run dry, as the vendor's help articles say;
 * its size and the wording of the refusal are not documented. Imported codes take nothing.
 */
import type { Store } from '../store.js';
import type { SystemDeps } from '../system.js';
import { insertCodes, type NewCodes } from './code-record.js';
import { Refusal } from './refusal.js';

const BANK = 'codeBank';
const CODE_DIGITS = 18;
const BYTES_PER_CODE = 8;

export function setCodeBank(store: Store, remaining: number): void {
  store.run(
    'insert into zentitle_state (name, value) values (?, ?) on conflict (name) do update set value = excluded.value',
    BANK,
    remaining,
  );
}

export function codeBank(store: Store): number {
  return Number(store.get('select value from zentitle_state where name = ?', BANK)?.value ?? 0);
}

/** Takes codes from the bank and adds them. Throws a {@link Refusal} when the bank holds too few. */
export function allocateCodes(deps: SystemDeps, amount: number, shared: NewCodes): readonly string[] {
  const remaining = codeBank(deps.store);
  if (amount > remaining) {
    throw new Refusal(`The code bank holds ${remaining} codes, too few to allocate ${amount}.`);
  }
  const before = maxSeq(deps.store);
  // A drawn code may exist already, however unlikely: draw until there are enough.
  for (let added = 0; added < amount; ) {
    added += insertCodes(deps.store, drawCodes(deps, amount - added), shared);
  }
  setCodeBank(deps.store, remaining - amount);
  return deps.store
    .all('select code from zentitle_codes where seq > ? order by seq', before)
    .map((row) => String(row.code));
}

/** Codes of 18 digits, of which the first is a 3 as in the documented allocation. */
function drawCodes({ randomHex }: SystemDeps, amount: number): readonly string[] {
  const hex = randomHex(amount * BYTES_PER_CODE);
  return Array.from({ length: amount }, (_, index) => {
    const from = index * BYTES_PER_CODE * 2;
    const drawn = BigInt(`0x${hex.slice(from, from + BYTES_PER_CODE * 2)}`).toString();
    return `3${drawn.slice(-(CODE_DIGITS - 1)).padStart(CODE_DIGITS - 1, '0')}`;
  });
}

function maxSeq(store: Store): number {
  return Number(store.get('select coalesce(max(seq), 0) as seq from zentitle_codes')?.seq);
}
