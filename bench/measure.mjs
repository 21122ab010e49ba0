import { spawn, spawnSync } from 'node:child_process';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';

const ROUNDS = 25;
const CODES = 200_000;
const PRODUCT = '6872450105';
const AUTHORIZATION = 'bearer 1234:abcd12wV4D1Hxjf';

const launcher = fileURLToPath(new URL('../bin/licensectl.js', import.meta.url));
const peakMemory = fileURLToPath(new URL('peak-memory.cjs', import.meta.url));
const zentitle = `${process.env.LICENSECTL_EMULATOR_URL}/zentitle/api/LicenseCode`;
const results = [];

/** Milliseconds of one whole process. */
function timed(args) {
  const started = process.hrtime.bigint();
  const done = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (done.status !== 0) throw new Error(`${args.join(' ')} ended with ${done.status}`);
  return Number(process.hrtime.bigint() - started) / 1e6;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Median against the median of a bare `node -e 0`, in turns, so that both meet the same noise. */
function startUpRatio(args) {
  const ours = [];
  const bare = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(timed(['-e', '0']));
    ours.push(timed([launcher, ...args]));
  }
  return {
    ratio: median(ours) / median(bare),
    detail: `${median(ours).toFixed(0)} ms against ${median(bare).toFixed(0)} ms`,
  };
}

function report(what, { ratio, detail }, limit) {
  results.push(ratio <= limit);
  const verdict = ratio <= limit ? 'ok' : 'OVER';
  process.stdout.write(`${what.padEnd(66)} ${ratio.toFixed(2)}  (at most ${limit})  ${verdict}  ${detail}\n`);
}

function post(url, body) {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const call = request(
      url,
      {
        method: 'POST',
        headers: {
          authorization: AUTHORIZATION,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
        },
      },
      (answer) => {
        let received = '';
        answer.on('data', (chunk) => (received += chunk));
        answer.on('end', () =>
          received.includes('OK') ? resolve() : reject(new Error(received.slice(0, 200))),
        );
      },
    );
    call.on('error', reject);
    call.end(text);
  });
}

async function importCodes() {
  const chunk = 10_000;
  for (let start = 0; start < CODES; start += chunk) {
    const codes = Array.from({ length: chunk }, (_, index) =>
      String(700_000_000_000_000_000n + BigInt(start + index)),
    );
    await post(zentitle, { productid: PRODUCT, licensecodes: codes.join(','), reference: `bench-${start}` });
  }
}

/** Seconds of a shell pipeline whose output is thrown away. */
function pipeline(command, env = {}) {
  const started = process.hrtime.bigint();
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-o', 'pipefail', '-c', command], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...env },
    });
    let said = '';
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('exit', (code) => {
      if (code === 0) resolve({ seconds: Number(process.hrtime.bigint() - started) / 1e9, said });
      else reject(new Error(`${command} ended with ${code}: ${said}`));
    });
  });
}

const CURL_PAGING = `
  page=1
  while :; do
    body=$(curl -sS -X GET -H 'Authorization: ${AUTHORIZATION}' -H 'Content-Type: application/json' \
      -d "{\\"productid\\":\\"${PRODUCT}\\",\\"pagenumber\\":\\"$page\\",\\"pagesize\\":\\"10000\\"}" "${zentitle}s")
    [ "$body" = '[]' ] && break
    printf '%s' "$body" | jq -c '.[]'
    page=$((page + 1))
  done`;

report('licensectl --version against node -e 0', startUpRatio(['--version']), 1.35);
report('licensectl --help against node -e 0', startUpRatio(['--help']), 1.35);
report(
  'licensectl codes list of 20 rows against node -e 0',
  startUpRatio(['codes', 'list', '--limit', '20']),
  2.5,
);

process.stdout.write(`Importing ${CODES} codes…\n`);
await importCodes();
const listing = `'${process.execPath}' '${launcher}' codes list --product ${PRODUCT} --all --output ndjson`;
const rows = Number(spawnSync('bash', ['-c', `${listing} | wc -l`], { encoding: 'utf8' }).stdout);
if (rows < CODES) throw new Error(`the listing has ${rows} rows`);
const ours = [];
const curl = [];
for (let round = 0; round < 3; round += 1) {
  curl.push((await pipeline(CURL_PAGING)).seconds);
  ours.push((await pipeline(listing)).seconds);
}
report(
  `codes list --all --output ndjson of ${rows} codes against curl | jq -c`,
  {
    ratio: median(ours) / median(curl),
    detail: `${median(ours).toFixed(1)} s against ${median(curl).toFixed(1)} s`,
  },
  1,
);
const { said } = await pipeline(listing, { NODE_OPTIONS: `--require=${peakMemory}` });
const peak = Number(/peak-rss-kib=(\d+)/.exec(said)?.[1]) / 1024;
report('  its peak memory against 150 MB', { ratio: peak / 150, detail: `${peak.toFixed(0)} MB` }, 1);

process.exitCode = results.every(Boolean) ? 0 : 1;
