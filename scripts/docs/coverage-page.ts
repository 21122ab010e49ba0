/** `docs/coverage.md`: every documented call of two systems, and what there is of it. */
import { type CallCoverage, coverageOf, type Parts, type Totals, totalsOf } from './coverage.js';
import { licensespringParts, zentitleParts } from './coverage-parts.js';
import { code, page, table } from './markdown.js';

export async function coveragePage(): Promise<string> {
  return page(
    'Coverage of the documented APIs',
    "What there is for each call of the vendors' documents. A field counts when a flag, an argument or a file option sets " +
      'it; a list counts by its members, and `--from-file`, which takes any field, is not counted.',
    [
      ...sections('Zentitle Web API v1', await zentitleParts()),
      ...sections('LicenseSpring License API v4', await licensespringParts()),
    ],
  );
}

function sections(title: string, parts: Parts): readonly string[] {
  const coverage = coverageOf(parts);
  return [
    `## ${title}`,
    totalsTable(totalsOf(coverage)),
    `### Calls of the ${title}`,
    callTable(coverage),
    `### Input fields of the ${title}`,
    fieldTable(coverage),
  ];
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
