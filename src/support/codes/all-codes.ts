/** Every code that a person can meet, with all its meanings. */
import { BABEL_CODES } from '../../api/babel/error-codes.js';
import type { CodeMeaning, Meanings } from '../../api/code-meaning.js';
import { LICENSESPRING_CODES } from '../../api/licensespring/error-codes.js';
import type { ProviderId } from '../../api/operation.js';
import { PARALLELS_CODES } from '../../api/parallels/error-codes.js';
import { kindOfStatus } from '../../api/refusal.js';
import { ZENTITLE_CODES } from '../../api/zentitle/error-codes.js';
import type { CodeEntry, OwnMeaning } from './code-entry.js';
import { customerOf, exitCodesOf, nextOf } from './kinds.js';
import { CALL_CODES } from './own-calls.js';
import { CONTEXT_CODES } from './own-contexts.js';
import { EMULATOR_CODES } from './own-emulator.js';
import { USAGE_CODES } from './own-usage.js';
import { WARNING_CODES } from './own-warnings.js';

const VENDORS: readonly (readonly [ProviderId, Meanings])[] = [
  ['zentitle', ZENTITLE_CODES],
  ['licensespring', LICENSESPRING_CODES],
  ['babel', BABEL_CODES],
  ['parallels', PARALLELS_CODES],
];

/** Every code there is, by its name; of one name the vendors' meanings first. */
export function allCodes(): readonly CodeEntry[] {
  const vendors = VENDORS.flatMap(([system, meanings]) =>
    [...meanings].map(([code, meaning]) => entryOf(code, system, meaning)),
  );
  const own = [...USAGE_CODES, ...CONTEXT_CODES, ...CALL_CODES, ...WARNING_CODES, ...EMULATOR_CODES].map(
    ([code, meaning]) => entryOf(code, 'licensectl', meaning),
  );
  // The sort is stable.
  return [...vendors, ...own].sort((one, other) =>
    one.code < other.code ? -1 : one.code > other.code ? 1 : 0,
  );
}

function entryOf(code: string, system: CodeEntry['system'], meaning: CodeMeaning | OwnMeaning): CodeEntry {
  const { kind } = meaning;
  return {
    code,
    system,
    documented: system !== 'licensectl' && !('ours' in meaning),
    kind,
    meaning: meaning.meaning,
    customer: meaning.customer ?? customerOf(kind),
    next: meaning.next ?? nextOf(kind),
    exitCodes: exitCodesOf(kind),
  };
}

/** The code of an answer that only its HTTP status tells something of: `http_418`. */
export function statusEntry(status: number): CodeEntry {
  return entryOf(`http_${status}`, 'licensectl', {
    kind: kindOfStatus(status),
    meaning: `The server answered with HTTP ${status} and gave no code that is known here.`,
    next: 'Run it again with --verbose to see the answer; check the base URL of the context.',
  });
}
