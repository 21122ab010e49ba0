/** `udf update`. */
import { FROM_FILE } from '../body-flags.js';
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';
import { partsAre } from '../product-parts.js';

export const command: Command = changeCommand({
  name: 'udf update',
  summary: 'Rename a custom field of a product or change its default',
  description: 'What is left out stays as it is. Several at once come by --from-file.',
  args: [{ name: 'NAME', description: 'name of the field', required: false }],
  options: [FROM_FILE],
  flagsFrom: { capability: 'custom-fields.update', positional: ['fieldName'], entryOf: 'udfValues' },
  examples: [
    {
      command: 'licensectl udf update TEST1 --product 6872450105 --default gold',
      explains: 'another value to start from',
    },
    {
      command: 'licensectl udf update TEST2 --product 6872450105 --new-name REGION',
      explains: 'another name',
    },
  ],
  change: ({ customFields }) => customFields?.update,
  naming: ['productId', 'fieldName'],
  id: 'customFields',
  done: (record) => partsAre(record, 'customFields', 'custom field', 'updated'),
});
