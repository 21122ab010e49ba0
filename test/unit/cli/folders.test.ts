import { expect, it } from 'vitest';
import { homeFolder, workingFolder } from '../../../src/cli/folders.js';
import { configDir, dataDir } from '../../../src/config/paths.js';

const missing = (): never => {
  throw new Error('uv_os_homedir returned ENOENT');
};

it('says what to set where there is no home, and what to do where the working folder is gone', () => {
  const thrown = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return error;
    }
  };
  expect(thrown(() => homeFolder(missing))).toMatchObject({ kind: 'usage', code: 'no_home_folder' });
  expect(thrown(() => workingFolder({ cwd: missing }))).toMatchObject({
    kind: 'usage',
    code: 'no_working_folder',
  });
});

it.each(['linux', 'darwin', 'win32'] as const)(
  'asks for neither where the variables say enough: %s',
  (platform) => {
    const env = { LICENSECTL_CONFIG_DIR: '/config', LICENSECTL_DATA_DIR: '/data' };
    const place = { env, platform, home: missing, cwd: missing };
    expect([configDir(place), dataDir(place)]).toEqual(['/config', '/data']);
  },
);
