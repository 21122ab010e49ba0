/** Handing over a certificate or licence file that the server made and will not make again. */
import { PartialError, UsageError } from '../errors.js';
import type { Outcome } from '../output/result.js';
import { tryWrite } from './file-output.js';
import { leavesOut, recordOf } from './rows.js';
import type { RunContext } from './run-context.js';
import { keepUnprinted, withoutStop } from './unprinted.js';

/** A record of what was issued, with the certificate in it. */
export interface Issued {
  /** What the file is called by in which it is kept. */
  readonly kind: string;
  readonly certificate: string;
}

/** What it is called, and the end of the name of a file in which it is kept. */
export interface IssuedNoun {
  readonly noun: string;
  readonly extension: string;
}

const CERTIFICATE: IssuedNoun = { noun: 'certificate', extension: '.cert' };

export const LICENSE_FILE: IssuedNoun = { noun: 'licence file', extension: '.lic' };

/** Turns the answer, and its body as it came, into what the command returns. */
export type Delivery = (record: Issued, raw: string) => Promise<Outcome>;

/**
 * Made before the call, so that nothing is sent whose answer would be lost. The delivery writes the certificate to
 * `path`, or prints it when that is null. Should writing fail, it is printed all the same, and should printing fail
 * or leave it out, it is kept in the data folder: the grant behind it cannot be had again.
 * @param path absolute, from `outputPath`
 * @throws UsageError `certificate_hidden` when it would neither be written nor be printed
 */
export function certificateDelivery(
  { settings, dataDir }: Pick<RunContext, 'settings' | 'dataDir'>,
  path: string | null,
  issued: IssuedNoun = CERTIFICATE,
): Delivery {
  const { noun } = issued;
  const shown = !leavesOut(settings, 'certificate');
  if (path === null && !shown) {
    throw new UsageError(`--columns leaves out the ${noun}, which the server gives only once.`, {
      code: 'certificate_hidden',
      hint: 'Add certificate to --columns, or write it to a file with --out. Nothing was sent.',
    });
  }
  return async (record, raw) => {
    const unprinted = (cause: Error): Promise<PartialError> =>
      keep(dataDir, record, issued, `be printed (${withoutStop(cause)})`, cause);
    const printed: Outcome = {
      result: recordOf(record, 'certificate', { raw, document: record.certificate }),
      unprinted,
    };
    if (path === null) return printed;
    const { certificate, ...rest } = record;
    const failure = await tryWrite(path, certificate);
    if (failure === null) {
      const message = `Wrote the ${noun} (${certificate.length} characters) to ${path}.`;
      return { result: recordOf({ ...rest, file: path }, 'file', { raw, message }) };
    }
    const what = `be written to ${path} (${withoutStop(failure)})`;
    return {
      ...printed,
      partial: shown ? onOutput(what, noun, failure) : await keep(dataDir, record, issued, what, failure),
    };
  };
}

function onOutput(what: string, noun: string, cause: Error): PartialError {
  return new PartialError(`The ${noun} is on standard output: it could not ${what}.`, {
    code: 'certificate_not_written',
    hint: 'Keep it: asking the server again may grant another one.',
    cause,
  });
}

/** Saves it in the data folder. @returns the error to end with, which says where it is or that it is lost */
async function keep(
  dataDir: string,
  { kind, certificate }: Issued,
  { noun, extension }: IssuedNoun,
  what: string,
  cause: Error,
): Promise<PartialError> {
  const { path, failure } = await keepUnprinted(dataDir, kind, certificate, extension);
  const details = { code: 'certificate_not_printed', cause };
  if (failure === null) {
    // Where it is comes first: of a long message the end is cut.
    return new PartialError(`The ${noun} is in ${path}: it could not ${what}.`, {
      ...details,
      hint: 'Take it from there: asking the server again may grant another one.',
    });
  }
  return new PartialError(
    `The ${noun} was made but could neither ${what} nor be kept in ${path} (${withoutStop(failure)}).`,
    { ...details, hint: 'The grant behind it stands: take it back before you ask for another.' },
  );
}
