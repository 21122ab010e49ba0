/** A folder, contexts and a shell in which printed commands are typed as they are. */
import { spawn } from 'node:child_process';
import { chmod, copyFile, cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ACCOUNT_PASSWORD, type Ended, LAUNCHER, type Lab } from './lab.js';

const QUICK_USER = fileURLToPath(new URL('quick-user.mjs', import.meta.url));

/** The request of the vendor's document, which the emulator takes from one computer. */
const DOCUMENTED_REQUEST = fileURLToPath(
  new URL('../fixtures/zentitle-emulator/offline-request.txt', import.meta.url),
);

/** Files that examples read, by name. */
const FILES: Readonly<Record<string, string>> = {
  'password.txt': `${ACCOUNT_PASSWORD}\n`,
  'body.json': '{"productid":"6453300110","profilename":"TestProfile","clientsallowed":"5"}',
  'codes.txt': '123410225741720791\n567810225741720792\n',
  'product.json': '{"productname":"Harbour CAD","udfvalues":[{"fieldname":"TIER","defaultvalue":"basic"}]}',
  'groups.json':
    '{"productId":"6872450105","featureGroups":[{"featureGroupName":"Export"},{"featureGroupName":"Import"}]}',
  'fields.json': '{"productId":"6872450105","udfValues":[{"fieldName":"TIER"},{"fieldName":"REGION"}]}',
  'profile.json': '{"productid":"6872450105","profilename":"Team","clientsallowed":"5"}',
  'company.json': '{"email":"it@nordlicht.example","seats":5}',
  'onboard.json':
    '{"groupname":"Nordlicht","username":"ada","password":"secret-of-ada-1","productid":"6872450105","licensecode":"27835001310249256"}',
};

export interface WorkplaceOptions {
  /** Whether the files that examples read lie there already. */
  readonly files: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Workplace {
  /** Where the shell stands. */
  readonly cwd: string;
  /**
   * Types lines into one shell, which ends at the first that fails, or with the last that was put into the
   * background; standard error says which line that was.
   */
  type(lines: string): Promise<Ended>;
}

/** A new folder of this name in the lab's, with contexts of its own for the lab's emulator. */
export async function openWorkplace(lab: Lab, name: string, options: WorkplaceOptions): Promise<Workplace> {
  const folder = join(lab.folder, name);
  const cwd = join(folder, 'work');
  const bin = join(folder, 'bin');
  await rm(folder, { recursive: true, force: true });
  for (const made of [cwd, bin]) await mkdir(made, { recursive: true });
  await cp(lab.configDir, join(folder, 'config'), { recursive: true });
  await writeCommand(bin, 'licensectl', `'${process.execPath}' '${QUICK_USER}' '${LAUNCHER}' "$@"`);
  // Not on every machine; what it makes of our data is not ours to test.
  await writeCommand(bin, 'jq', 'cat');
  if (options.files) {
    for (const [file, text] of Object.entries(FILES)) await writeFile(join(cwd, file), text);
    await copyFile(DOCUMENTED_REQUEST, join(cwd, 'customer.req'));
  }
  const env = {
    ...lab.env,
    PATH: `${bin}${delimiter}${lab.env.PATH}`,
    LICENSECTL_CONFIG_DIR: join(folder, 'config'),
    LICENSECTL_EMULATOR_URL: lab.url,
    ...options.env,
  };
  return { cwd, type: (lines) => runShell(`set -ex\n${lines}\n[ -z "$!" ] || wait "$!"\n`, cwd, env) };
}

async function writeCommand(bin: string, name: string, command: string): Promise<void> {
  await writeFile(join(bin, name), `#!/bin/sh\nexec ${command}\n`);
  await chmod(join(bin, name), 0o755);
}

function runShell(script: string, cwd: string, env: Readonly<Record<string, string>>): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ stdout, stderr, status, signal }));
  });
}
