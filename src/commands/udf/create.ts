/** `udf create`. */
import { FROM_FILE } from '../body-flags.js';
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';
import { partsIn } from '../product-parts.js';

export const command: Command = changeCommand({
  name: 'udf create',
  summary: 'Create a custom field in a product',
  description:
    'The values that codes and profiles have are set with their own --udf. Several fields at once come by --from-file.',
  args: [{ name: 'NAME', description: 'name of the field', required: false }],
  options: [FROM_FILE],
  flagsFrom: { capability: 'custom-fields.create', positional: ['fieldName'], entryOf: 'udfValues' },
  examples: [
    {
      command: 'licensectl udf create TIER --product 6872450105 --default basic',
      explains: 'a field with a value to start from',
    },
    {
      command: 'licensectl udf create --from-file fields.json --dry-run',
      explains: 'several at once; shows what would be sent',
    },
  ],
  change: ({ customFields }) => customFields?.create,
  id: 'customFields',
  done: (record) =>
    `Created ${partsIn(record, 'customFields', 'custom field')} in product ${record.product}.`,
});
