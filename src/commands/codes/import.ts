/** `codes import`. */
import type { Command } from '../command.js';

export const command: Command = {
  name: 'codes import',
  summary: 'Import licence codes of your own',
  description:
    'From the command line, or with --from-file one a line or separated by commas. Nothing is generated, and the call ' +
    'is never sent twice by itself. A code that is there twice is refused before anything is sent.',
  args: [{ name: 'CODE', description: 'codes to import', required: false, variadic: true }],
  options: [
    {
      flag: 'from-file',
      value: 'FILE',
      description: 'text file with codes, one a line or separated by commas; - for standard input',
    },
  ],
  flagsFrom: { capability: 'codes.import', omit: ['licensecodes', 'numcodes'] },
  examples: [
    {
      command: 'licensectl codes import 123410225741720791 567810225741720792 --product 6453300110',
      explains: 'two codes for the default profile',
    },
    {
      command:
        'licensectl codes import --product 6453300110 --profile TestProfile --from-file codes.txt --dry-run',
      explains: 'a whole file; shows what would be sent',
    },
  ],
  async run(context, parsed) {
    const { importCodes } = await import('./import-codes.js');
    return importCodes(context, command, parsed);
  },
};
