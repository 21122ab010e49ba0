/** The parts that the coverage of each documented system is reckoned from. */
import { licensespringOperations } from '../../src/api/licensespring/operations.js';
import { licensespring } from '../../src/api/licensespring/provider.js';
import { zentitleOperations } from '../../src/api/zentitle/operations.js';
import { zentitle } from '../../src/api/zentitle/provider.js';
import { CATALOG } from '../../src/cli/catalog.js';
import type { Command } from '../../src/commands/command.js';
import { CALLS } from '../../src/emulator/licensespring/calls.js';
import { OFFLINE_CALLS } from '../../src/emulator/licensespring/offline.js';
import { HANDLERS } from '../../src/emulator/zentitle/dispatch.js';
import { licensespringCases } from '../../test/contract/licensespring-cases.js';
import { contractCases } from '../../test/contract/zentitle-cases.js';
import { documentedEndpoints } from '../../test/fixtures/licensespring/document.js';
import { callOf, documentedTable, valueFields } from '../../test/fixtures/zentitle-document/document.js';
import type { Parts } from './coverage.js';

const LICENSE_API = '/api/v4/';

async function allCommands(): Promise<readonly Command[]> {
  const modules = await Promise.all(CATALOG.map(({ load }) => load()));
  return modules.map(({ command }) => command);
}

export async function zentitleParts(): Promise<Parts> {
  return {
    documented: documentedTable.map(({ call, inputs }) => ({
      call,
      fields: valueFields(inputs).map(({ path }) => path),
    })),
    rows: zentitleOperations,
    callOf,
    commands: await allCommands(),
    behind: zentitle.rows,
    emulated: Object.keys(HANDLERS),
    contractTests: contractCases,
  };
}

export async function licensespringParts(): Promise<Parts> {
  return {
    documented: documentedEndpoints.map(({ call, inputs }) => ({
      call,
      fields: inputs.map(({ name }) => name),
    })),
    rows: licensespringOperations,
    callOf: ({ method, path }) => `${method} ${path.replace(LICENSE_API, '')}`,
    commands: await allCommands(),
    behind: licensespring.rows,
    emulated: [...Object.keys(CALLS), ...Object.keys(OFFLINE_CALLS)].map((call) =>
      call.replace(LICENSE_API, ''),
    ),
    contractTests: licensespringCases,
  };
}
