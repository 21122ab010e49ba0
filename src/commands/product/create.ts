/** `product create`. */
import { FROM_FILE } from '../body-flags.js';
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'product create',
  summary: 'Create a product with its features and custom fields',
  description:
    'Feature groups, features and custom fields are made along with it. What the server answers is not documented: ' +
    'the new id is looked up by name when it is not in the answer.',
  args: [{ name: 'NAME', description: 'name of the product, unique', required: false }],
  options: [FROM_FILE],
  flagsFrom: { capability: 'products.create', positional: ['productname'] },
  examples: [
    {
      command:
        'licensectl product create "Harbour CAD" --in-trial true --trial-period 14d --clients-allowed 2 ' +
        '--feature-group "Export=Export formats" --feature "code=DXF,name=DXF export,notes=Writes DXF,group=Export"',
      explains: 'a trial of two weeks, and a feature in a group of its own',
    },
    {
      command:
        'licensectl product create "Harbour Render" --license-type subscriptionperiod --subscription-period 365d --udf TIER=basic -q',
      explains: 'yearly subscriptions with a custom field; prints the new id',
    },
    {
      command: 'licensectl product create --from-file product.json --dry-run',
      explains: 'all of it from a file; shows what would be sent',
    },
  ],
  change: ({ products }) => products?.create,
  id: 'id',
  done: ({ id, name }) => `Created product ${name}${id === null ? '' : ` with id ${id}`}.`,
});
