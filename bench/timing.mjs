// Measuring on a machine that others use too: what is compared runs in turns, and each turn is judged by itself.
import { spawn, spawnSync } from 'node:child_process';

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Milliseconds of one whole Node.js process. */
function timed(args) {
  const started = process.hrtime.bigint();
  const done = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (done.status !== 0) throw new Error(`${args.join(' ')} ended with ${done.status}`);
  return Number(process.hrtime.bigint() - started) / 1e6;
}

/**
 * Compares starts of Node.js with the bare `node -e 0`. A round runs every subject between two bare starts; its
 * ratio is against the mean of the two, so that a machine that gets slower for a while slows both sides. The
 * result is the median over the rounds.
 *
 * @param subjects arguments for node
 */
export function compareStarts(subjects, rounds) {
  const seen = subjects.map(() => ({ ratios: [], ours: [], bare: [] }));
  let before = timed(['-e', '0']);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, args] of subjects.entries()) {
      const ours = timed(args);
      const after = timed(['-e', '0']);
      const bare = (before + after) / 2;
      seen[index].ratios.push(ours / bare);
      seen[index].ours.push(ours);
      seen[index].bare.push(bare);
      before = after;
    }
  }
  return seen.map(({ ratios, ours, bare }) => ({
    ratio: median(ratios),
    detail: `${median(ours).toFixed(0)} ms against ${median(bare).toFixed(0)} ms`,
  }));
}

/** Seconds of a shell pipeline whose output is thrown away, and what it said on standard error. */
export function pipeline(command, env = {}) {
  const started = process.hrtime.bigint();
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-o', 'pipefail', '-c', command], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...env },
    });
    let said = '';
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve({ seconds: Number(process.hrtime.bigint() - started) / 1e9, said });
      else reject(new Error(`${command} ended with ${code}: ${said}`));
    });
  });
}
