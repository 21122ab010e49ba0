// Measures what the tool promises about speed, as ratios in one run. Runs inside the embedded emulator.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../bin/licensectl.js', import.meta.url));
const measure = fileURLToPath(new URL('measure.mjs', import.meta.url));

const child = spawn(process.execPath, [launcher, 'emulator', 'exec', '--', process.execPath, measure], {
  stdio: 'inherit',
});
child.on('exit', (code, signal) => {
  process.exitCode = signal ? 1 : (code ?? 1);
});
