/** Our codes for the emulator. No licence system is concerned. */
import { codesOf, type OwnCodes } from './code-entry.js';

const FOLDER = 'Give another folder with --data.';
const START = 'licensectl emulator start, or licensectl emulator exec -- COMMAND';

export const EMULATOR_CODES: OwnCodes = [
  ...codesOf('usage', [
    [
      'port_in_use',
      'The port is in use.',
      'licensectl emulator status, or another --port; 0 takes a free one.',
    ],
    [
      'port_not_allowed',
      'The port may not be used.',
      'Give one from 1024 on with --port; 0 takes a free one.',
    ],
    ['emulator_data_in_use', 'Another emulator uses the folder.', FOLDER],
    ['emulator_data_unusable', 'The folder cannot hold the state of an emulator.', FOLDER],
    ['emulator_data_version', 'The state in the folder was made by another version, or is damaged.', FOLDER],
    ['emulator_url', 'The address of the emulator is not one.', 'For example http://127.0.0.1:8787'],
    [
      'fault_kind_missing',
      'Conditions of a fault were given, and no kind of fault.',
      'licensectl emulator fault --help',
    ],
    ['folder_name_missing', '--data has no folder.', 'Give it one.'],
    [
      'command_missing',
      'There is no command to run.',
      'For example: licensectl emulator exec -- licensectl codes list',
    ],
    [
      'command_not_found',
      'The command to run was not found.',
      'It is looked for on the PATH; shell syntax needs sh -c.',
    ],
    ['command_not_runnable', 'The command to run cannot be run.', 'Check its rights.'],
  ]),
  ...codesOf('not-found', [['emulator_not_running', 'No emulator runs that this user has started.', START]]),
  ...codesOf('network', [
    ['emulator_unreachable', 'The emulator does not answer.', START],
    [
      'emulator_not_stopped',
      'The emulator has not stopped.',
      'licensectl emulator status shows its process.',
    ],
  ]),
  ...codesOf('warning', [
    [
      'emulator_failure',
      'The emulator met something that it did not expect: a bug.',
      'Please report it with what is printed.',
    ],
    [
      'other_emulator',
      'Another emulator runs; commands that name none mean the one started last.',
      'Name one with --url.',
    ],
  ]),
];
