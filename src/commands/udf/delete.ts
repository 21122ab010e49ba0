/** `udf delete`. */
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'udf delete',
  summary: 'Delete a custom field of a product',
  description: 'What becomes of its values in codes and profiles is not documented.',
  args: [{ name: 'NAME', description: 'name of the field', required: true }],
  flagsFrom: { capability: 'custom-fields.delete', positional: ['fieldName'] },
  examples: [
    { command: 'licensectl udf delete TEST2 --product 6872450105', explains: 'asks first' },
    {
      command: 'licensectl udf delete TEST2 --product 6872450105 --yes',
      explains: 'for a script: does not ask',
    },
  ],
  change: ({ customFields }) => customFields?.delete,
  question: ({ productId, fieldName }) =>
    `Delete custom field ${String(fieldName)} of product ${String(productId)}?`,
  id: 'customField',
  done: (record) => `Custom field ${record.customField} is deleted.`,
});
