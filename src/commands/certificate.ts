/** Handing over a certificate that the server made and will not make again. */
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CertificateRecord } from '../api/records.js';
import { PartialError } from '../errors.js';
import type { Outcome } from '../output/result.js';
import { tryWrite } from './file-output.js';
import { recordOf } from './rows.js';
import type { RunContext } from './run-context.js';

/** The certificate was made but is not where it was wanted: some of the work failed. */
const NOT_WRITTEN = 10;

/**
 * Writes the certificate to `path`, or prints it when that is null. Should writing fail, it is printed all the
 * same, and should printing fail, it is kept in the data folder: the grant behind it cannot be had again.
 * @param path absolute, checked before the call by `outputPath`
 */
export async function deliverCertificate(
  context: Pick<RunContext, 'notice' | 'dataDir'>,
  path: string | null,
  record: CertificateRecord,
  raw: string,
): Promise<Outcome> {
  const printed = recordOf(record, 'certificate', { raw, document: record.certificate });
  const unprinted = (failure: Error): Promise<Error> => keep(context.dataDir, record, failure);
  if (path === null) return { result: printed, unprinted };
  const failure = await tryWrite(path, record.certificate);
  if (failure !== null) {
    context.notice(
      `The certificate could not be written to ${path} (${failure.message}). It is on standard output instead: keep it.`,
    );
    return { result: printed, exitCode: NOT_WRITTEN, unprinted };
  }
  const { certificate, ...rest } = record;
  const message = `Wrote the certificate (${certificate.length} characters) to ${path}.`;
  return { result: recordOf({ ...rest, file: path }, 'file', { raw, message }) };
}

/** The error to end with once the certificate is out of danger, or cannot be saved at all. */
async function keep(dataDir: string, { kind, certificate }: CertificateRecord, cause: Error): Promise<Error> {
  const folder = join(dataDir, 'unprinted');
  const name = `${kind}-${createHash('sha256').update(certificate).digest('hex').slice(0, 12)}.cert`;
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => undefined);
  const path = join(folder, name);
  const failure = await tryWrite(path, certificate);
  const details = { code: 'certificate_not_printed', cause };
  const why = cause.message.replace(/\.$/, '');
  if (failure === null) {
    const hint = 'Take it from there: asking the server again may grant another one.';
    return new PartialError(`The certificate was made but could not be printed (${why}). It is in ${path}.`, {
      ...details,
      hint,
    });
  }
  return new PartialError(
    `The certificate was made but could neither be printed nor be kept in ${path} (${failure.message}).`,
    { ...details, hint: 'The grant behind it stands: take it back before you ask for another.' },
  );
}
