/** `customer users`. */
import type { Column, Row } from '../../output/result.js';
import { switchOption } from '../arguments.js';
import type { Command } from '../command.js';
import { CUSTOMER_USER_COLUMNS } from '../license-columns.js';
import { offered, prepare } from '../prepare.js';

const WITH_PASSWORDS = 'initial-passwords';
const PASSWORD_COLUMN: Column = { key: 'initialPassword', header: 'Password' };

export const command: Command = {
  name: 'customer users',
  summary: 'List the licence users of a customer',
  description:
    'The server tells with each user the password that the user begins with. It is shown only with ' +
    '--initial-passwords, and then everywhere: on the terminal, in a file, in the log of a build.',
  args: [{ name: 'EMAIL', description: 'e-mail address of the customer', required: true }],
  options: [
    { flag: WITH_PASSWORDS, description: 'show the password of each user who has not changed it yet' },
  ],
  flagsFrom: { capability: 'customers.users', positional: ['customer'] },
  examples: [
    {
      command: 'licensectl customer users someone@example.com --product lsuser --context licensespring',
      explains: 'who uses the product, and on how many devices',
    },
    {
      command:
        'licensectl customer users someone@example.com --product lsuser --initial-passwords --columns email,initialPassword --context licensespring',
      explains: 'the passwords to begin with, to hand them out',
    },
  ],
  async run(context, parsed) {
    const { connection, input } = await prepare(context, command, parsed);
    const list = offered(connection, ({ customers }) => customers?.users, { capability: 'customers.users' });
    const { value, raw } = await list(input);
    const shown = switchOption(parsed, WITH_PASSWORDS);
    const rows = value.map(({ initialPassword, ...user }): Row => {
      if (shown) return { ...user, initialPassword };
      // The answer as it came holds it, too.
      if (initialPassword !== null) context.protect(initialPassword);
      return user;
    });
    return {
      result: {
        kind: 'list',
        columns: shown ? [...CUSTOMER_USER_COLUMNS, PASSWORD_COLUMN] : CUSTOMER_USER_COLUMNS,
        id: 'email',
        rows,
        raw: () => [raw],
        empty: 'The customer has no users for this product.',
      },
    };
  },
};
