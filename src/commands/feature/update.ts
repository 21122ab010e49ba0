/** `feature update`. */
import { FROM_FILE } from '../body-flags.js';
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';
import { partsAre } from '../product-parts.js';

export const command: Command = changeCommand({
  name: 'feature update',
  summary: 'Change a feature of a product',
  description:
    'What is left out stays as it is; the document says otherwise of --in-trials, which it calls false when left out. Several at once come by --from-file.',
  args: [{ name: 'CODE', description: 'code of the feature', required: false }],
  options: [FROM_FILE],
  flagsFrom: { capability: 'features.update', positional: ['featureCode'], entryOf: 'features' },
  examples: [
    {
      command: 'licensectl feature update FEAT5 --product 6872450105 --name "Batch export" --group default',
      explains: 'another title, and back into the default group',
    },
    {
      command: 'licensectl feature update FEAT5 --product 6872450105 --new-code BATCH',
      explains: 'another code',
    },
  ],
  change: ({ features }) => features?.update,
  naming: ['productId', 'featureCode'],
  id: 'features',
  done: (record) => partsAre(record, 'features', 'feature', 'updated'),
});
