/** Asking before everything under a code or group is taken away: whom it hits, how many, and the number back. */
import type { Consent } from '../api/client.js';
import type { Input, Operation } from '../api/operation.js';
import type { Reach } from '../api/provider.js';
import { UsageError } from '../errors.js';
import { countOption } from './arguments.js';
import type { OptionSpec, Parsed } from './command.js';
import { capability } from './prepare.js';
import { counted } from './rows.js';
import type { Connection, RunContext } from './run-context.js';

/** Names told in the question; of more, the number is enough. */
const NAMED = 10;

export const EXPECT: OptionSpec = {
  flag: 'expect',
  value: 'N',
  description: 'with --yes, how many there must be for a call that takes away everything under a code',
};

/** The number in `--expect`. @throws UsageError */
export function expectedCount(parsed: Parsed): number | null {
  return countOption(parsed, EXPECT.flag, 0) ?? null;
}

/**
 * @param goesWith what it counts: for the sentence
 * @throws UsageError `conflicting_options` for `--expect` at a call that hits one thing
 */
export function refuseNeedlessCount(expected: number | null, goesWith: string): void {
  if (expected === null) return;
  throw new UsageError(`--expect goes with ${goesWith}.`, {
    code: 'conflicting_options',
    hint: 'This call hits one thing, which is not counted. Nothing was sent.',
  });
}

/** What the call would take away. */
export function reachOf(connection: Connection, row: Operation, input: Input): Promise<Reach> {
  return capability(connection, 'reach')(row, input);
}

/**
 * Shows what the call would take away, and asks for the number. A dry run only tells it.
 * @param verb what happens to them; a regular one, such as `deactivate`
 * @throws UsageError `not_confirmed`, or `count_mismatch` where `--expect` says another number; nothing was changed
 */
export async function confirmReach(
  context: RunContext,
  reach: Reach,
  verb: string,
  expected: number | null,
): Promise<Consent> {
  const what = `${described(reach)}.`;
  if (context.settings.dryRun) context.notice(`Would ${verb} ${what}`, `would_${verb}`);
  else await (await context.prompts()).confirmCount(`This ${verb}s ${what}`, reach.count, expected);
  return { count: reach.count };
}

function described({ count, noun, names, subject, besides }: Reach): string {
  const more = count > NAMED ? ` and ${count - NAMED} more` : '';
  const who = names.length === 0 ? '' : `: ${names.slice(0, NAMED).join(', ')}${more}`;
  const also = besides === undefined ? '' : `, along with ${besides}`;
  return `${counted(count, noun)} of ${subject}${who}${also}`;
}
