/** The work of `profile update`. */
import type { Input } from '../../api/operation.js';
import { readBoolean } from '../../api/read.js';
import type { Outcome } from '../../output/result.js';
import { bodyFrom } from '../body-flags.js';
import { refuseNoChange } from '../change.js';
import type { Command, Parsed } from '../command.js';
import { confirmUnlessDry } from '../confirm.js';
import { capability, prepare } from '../prepare.js';
import { counted, recordOf } from '../rows.js';
import type { Connection, RunContext } from '../run-context.js';

/** What names the profile rather than changes it. */
const NAMING: readonly string[] = ['productid', 'profilename'];

export async function updateProfile(context: RunContext, command: Command, parsed: Parsed): Promise<Outcome> {
  const body = await bodyFrom(context, parsed);
  const { connection, input } = await prepare(context, command, parsed, body);
  refuseNoChange(command, input, NAMING);
  await confirmInheritance(context, connection, input);
  const { value, raw } = await capability(connection, 'profiles').update(input);
  return { result: recordOf(value, 'name', { raw, message: `Profile ${value.name} is updated.` }) };
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
