/** `feature-group create`. */
import { FROM_FILE } from '../body-flags.js';
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';
import { partsIn } from '../product-parts.js';

export const command: Command = changeCommand({
  name: 'feature-group create',
  summary: 'Create a feature group in a product',
  description: 'Several at once come by --from-file.',
  args: [{ name: 'NAME', description: 'name of the group', required: false }],
  options: [FROM_FILE],
  flagsFrom: {
    capability: 'feature-groups.create',
    positional: ['featureGroupName'],
    entryOf: 'featureGroups',
  },
  examples: [
    {
      command: 'licensectl feature-group create Export --product 6872450105 --notes "Export formats"',
      explains: 'a group to put features in',
    },
    {
      command: 'licensectl feature-group create --from-file groups.json --dry-run',
      explains: 'several at once; shows what would be sent',
    },
  ],
  change: ({ featureGroups }) => featureGroups?.create,
  id: 'featureGroups',
  done: (record) =>
    `Created ${partsIn(record, 'featureGroups', 'feature group')} in product ${record.product}.`,
});
