/** The work of `activate`. */
import type { ActivationRecord } from '../api/records.js';
import { UsageError } from '../errors.js';
import type { Outcome } from '../output/result.js';
import { certificateDelivery } from './certificate.js';
import type { Command, Parsed } from './command.js';
import { fileField } from './file-input.js';
import { outputPath } from './file-output.js';
import { capability, prepare } from './prepare.js';
import { recordOf, usage } from './rows.js';
import type { RunContext } from './run-context.js';

const REQUEST = 'activationcertificate';

export async function activate(context: RunContext, command: Command, parsed: Parsed): Promise<Outcome> {
  const request = await fileField(context, parsed, 'certificate', REQUEST);
  const out = await outputPath(context, parsed);
  const { connection, row, input } = await prepare(context, command, parsed, [request]);

  // A system that activates by certificate answers with one, and that is what the person came for.
  if (row.input.some(({ name }) => name === REQUEST)) {
    const deliver = certificateDelivery(context, out);
    const answer = await capability(connection, 'offline').certificate(input);
    return deliver(answer.value, answer.raw);
  }
  if (out !== null) {
    throw new UsageError(
      `${row.provider} answers an activation without a certificate: there is nothing for --out.`,
      {
        code: 'flag_not_supported',
        provider: row.provider,
        hint: 'Leave --out out. Nothing was sent.',
      },
    );
  }
  const answer = await capability(connection, 'activate')(input);
  const shown = { raw: answer.raw, message: sentence(answer.value), hidden: ['licenseFile'] };
  const id = answer.value.key === null ? 'licenseId' : 'key';
  return { result: recordOf(answer.value, id, shown) };
}

function sentence(record: ActivationRecord): string {
  const subject = record.key ?? 'the licence';
  if (record.status !== 'activated')
    return `${subject} was accepted; whether it is active does not show yet.`;
  const device = record.deviceId === null ? '' : ` on ${record.deviceId}`;
  const used = usage(record.activationsUsed, record.activationsAllowed);
  return `Activated ${subject}${device}${used === null ? '' : ` (${used})`}.`;
}
