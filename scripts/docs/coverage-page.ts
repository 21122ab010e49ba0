/** `docs/coverage.md`: every call of the Zentitle Web API, and what there is of it. */
import { type CallCoverage, coverageOf, loadParts, type Totals, totalsOf } from './coverage.js';
import { code, page, table } from './markdown.js';

export async function coveragePage(): Promise<string> {
  const coverage = coverageOf(await loadParts());
  return page(
    'Coverage of the Zentitle Web API',
    "What there is for each call of the vendor's Web API v1 document. A field counts when a flag, an argument or a file " +
      'option sets it; a list counts by its members, and `--from-file`, which takes any field, is not counted.',
    [
      totalsTable(totalsOf(coverage)),
      '## Calls',
      callTable(coverage),
      '## Input fields',
      fieldTable(coverage),
    ],
  );
}

function totalsTable(totals: Totals): string {
  const of = (part: number, whole: number): string => `${part} of ${whole}`;
  return table(
    ['Part', 'There is'],
    [
      ['Rows', of(totals.rows, totals.calls)],
      ['Commands', of(totals.commands, totals.calls)],
      ['Emulated', of(totals.emulated, totals.calls)],
      ['Contract tests', of(totals.contractTests, totals.calls)],
      ['Input fields on the command line', of(totals.settable, totals.fields)],
    ],
  );
}

function callTable(coverage: readonly CallCoverage[]): string {
  return table(
    ['Call', 'Row', 'Commands', 'Emulated', 'Contract tests', 'Fields'],
    coverage.map(({ call, row, commands, emulated, contractTests, fields }) => [
      call,
      row === null ? '' : code(row),
      commands.map(code).join(', '),
      emulated ? 'yes' : 'no',
      contractTests.join('; '),
      `${[...fields.values()].filter((ways) => ways.length > 0).length} of ${fields.size}`,
    ]),
  );
}

function fieldTable(coverage: readonly CallCoverage[]): string {
  return table(
    ['Call', 'Field', 'Set by'],
    coverage.flatMap(({ call, fields }) =>
      [...fields].map(([path, ways]) => [call, path, ways.map(code).join(', ')]),
    ),
  );
}
