// Runs inside the embedded emulator, beside it: the same numbers for start-up, bulk speed and memory every time.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { importCodes } from './import-codes.mjs';
import { compareStarts, median, pipeline } from './timing.mjs';

const START_ROUNDS = 31;
const LIST_ROUNDS = 3;
const CODES = 200_000;
const PRODUCT = '6872450105';
const AUTHORIZATION = 'bearer 1234:abcd12wV4D1Hxjf';

const launcher = fileURLToPath(new URL('../bin/licensectl.js', import.meta.url));
const peakMemory = fileURLToPath(new URL('peak-memory.cjs', import.meta.url));
const zentitle = `${process.env.LICENSECTL_EMULATOR_URL}/zentitle/api/LicenseCode`;
const results = [];

function report(what, { ratio, detail }, limit) {
  results.push(ratio <= limit);
  const verdict = ratio <= limit ? 'ok' : 'OVER';
  process.stdout.write(`${what.padEnd(66)} ${ratio.toFixed(2)}  (at most ${limit})  ${verdict}  ${detail}\n`);
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

process.stdout.write(`Start-up, median of ${START_ROUNDS} rounds, each between two starts of node -e 0:\n`);
const subjects = [['--version'], ['--help'], ['codes', 'list', '--limit', '20']];
const [version, help, list] = compareStarts(
  subjects.map((words) => [launcher, ...words]),
  START_ROUNDS,
);
report('licensectl --version against node -e 0', version, 1.35);
report('licensectl --help against node -e 0', help, 1.35);
report('licensectl codes list of 20 rows against node -e 0', list, 2.5);

process.stdout.write(`Importing ${CODES} codes…\n`);
await importCodes(zentitle, AUTHORIZATION, PRODUCT, CODES);
const listing = `'${process.execPath}' '${launcher}' codes list --product ${PRODUCT} --all --output ndjson`;
const rows = Number(spawnSync('bash', ['-c', `${listing} | wc -l`], { encoding: 'utf8' }).stdout);
if (rows < CODES) throw new Error(`the listing has ${rows} rows`);

process.stdout.write(
  `Bulk, median of ${LIST_ROUNDS} rounds, the two in turns; memory, the highest peak of them:\n`,
);
const turns = [];
for (let round = 0; round < LIST_ROUNDS; round += 1) {
  const curl = await pipeline(CURL_PAGING);
  const ours = await pipeline(listing, { NODE_OPTIONS: `--require=${peakMemory}` });
  const peak = Number(/peak-rss-kib=(\d+)/.exec(ours.said)?.[1]) / 1024;
  turns.push({ curl: curl.seconds, ours: ours.seconds, peak });
}
report(
  `codes list --all --output ndjson of ${rows} codes against curl | jq -c`,
  {
    ratio: median(turns.map(({ ours, curl }) => ours / curl)),
    detail: `${median(turns.map(({ ours }) => ours)).toFixed(1)} s against ${median(turns.map(({ curl }) => curl)).toFixed(1)} s`,
  },
  1,
);
const peak = Math.max(...turns.map((turn) => turn.peak));
report('  its peak memory against 150 MB', { ratio: peak / 150, detail: `${peak.toFixed(0)} MB` }, 1);

process.exitCode = results.every(Boolean) ? 0 : 1;
