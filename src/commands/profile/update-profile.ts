/** The work of `profile update`. */
import { flagName } from '../../api/flag-name.js';
import type { Input, Operation } from '../../api/operation.js';
import { readBoolean } from '../../api/read.js';
import { UsageError } from '../../errors.js';
import type { Outcome } from '../../output/result.js';
import { textArgument, textOption } from '../arguments.js';
import { parseObject, toInput } from '../body-input.js';
import type { Command, Parsed } from '../command.js';
import { confirmUnlessDry } from '../confirm.js';
import { optionName } from '../field-values.js';
import { readInput } from '../file-input.js';
import { isGiven } from '../operation-input.js';
import { capability, prepare } from '../prepare.js';
import type { Handled } from '../required-input.js';
import { counted, recordOf } from '../rows.js';
import type { Connection, RunContext } from '../run-context.js';

const FROM_FILE = 'from-file';
/** What names the profile rather than changes it; may stand beside a body. */
const NAMING: readonly string[] = ['productid', 'profilename'];

export async function updateProfile(context: RunContext, command: Command, parsed: Parsed): Promise<Outcome> {
  const file = textOption(parsed, FROM_FILE);
  const text = file === undefined ? null : await readInput(context, file, `--${FROM_FILE}`);
  const source = file === '-' ? 'Standard input' : `'${file}'`;
  const body = (row: Operation): readonly Handled[] =>
    text === null ? [] : fieldsOf(text, source, row, parsed);
  const { connection, input } = await prepare(context, command, parsed, body);
  refuseNoChange(input);
  await confirmInheritance(context, connection, input);
  const { value, raw } = await capability(connection, 'profiles').update(input);
  return { result: recordOf(value, 'profile', { raw, message: `Profile ${value.profile} is updated.` }) };
}

/** The members of the body. @throws UsageError when a flag says something too: which of the two counts is anybody's guess */
function fieldsOf(text: string, source: string, row: Operation, parsed: Parsed): readonly Handled[] {
  const body = toInput(parseObject(text, source), row, source);
  for (const field of row.input) {
    const given =
      field.name === 'profilename' ? textArgument(parsed, 'NAME') : parsed.options[optionName(field)];
    if (!isGiven(given)) continue;
    const inBody = body[field.name];
    // Ids are often bare numbers in a file.
    const same =
      inBody === undefined || inBody === given || (typeof inBody === 'number' && String(inBody) === given);
    if (NAMING.includes(field.name) && same) continue;
    const flag = field.name === 'profilename' ? 'NAME' : flagName(field);
    throw new UsageError(`${flag} and --${FROM_FILE} do not go together here.`, {
      code: 'conflicting_options',
      hint: `Put it into ${source}, or give everything by flags. Nothing was sent.`,
    });
  }
  return Object.entries(body).map(([field, value]) => ({ field, flag: FROM_FILE, value }));
}

function refuseNoChange(input: Input): void {
  if (Object.keys(input).some((name) => !NAMING.includes(name))) return;
  throw new UsageError('There is nothing to change: give at least one setting.', {
    code: 'nothing_to_change',
    hint: 'See licensectl profile update --help. Nothing was sent.',
  });
}

/** An inherited change reaches codes that customers use: how many is worth one more read. */
async function confirmInheritance(context: RunContext, connection: Connection, input: Input): Promise<void> {
  if (readBoolean(input.inheritprofile) !== true) return;
  const { productid, profilename } = input;
  const { value } = await capability(connection, 'codes').count({ productid, profilename });
  const what = `${counted(value, 'code')} of profile ${String(profilename)}`;
  if (context.settings.dryRun) context.notice(`Would change ${what}, too.`, 'would_change_codes');
  await confirmUnlessDry(context, `This changes ${what}, too. Go on?`);
}
