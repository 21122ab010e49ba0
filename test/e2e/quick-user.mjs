// `licensectl` in the hands of somebody who answers yes to every question, and never holds a seat for longer than a
// second: stands on the PATH where printed commands are typed as they are.
import { spawnSync } from 'node:child_process';

const [launcher, ...given] = process.argv.slice(2);
const words = given.map((word, at) => (given[at - 1] === '--for' ? '1s' : word));
const endless = words[0] === 'heartbeat' && !words.includes('--for') && !words.includes('--once');
const { status } = spawnSync(
  process.execPath,
  [launcher, '--yes', ...words, ...(endless ? ['--for', '1s'] : [])],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
