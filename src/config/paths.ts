/** Where contexts and state live, by platform convention; `LICENSECTL_CONFIG_DIR` and `…_DATA_DIR` override. */
import { isAbsolute, join, resolve } from 'node:path';

interface Place {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: () => string;
  readonly cwd: () => string;
}

const absolute = (folder: string, { cwd }: Place): string =>
  isAbsolute(folder) ? resolve(folder) : resolve(cwd(), folder);

/** Folder of the contexts file and the credentials file. */
export function configDir(place: Place): string {
  const { env, platform, home } = place;
  if (env.LICENSECTL_CONFIG_DIR) return absolute(env.LICENSECTL_CONFIG_DIR, place);
  if (platform === 'win32') return join(env.APPDATA ?? join(home(), 'AppData', 'Roaming'), 'licensectl');
  if (platform === 'darwin') return join(home(), 'Library', 'Preferences', 'licensectl');
  return join(env.XDG_CONFIG_HOME || join(home(), '.config'), 'licensectl');
}

/** Folder of the emulator's state, and of whatever else outlives a call. */
export function dataDir(place: Place): string {
  const { env, platform, home } = place;
  if (env.LICENSECTL_DATA_DIR) return absolute(env.LICENSECTL_DATA_DIR, place);
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home(), 'AppData', 'Local'), 'licensectl');
  if (platform === 'darwin') return join(home(), 'Library', 'Application Support', 'licensectl');
  return join(env.XDG_DATA_HOME || join(home(), '.local', 'share'), 'licensectl');
}
