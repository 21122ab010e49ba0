/** `feature delete`. */
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'feature delete',
  summary: 'Delete a feature of a product',
  description: 'What becomes of codes and profiles that have it on is not documented.',
  args: [{ name: 'CODE', description: 'code of the feature', required: true }],
  flagsFrom: { capability: 'features.delete', positional: ['featureCode'] },
  examples: [
    { command: 'licensectl feature delete FEAT5 --product 6872450105', explains: 'asks first' },
    {
      command: 'licensectl feature delete FEAT5 --product 6872450105 --yes',
      explains: 'for a script: does not ask',
    },
  ],
  change: ({ features }) => features?.delete,
  question: ({ productId, featureCode }) =>
    `Delete feature ${String(featureCode)} of product ${String(productId)}?`,
  id: 'feature',
  done: (record) => `Feature ${record.feature} is deleted.`,
});
