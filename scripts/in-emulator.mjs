// Lets a script run inside the embedded emulator: its contexts ready, `licensectl` on its PATH.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../bin/licensectl.js', import.meta.url));

/** Runs `script` (a file URL) to its end; its exit status becomes this process's. */
export function runInEmulator(script) {
  const words = ['emulator', 'exec', '--', process.execPath, fileURLToPath(script)];
  const child = spawn(process.execPath, [launcher, ...words], { stdio: 'inherit' });
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 1 : (code ?? 1);
  });
}
