/** The work of `codes import`. */
import { UsageError } from '../../errors.js';
import type { Outcome } from '../../output/result.js';
import { textOption } from '../arguments.js';
import type { Command, Parsed } from '../command.js';
import { readInput } from '../file-input.js';
import { sourceOf } from '../flag-source.js';
import { codesDelivery } from '../new-codes.js';
import { offered, prepare } from '../prepare.js';
import { counted } from '../rows.js';
import type { RunContext } from '../run-context.js';

export async function importCodes(context: RunContext, command: Command, parsed: Parsed): Promise<Outcome> {
  const deliver = codesDelivery(context);
  const codes = await givenCodes(context, parsed);
  refuseUnusable(codes);
  const elsewhere = [{ field: 'licensecodes', flag: 'from-file', value: codes.join(',') }];
  const { connection, input } = await prepare(context, command, parsed, elsewhere);
  const imported = await offered(connection, (all) => all.codes?.import, sourceOf(command))(input);
  context.notice(`Imported ${counted(codes.length, 'code')}.`);
  return deliver(imported);
}

/** @throws UsageError for both arguments and a file, or neither; as `readInput` */
async function givenCodes(context: RunContext, parsed: Parsed): Promise<readonly string[]> {
  const args = parsed.args.CODE;
  const typed = typeof args === 'string' ? [args] : (args ?? []);
  const file = textOption(parsed, 'from-file');
  if (file === undefined && typed.length === 0) {
    throw new UsageError('There are no codes to import.', {
      code: 'missing_input',
      hint: 'Give them as arguments, or with --from-file. Nothing was sent.',
    });
  }
  if (file === undefined) return typed.map((code) => code.trim());
  if (typed.length > 0) {
    throw new UsageError('CODE and --from-file exclude each other.', { code: 'conflicting_options' });
  }
  const text = await readInput(context, file, '--from-file');
  // A spreadsheet's export may end lines with commas, too.
  const lines = text.split(/[\r\n]+/).map((line) => line.trim().replace(/,$/, ''));
  return lines.filter((line) => line !== '').flatMap((line) => line.split(',').map((code) => code.trim()));
}

/**
 * The document gives no form for codes of one's own. What could not be told apart in a list with commas is refused.
 * @throws UsageError `invalid_code`, or `duplicate_code`
 */
function refuseUnusable(codes: readonly string[]): void {
  const seen = new Set<string>();
  for (const [index, code] of codes.entries()) {
    if (code === '' || /[\s,;\p{C}]/u.test(code)) {
      throw new UsageError(
        `Code ${index + 1} of ${codes.length} is ${code === '' ? 'empty' : `'${code}'`}.`,
        {
          code: 'invalid_code',
          hint: 'A code has no blanks, no commas and no control characters. Nothing was sent.',
        },
      );
    }
    if (seen.has(code)) {
      throw new UsageError(`Code ${code} is there twice.`, {
        code: 'duplicate_code',
        hint: 'Leave one of them out. Nothing was sent.',
      });
    }
    seen.add(code);
  }
}
