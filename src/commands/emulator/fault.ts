/** `emulator fault`. */
import type { ListedFault } from '../../emulator/faults.js';
import type { Outcome } from '../../output/result.js';
import { countOption, switchOption } from '../arguments.js';
import type { Command } from '../command.js';
import { FAULT_COLUMNS, faultRow } from './control-answers.js';
import { FAULT_OPTIONS, faultRules } from './fault-flags.js';
import { dryRunOutcome, findEmulator, URL_OPTION } from './running-emulator.js';

export const command: Command = {
  name: 'emulator fault',
  summary: 'Make a running emulator fail on request',
  description:
    'Without a kind of fault, the rules are listed. Several kinds in one call make several rules with the same conditions.',
  options: [...FAULT_OPTIONS, URL_OPTION],
  examples: [
    {
      command: 'licensectl emulator fault --status 503 --times 2 --match /api/LicenseCodes',
      explains: 'the next two listings are refused',
    },
    {
      command: 'licensectl emulator fault --reset-after --times 1',
      explains: 'a change is made, its answer is lost',
    },
    {
      command: 'licensectl emulator fault --retry-after 3 --system licensespring',
      explains: '429 with Retry-After: 3',
    },
    { command: 'licensectl emulator fault --clear', explains: 'everything works again' },
  ],
  async run(context, parsed) {
    const rules = faultRules(parsed);
    const id = countOption(parsed, 'remove', 1);
    const clear = switchOption(parsed, 'clear');
    const removal = id === undefined ? '/faults' : `/faults?id=${id}`;
    const removes = clear || id !== undefined;
    if (context.settings.dryRun) {
      if (removes) return dryRunOutcome('DELETE', removal);
      if (rules.length > 0) return dryRunOutcome('POST', '/faults', rules);
    }
    const emulator = await findEmulator(context, parsed);
    if (removes) await emulator.call('DELETE', removal);
    const added: ListedFault[] = [];
    for (const rule of rules) added.push((await emulator.call('POST', '/faults', rule)) as ListedFault);
    if (added.length > 0) return listed(added);
    return listed((await emulator.call('GET', '/faults')) as ListedFault[]);
  },
};

function listed(faults: readonly ListedFault[]): Outcome {
  return {
    result: {
      kind: 'list',
      id: 'id',
      columns: FAULT_COLUMNS,
      rows: faults.map(faultRow),
      empty: 'No faults are set.',
    },
  };
}
