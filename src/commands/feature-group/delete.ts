/** `feature-group delete`. */
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'feature-group delete',
  summary: 'Delete a feature group of a product',
  description: 'What becomes of its features is not documented.',
  args: [{ name: 'NAME', description: 'name of the group', required: true }],
  flagsFrom: { capability: 'feature-groups.delete', positional: ['featureGroupName'] },
  examples: [
    { command: 'licensectl feature-group delete Group2 --product 6872450105', explains: 'asks first' },
    {
      command: 'licensectl feature-group delete Group2 --product 6872450105 --yes',
      explains: 'for a script: does not ask',
    },
  ],
  change: ({ featureGroups }) => featureGroups?.delete,
  question: ({ productId, featureGroupName }) =>
    `Delete feature group ${String(featureGroupName)} of product ${String(productId)}?`,
  id: 'featureGroup',
  done: (record) => `Feature group ${record.featureGroup} is deleted.`,
});
