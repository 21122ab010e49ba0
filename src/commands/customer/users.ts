/** `customer users`. */
import type { CustomerUserRecord } from '../../api/device-records.js';
import { REDACTED } from '../../api/redactor.js';
import { switchOption } from '../arguments.js';
import type { Command } from '../command.js';
import { CUSTOMER_USER_COLUMNS } from '../license-columns.js';
import { offered, prepare } from '../prepare.js';
import { asRow } from '../rows.js';
import type { RunContext } from '../run-context.js';

const SHOW = 'show-passwords';

export const command: Command = {
  name: 'customer users',
  summary: 'List the licence users of a customer',
  description:
    'The server tells with each user the password that the user begins with. It is shown only with ' +
    '--show-passwords, and then everywhere: on the terminal, in a file, in the log of a build.',
  args: [{ name: 'EMAIL', description: 'e-mail address of the customer', required: true }],
  options: [{ flag: SHOW, description: 'show the initial password of each user who still has it' }],
  flagsFrom: { capability: 'customers.users', positional: ['customer'] },
  examples: [
    {
      command:
        'licensectl customer users office@harbour-dental.example --product lsuser --context licensespring',
      explains: 'who uses the product, and on how many devices',
    },
    {
      command:
        'licensectl customer users office@harbour-dental.example --product lsuser --show-passwords --columns email,initialPassword --context licensespring',
      explains: 'the passwords to begin with, to hand them out',
    },
  ],
  async run(context, parsed) {
    const { connection, input } = await prepare(context, command, parsed);
    const list = offered(connection, ({ customers }) => customers?.users, { capability: 'customers.users' });
    const { value, raw } = await list(input);
    const shown = switchOption(parsed, SHOW);
    const rows = value.map((user) => asRow(shown ? user : hidden(user, context)));
    return {
      result: {
        kind: 'list',
        columns: CUSTOMER_USER_COLUMNS.map((column) =>
          column.key === 'initialPassword' ? { ...column, hidden: !shown } : column,
        ),
        id: 'email',
        rows,
        raw: () => [raw],
        empty: 'The customer has no users for this product.',
      },
    };
  },
};

/** The answer as it came holds the password, too. */
function hidden(user: CustomerUserRecord, context: RunContext): CustomerUserRecord {
  if (user.initialPassword === null) return user;
  context.protect(user.initialPassword);
  return { ...user, initialPassword: REDACTED };
}
