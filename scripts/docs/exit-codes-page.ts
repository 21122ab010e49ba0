/** `docs/exit-codes.md`, from the one table that maps errors to numbers. */
import { EXIT_CODES } from '../../src/exit-codes.js';
import { page, table } from './markdown.js';

export function exitCodesPage(): string {
  const rows = EXIT_CODES.map((entry) => [String(entry.code), entry.meaning]);
  return page('Exit codes', 'A promise to scripts: numbers never change their meaning.', [
    table(
      ['Exit', 'Meaning'],
      [
        ...rows,
        ['129', 'ended by SIGHUP: the terminal was closed'],
        ['130', 'interrupted by Ctrl-C'],
        ['143', 'ended by SIGTERM'],
      ],
    ),
    '## Under `--json` and `--output ndjson`',
    'A command that fails leaves standard output empty, except for exit 10, where it holds what worked, and writes ' +
      'one envelope to standard error: ' +
      '`{"schemaVersion":1,"error":{code,message,hint,provider,operation,httpStatus,retryable}}`. Under ndjson, ' +
      'records that were printed before the failure stay. The “no” of `check --exit-status` is an answer, not a failure.',
    'A warning is something that whoever called must learn although it does not decide about success: a seat that ' +
      'could not be given back, a listing that goes on. It is `{code,message}`, and it is told once, in the first ' +
      'of these places that there is:',
    [
      '- `meta.warnings` of the document on standard output,',
      '- `warnings` beside `error` in the envelope,',
      '- `{"schemaVersion":1,"warnings":[…]}` on standard error, with ndjson, or when it came up after the document.',
    ].join('\n'),
    'So standard error holds one JSON document or nothing; only `--verbose` adds lines of its own.',
  ]);
}
