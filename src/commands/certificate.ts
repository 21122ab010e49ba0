/** Handing over a certificate that the server made and will not make again. */
import type { CertificateRecord } from '../api/records.js';
import type { Outcome } from '../output/result.js';
import { tryWrite } from './file-output.js';
import { recordOf } from './rows.js';
import type { RunContext } from './run-context.js';

/** The certificate was made but is not where it was wanted: some of the work failed. */
const NOT_WRITTEN = 10;

/**
 * Writes the certificate to `path`, or prints it when that is null. Should writing fail, it is printed all the
 * same: the grant behind it cannot be had again.
 * @param path absolute, checked before the call by `outputPath`
 */
export async function deliverCertificate(
  context: Pick<RunContext, 'notice'>,
  path: string | null,
  record: CertificateRecord,
  raw: string,
): Promise<Outcome> {
  const printed = recordOf(record, 'certificate', { raw, document: record.certificate });
  if (path === null) return { result: printed };
  const failure = await tryWrite(path, record.certificate);
  if (failure !== null) {
    context.notice(
      `The certificate could not be written to ${path} (${failure.message}). It is on standard output instead: keep it.`,
    );
    return { result: printed, exitCode: NOT_WRITTEN };
  }
  const { certificate, ...rest } = record;
  const message = `Wrote the certificate (${certificate.length} characters) to ${path}.`;
  return { result: recordOf({ ...rest, file: path }, 'file', { raw, message }) };
}
