// The main job, told as a story: starts the embedded emulator and lets a support engineer's day run against it.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../bin/licensectl.js', import.meta.url));
const story = fileURLToPath(new URL('demo-story.mjs', import.meta.url));

const child = spawn(process.execPath, [launcher, 'emulator', 'exec', '--', process.execPath, story], {
  stdio: 'inherit',
});
child.on('exit', (code, signal) => {
  process.exitCode = signal ? 1 : (code ?? 1);
});
