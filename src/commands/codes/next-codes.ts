/** The work of `codes next`. */
import { UnknownOutcomeError } from '../../errors.js';
import type { Outcome } from '../../output/result.js';
import { countOption } from '../arguments.js';
import type { Command, Parsed } from '../command.js';
import { sourceOf } from '../flag-source.js';
import { codesDelivery, keepUnread } from '../new-codes.js';
import { offered, prepare } from '../prepare.js';
import { counted } from '../rows.js';
import type { RunContext } from '../run-context.js';

export async function nextCodes(context: RunContext, command: Command, parsed: Parsed): Promise<Outcome> {
  const deliver = codesDelivery(context);
  const asked = countOption(parsed, 'amount', 1) ?? 1;
  const { connection, input } = await prepare(context, command, parsed);
  const next = offered(connection, ({ codes }) => codes?.next, sourceOf(command));
  const handed = await next(input).catch(async (error: unknown) => {
    throw error instanceof UnknownOutcomeError ? await keepUnread(context.dataDir, error) : error;
  });
  const got = handed.value.length;
  if (got < asked) {
    context.notice(`${counted(asked, 'code')} asked for, ${got} handed out.`, 'fewer_codes');
  }
  return deliver(handed);
}
