/** Handing over codes that a call has made or handed out: none may get lost, and too few are told. */
import type { NewCodeRecord } from '../api/product-records.js';
import type { Read } from '../api/provider.js';
import { bodyBehind } from '../api/refusal.js';
import { PartialError, UnknownOutcomeError, UsageError } from '../errors.js';
import { selectColumns } from '../output/columns.js';
import type { Outcome } from '../output/result.js';
import { NEW_CODE_COLUMNS } from './product-columns.js';
import { asRow, counted, leavesOut } from './rows.js';
import type { RunContext } from './run-context.js';
import { keepUnprinted, withoutStop } from './unprinted.js';

/**
 * Made before the call, so that nothing is sent whose answer would be lost: should printing fail, the codes are kept in
 * the data folder.
 * @throws UsageError `codes_hidden` where the output would leave the codes out, or `unknown_column`
 */
export function codesDelivery({
  settings,
  dataDir,
}: Pick<RunContext, 'settings' | 'dataDir'>): (codes: Read<readonly NewCodeRecord[]>) => Outcome {
  selectColumns(NEW_CODE_COLUMNS, settings.columns);
  if (!settings.quiet && leavesOut(settings, 'code')) {
    throw new UsageError('--columns leaves out the codes themselves.', {
      code: 'codes_hidden',
      hint: 'Add code to --columns. Nothing was sent.',
    });
  }
  return ({ value, raw }) => ({
    result: {
      kind: 'list',
      columns: NEW_CODE_COLUMNS,
      id: 'code',
      rows: value.map(asRow),
      raw: () => [raw],
    },
    unprinted: (cause) => keepCodes(dataDir, value, cause),
  });
}

/** @returns the error to end with, which says where the codes are or that they are lost */
async function keepCodes(dataDir: string, codes: readonly NewCodeRecord[], cause: Error): Promise<Error> {
  if (codes.length === 0) return cause;
  const text = codes.map(({ code }) => code).join('\n');
  const { path, failure } = await keepUnprinted(dataDir, 'codes', text, '.txt');
  const what = counted(codes.length, 'code');
  const why = withoutStop(cause);
  const details = { code: 'codes_not_printed', cause };
  if (failure === null) {
    // Where they are comes first: of a long message the end is cut.
    return new PartialError(`${what} in ${path}: printing failed (${why}).`, {
      ...details,
      hint: 'Take them from there: repeating the command would take others.',
    });
  }
  return new PartialError(
    `${what} could neither be printed (${why}) nor be kept in ${path} (${withoutStop(failure)}).`,
    { ...details, hint: 'To find them: licensectl codes list --product ID --activated false' },
  );
}

/**
 * Keeps the body of an answer in which no codes could be found: they may be in it all the same.
 * @returns the error to end with
 */
export async function keepUnread(dataDir: string, error: UnknownOutcomeError): Promise<UnknownOutcomeError> {
  const body = bodyBehind(error).trim();
  if (body === '') return error;
  const { path, failure } = await keepUnprinted(dataDir, 'answer', body, '.txt');
  if (failure !== null) return error;
  return new UnknownOutcomeError(error.message, {
    code: error.code,
    hint: `The answer is in ${path}: look for the codes there before you repeat the command.`,
    provider: error.provider,
    operation: error.operation,
    httpStatus: error.httpStatus,
    cause: error.cause,
  });
}
