/** Folders that a process nearly always has. Asked for only by what needs them: in a container they may be missing. */
import { homedir } from 'node:os';
import { UsageError } from '../errors.js';
import type { ProcessLike } from './process-like.js';

/** @throws UsageError when it was deleted under our feet */
export function workingFolder(processLike: Pick<ProcessLike, 'cwd'>): string {
  try {
    return processLike.cwd();
  } catch (cause) {
    throw new UsageError('The folder that this runs in is gone.', {
      code: 'no_working_folder',
      hint: 'Change to one that exists.',
      cause,
    });
  }
}

/** @throws UsageError for a user whom the system does not know, without HOME */
export function homeFolder(find: () => string = homedir): string {
  try {
    return find();
  } catch (cause) {
    throw new UsageError('This user has no home folder.', {
      code: 'no_home_folder',
      hint: 'Set HOME, or LICENSECTL_CONFIG_DIR and LICENSECTL_DATA_DIR.',
      cause,
    });
  }
}
