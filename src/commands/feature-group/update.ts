/** `feature-group update`. */
import { FROM_FILE } from '../body-flags.js';
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';
import { partsAre } from '../product-parts.js';

export const command: Command = changeCommand({
  name: 'feature-group update',
  summary: 'Rename a feature group of a product or change its notes',
  description: 'What is left out stays as it is. Several at once come by --from-file.',
  args: [{ name: 'NAME', description: 'name of the group', required: false }],
  options: [FROM_FILE],
  flagsFrom: {
    capability: 'feature-groups.update',
    positional: ['featureGroupName'],
    entryOf: 'featureGroups',
  },
  examples: [
    {
      command: 'licensectl feature-group update Group2 --product 6872450105 --new-name Extras',
      explains: 'another name',
    },
    {
      command: 'licensectl feature-group update Group2 --product 6872450105 --notes "Sold separately"',
      explains: 'other notes',
    },
  ],
  change: ({ featureGroups }) => featureGroups?.update,
  naming: ['productId', 'featureGroupName'],
  id: 'featureGroups',
  done: (record) => partsAre(record, 'featureGroups', 'feature group', 'updated'),
});
