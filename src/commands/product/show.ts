/** `product show`. */
import type { Command } from '../command.js';
import { recordCommand } from '../reading.js';

export const command: Command = recordCommand({
  name: 'product show',
  summary: 'Show one product with its features and custom fields',
  description: 'Features are told by Zentitle, what licences of it are like by LicenseSpring.',
  args: [
    {
      name: 'PRODUCT',
      description: 'id (Zentitle) or short code (LicenseSpring); product list tells it',
      required: true,
    },
  ],
  flagsFrom: { capability: 'products.show', positional: ['productid', 'product'] },
  examples: [
    { command: 'licensectl product show 6872450105', explains: 'what codes of it start from' },
    {
      command: 'licensectl product show lsprod --include-latest-version true --context licensespring',
      explains: 'a LicenseSpring product, with its latest version',
    },
    {
      command: "licensectl product show 6872450105 --json | jq -r '.data.features[].code'",
      explains: 'the codes of its features, for a script',
    },
  ],
  read: ({ products }) => products?.show,
  id: 'product',
  hidden: ['id'],
});
