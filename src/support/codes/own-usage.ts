/** Our codes for what is typed, piped in and written out. Nothing was sent. */
import { codesOf, type OwnCodes } from './code-entry.js';

const HELP = 'Run the command with --help to see what it takes.';

export const USAGE_CODES: OwnCodes = [
  ...codesOf('not-found', [
    [
      'code_unknown',
      'Nothing is known here of this code.',
      'licensectl explain lists all codes.',
      'Nothing was sent.',
    ],
  ]),
  ...codesOf('usage', [
    ['usage', 'The command line could not be understood.', HELP],
    ['unknown_command', 'There is no such command.', 'licensectl --help lists all commands.'],
    ['missing_command', 'No command was given.', 'licensectl --help lists all commands.'],
    ['unknown_option', 'The command has no such option.', HELP],
    ['missing_option', 'An option that the command needs is missing.', HELP],
    [
      'repeated_option',
      'An option that counts once was given twice.',
      'Give it once: which one should count?',
    ],
    ['missing_argument', 'An argument that the command needs is missing.', HELP],
    [
      'excess_arguments',
      'The command takes fewer arguments than were given.',
      'Text with blanks needs quotes; --help shows what the command takes.',
    ],
    [
      'unexpected_argument',
      'This licence system takes no argument here.',
      'Leave the argument out: this system answers for its one licence.',
    ],
    [
      'missing_value',
      'An option or argument is there without a value.',
      'Look for a variable that is not set.',
    ],
    ['unexpected_value', 'A switch was given a value.', 'Give the switch alone.'],
    ['invalid_value', 'A value is not one that the option or variable takes.', HELP],
    [
      'invalid_duration',
      'A duration could not be read.',
      'Write it as 90s, 45m, 12h or 30d; a bare number is in the unit that --help names.',
    ],
    [
      'inexact_duration',
      'A duration is no whole number of what the server counts.',
      'Give a multiple of the unit that --help names.',
    ],
    ['invalid_date', 'A date could not be read.', 'Write it as 2026-12-31, or 2026-12-31T23:59:00Z.'],
    ['out_of_range', 'A number is larger than what the server takes.', HELP],
    ['conflicting_options', 'Two options were given that exclude each other.', 'Leave one of them out.'],
    ['flag_not_supported', 'This licence system has no place for a flag that was given.', HELP],
    [
      'secret_on_command_line',
      'A secret was given as the value of a flag: there it shows in the process list and the shell’s history.',
      'Pipe it in with the flag that ends in -stdin, or keep it in a context: licensectl login',
    ],
    [
      'missing_input',
      'A value that the call needs is missing, and nobody can be asked for it here.',
      'Give the flag that the message names.',
    ],
    [
      'invalid_input',
      'A value breaks a rule of the call; the message says which.',
      'The command’s --help says what each value means.',
    ],
    [
      'unknown_field',
      'A file has a name that the call does not take.',
      'The hint of the error lists the names that it takes.',
    ],
    ['invalid_json', 'The input is not JSON, or not a JSON object.', 'Check it with: jq . FILE'],
    [
      'nothing_to_change',
      'The call names a thing and nothing to change of it.',
      'Give at least one setting.',
    ],
    ['unknown_column', 'The answer has no such column.', 'The hint of the error lists the columns.'],
    ['ambiguous_code', 'The code belongs to several products.', 'Choose one with --product.'],
    [
      'ambiguous_name',
      'Several things have this name.',
      'Choose one by its id; of a company also by --product.',
    ],
    [
      'invalid_code',
      'A code is empty, or has blanks, commas or control characters.',
      'Correct it in the list.',
    ],
    ['duplicate_code', 'A code is there twice.', 'Leave one of them out.'],
    [
      'not_confirmed',
      'What takes something away was not confirmed.',
      'Confirm it when asked, or add --yes; a wide call also wants --expect N.',
    ],
    [
      'count_mismatch',
      'A wide call hits another number of things than --expect says.',
      'Look again what it hits, with --dry-run.',
    ],
    [
      'bad_path',
      'The path of an api call cannot be used.',
      'For example: licensectl api GET /api/LicenseCodes',
    ],
    [
      'answer_hidden',
      '-q or --columns would leave out an answer that is given only once.',
      'Leave them out.',
    ],
    [
      'certificate_hidden',
      '--columns would leave out a certificate that is given only once.',
      'Add certificate.',
    ],
    [
      'codes_hidden',
      '--columns would leave out the codes, which are given only once.',
      'Add code to --columns.',
    ],
    [
      'stdin_is_terminal',
      'Standard input is a terminal, and a pipe or a file is wanted.',
      'Redirect a file with <.',
    ],
    [
      'stdin_taken',
      'Two flags would both read standard input.',
      'Give one of them by file, variable or prompt.',
    ],
    ['stdin_unreadable', 'Standard input cannot be read.', 'Pipe the text in, or redirect a file with <.'],
    [
      'input_too_large',
      'Standard input has more than any input makes sense to have.',
      'Is it the right file?',
    ],
    ['file_missing', 'There is no such file.', 'Check the path.'],
    ['file_empty', 'The file, or standard input, is empty.', 'Is it the right one?'],
    ['file_unreadable', 'The file cannot be read.', 'Check its rights.'],
    ['file_not_readable', 'The file cannot be read.', 'Check the path and its rights.'],
    ['file_too_large', 'The file is larger than 1 MiB.', 'Is it the right one?'],
    ['invalid_utf8', 'The file is not UTF-8 text.', 'Save it as UTF-8.'],
    ['not_one_line', 'A secret from standard input has more than one line.', 'Pipe in the secret alone.'],
    ['file_name_missing', '--out has no file name.', 'Give it one.'],
    ['file_is_folder', 'A file was wanted, and this is a folder.', 'Give the path of a file.'],
    ['file_not_regular', '--out names a device or a pipe.', 'Print it instead, or give the path of a file.'],
    ['file_exists', 'The file that would be written exists already.', 'Add --force to replace it.'],
    ['file_not_writable', 'The file cannot be written.', 'Check the rights and the free space.'],
    ['folder_missing', 'The folder of the file that would be written does not exist.', 'Make it first.'],
    [
      'folder_not_writable',
      'The folder of the file that would be written cannot be written to.',
      'Check its rights.',
    ],
    [
      'no_home_folder',
      'This user has no home folder.',
      'Set HOME, or LICENSECTL_CONFIG_DIR and LICENSECTL_DATA_DIR.',
    ],
    ['no_working_folder', 'The folder that the program runs in is gone.', 'Change to one that exists.'],
  ]),
];
