// Runs inside `licensectl emulator exec`: real commands, real processes, real sockets.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const colour = process.stdout.isTTY && !process.env.NO_COLOR;
const bold = (text) => (colour ? `\u001b[1m${text}\u001b[22m` : text);
const dim = (text) => (colour ? `\u001b[2m${text}\u001b[22m` : text);

const folder = mkdtempSync(join(tmpdir(), 'licensectl-demo-'));
let step = 0;

function say(title, ...lines) {
  step += 1;
  process.stdout.write(`\n${bold(`${step}. ${title}`)}\n${lines.map((line) => `   ${line}\n`).join('')}`);
}

/** Runs one command as a person would, and stops the story when it does not end as the story says. */
function run(commandLine, { expected = 0, env = {}, account = false } = {}) {
  process.stdout.write(`\n${dim('$')} ${commandLine}\n`);
  const done = spawnSync('sh', ['-c', commandLine], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      LICENSECTL_OUTPUT: 'table',
      ...(account && { LICENSECTL_ACCOUNT_PASSWORD: 'my-account-password-77' }),
      ...env,
    },
  });
  process.stdout.write(indent(done.stdout) + indent(done.stderr));
  if (done.status !== expected) {
    throw new Error(`“${commandLine}” ended with ${done.status}, and ${expected} was expected`);
  }
  if (expected !== 0) process.stdout.write(dim(`  (exit code ${expected})\n`));
}

/** Changes how the emulator behaves, over its control path. */
async function setEmulator(settings) {
  const answer = await fetch(new URL('/_emulator/settings', process.env.LICENSECTL_EMULATOR_URL), {
    method: 'PATCH',
    headers: { 'x-licensectl-emulator': '1', 'content-type': 'application/json' },
    body: JSON.stringify(settings),
  });
  if (!answer.ok) throw new Error(`the emulator did not take ${JSON.stringify(settings)}`);
}

function indent(text) {
  return text.replace(/^(?=.)/gm, '  ');
}

try {
  process.stdout.write(`${bold('licensectl: four licence systems, one command line')}\n`);
  process.stdout.write(
    'Everything below is real: an emulator of all four systems, and commands talking to it over sockets.\n',
  );

  say('Who am I talking to?', 'Each licence system is a context; the current one is marked.');
  run('licensectl context list');

  say('Zentitle: what codes are there, and what is this one?');
  run('licensectl codes list --product 6453300110 --limit 5');
  run('licensectl codes list --count');
  run('licensectl codes show 206454320110930859 --product 6453300110 --notes');

  say('Zentitle: a profile gets new terms', 'A dry run first: what would be sent, without sending it.');
  const update =
    'licensectl profile update TestProfile --product 6453300110 --clients-allowed 5 --offline-lease 30d --feature FLOAT=on:150';
  run(`${update} --dry-run`, { env: { LICENSECTL_OUTPUT: '' } });
  run(update);
  run(
    'licensectl profile show TestProfile --product 6453300110 --columns name,activationsAllowed,offlineLeaseHours',
  );

  say(
    'Zentitle: a customer without internet sends a certificate request',
    'The answer is a certificate that the customer imports; it is kept in a file that only you can read.',
  );
  process.stdout.write('  (The emulator stands in for the customer and makes the request.)\n');
  run(
    'licensectl emulator offline-request --product 6872450105 --code 206454320110930859 --computer CUSTOMER-LAPTOP-1 --out customer.req',
  );
  run('licensectl offline cert --product 6872450105 --request customer.req --out answer.cert');
  process.stdout.write(`  (answer.cert: ${statSync(join(folder, 'answer.cert')).size} bytes)\n`);

  say('Zentitle: a trial is used up too early', 'Look first, then reset it.');
  run('licensectl trial status --product 6872450105 --computer BLXRrZJ5T9imK7qPrJSL');
  run('licensectl trial reset --product 6872450105 --computer BLXRrZJ5T9imK7qPrJSL --yes');
  run('licensectl trial status --product 6872450105 --computer BLXRrZJ5T9imK7qPrJSL');

  say('Zentitle: a build server makes a passive licence, and frees a lost laptop');
  run(
    'licensectl passive create --product 6872450105 --client-id 3487abcdefgh12345 --feature FEAT1 --out passive.cert',
  );
  run('licensectl deactivate 206454320110930859 --product 6872450105 --computer kQe0MRH12bYgemkYW2bc --yes');

  say('LicenseSpring: activate a device, see that it is valid, and free it again');
  const device = '--product lsprod --hardware-id DEMO-WORKSTATION-1 --context licensespring';
  run(`licensectl activate 1111-2222-3333-4444 ${device} --hostname demo-pc --app-ver 3.1`);
  run(`licensectl check 1111-2222-3333-4444 ${device}`);
  run(`licensectl deactivate 1111-2222-3333-4444 ${device} --yes`);

  say(
    'Babel Licensing: activate a machine, and hold a floating seat while a build runs',
    'The server says how often it wants a beat: here every second, usually every few minutes.',
    'When the time is over, or on Ctrl-C, the seat is given back.',
  );
  await setEmulator({ babelHeartbeatSeconds: 1 });
  const machine = '--machine-id DEMO-MACHINE-1 --client-id demo --context babel';
  run(`licensectl activate ACTIV-ATION-DESK0-00001 ${machine}`);
  run(`licensectl heartbeat FLOAT-BUILD-FARM0-00001 ${machine} --for 2s`);
  run(`licensectl deactivate ACTIV-ATION-DESK0-00001 ${machine} --yes`);

  say('Parallels RAS: a new licence for the farm', 'The change is confirmed by reading the licence back.');
  run('licensectl activate RAS1-PREP-AID0-0050-CV55K2 --email someone@parallels.com --context parallels', {
    account: true,
  });
  run('licensectl show --context parallels');
  run('licensectl check --context parallels');

  say('And when the answer is no?', 'One sentence, a hint, and an exit code that a script can rely on.');
  run('licensectl activate EXPIR-EDKEY-00000-00001 --machine-id M --client-id demo --context babel', {
    expected: 6,
  });
  run('licensectl trial list --context babel', { expected: 9 });

  say('What did the four systems see?', 'The emulator logs each call with what it does to the system.');
  run('licensectl emulator requests --after 18');

  process.stdout.write(
    `\n${bold('That was all four systems.')} Try it yourself: node bin/licensectl.js emulator exec -- sh\n`,
  );
} catch (error) {
  process.stderr.write(`\nThe demo stopped: ${error.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
