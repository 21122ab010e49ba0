// Installs and builds what is missing or out of date, and does nothing when nothing changed. Runs on a bare
// clone, so it uses Node.js alone.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installStamp, sourceStamp } from './stamp.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

function stampOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function run(command, args) {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    process.stderr.write(`error: \`${command} ${args.join(' ')}\` did not succeed.\n`);
    process.exit(1);
  }
}

const installed = join(root, 'node_modules', '.licensectl-stamp');
const wantedInstall = await installStamp(root);
if (stampOf(installed) !== wantedInstall) {
  process.stderr.write('Installing dependencies…\n');
  // No package here needs its install scripts: what is native comes prebuilt.
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(installed, wantedInstall);
}
if (stampOf(join(root, 'dist', '.stamp')) !== (await sourceStamp(root))) {
  process.stderr.write('Building…\n');
  run(process.execPath, ['scripts/build.mjs']);
}
