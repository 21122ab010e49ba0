/** `feature create`. */
import { FROM_FILE } from '../body-flags.js';
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';
import { partsIn } from '../product-parts.js';

export const command: Command = changeCommand({
  name: 'feature create',
  summary: 'Create a feature in a product',
  description: 'Several at once come by --from-file.',
  args: [{ name: 'CODE', description: 'code of the feature', required: false }],
  options: [FROM_FILE],
  flagsFrom: { capability: 'features.create', positional: ['featureCode'], entryOf: 'features' },
  examples: [
    {
      command:
        'licensectl feature create DXF --product 6872450105 --name "DXF export" --notes "Writes DXF files" --in-trials true',
      explains: 'a normal feature, which trials have, too',
    },
    {
      command:
        'licensectl feature create SEATS --product 6872450105 --name Seats --notes "Named users" --type floating --group Group2',
      explains: 'a floating one in a group',
    },
  ],
  change: ({ features }) => features?.create,
  id: 'features',
  done: (record) => `Created ${partsIn(record, 'features', 'feature')} in product ${record.product}.`,
});
