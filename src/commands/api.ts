/** `api`. */
import type { Command } from './command.js';
import { EXPECT } from './confirm-wide.js';

export const command: Command = {
  name: 'api',
  summary: 'Make any call of the licence system, signed and guarded like the rest',
  description:
    'A documented call has its input checked and its effect known; any other is treated as one that must not be sent ' +
    'twice, and DELETE as one that asks first. Values of -f are text; NAME:=JSON makes a number, list or object. ' +
    'Secrets belong into --input, not into -f.',
  args: [
    { name: 'METHOD', description: 'GET, POST, PUT, PATCH or DELETE', required: true },
    {
      name: 'PATH',
      description: 'documented path behind the base URL, such as /api/LicenseCode',
      required: true,
    },
  ],
  options: [
    {
      flag: 'field',
      short: 'f',
      value: 'NAME=VALUE',
      description: 'one field of the input, by its documented name; NAME:=JSON for typed values',
      repeatable: true,
    },
    { flag: 'input', value: 'FILE', description: 'the whole body; - for standard input' },
    EXPECT,
  ],
  examples: [
    {
      command:
        'licensectl api GET /api/LicenseCodeActivity -f productid=6872450105 -f licensecode=206454320110930859',
      explains: 'the activations of a Zentitle code',
    },
    {
      command: 'licensectl api PUT /api/Profile --input body.json --dry-run',
      explains: 'what would be sent for a body from a file',
    },
    {
      command: 'licensectl api GET /api/License --context parallels',
      explains: 'the licence of a Parallels RAS farm, in its own words',
    },
  ],
  async run(context, parsed) {
    const { callApi } = await import('./call-api.js');
    return callApi(context, parsed);
  },
};
