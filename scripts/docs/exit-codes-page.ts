/** `docs/exit-codes.md`, from the one table that maps errors to numbers. */
import { EXIT_CODES } from '../../src/cli/exit-codes.js';
import { page, table } from './markdown.js';

export function exitCodesPage(): string {
  const rows = EXIT_CODES.map((entry) => [String(entry.code), entry.meaning]);
  return page(
    'Exit codes',
    'A promise to scripts: numbers never change their meaning. Under `--json` the error is on standard error as ' +
      '`{"schemaVersion":1,"error":{code,message,hint,provider,operation,httpStatus,retryable}}`, and standard ' +
      'output is empty, except for exit 10, where it holds the rows.',
    [table(['Exit', 'Meaning'], [...rows, ['130', 'interrupted by Ctrl-C'], ['143', 'ended by SIGTERM']])],
  );
}
