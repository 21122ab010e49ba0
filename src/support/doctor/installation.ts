/** This program, its config folder, and the proxy that the environment names. */
import { stat } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import { proxyFor } from '../../api/proxy.js';
import { TransportFailure } from '../../api/transport.js';
import type { ContextsFile } from '../../config/context.js';
import { CONTEXTS_FILE } from '../../config/contexts-file.js';
import { errnoOf } from '../../files/file-errors.js';
import { type Finding, finder } from './finding.js';

/** As the launcher has it, which refuses older ones. */
const LEAST_NODE = '20.19';

export function nodeFinding(version: string | undefined): Finding {
  const at = version === undefined ? 'Its version is not known' : `Node.js ${version}`;
  return finder(null, 'node').ok(`${at}; licensectl needs ${LEAST_NODE} or later.`);
}

const MAY_WRITE = 0o022;
const MAY_READ = 0o044;

/** Whether others could put their own base URLs in: credentials would go there. */
export async function folderFinding(folder: string): Promise<Finding> {
  const { ok, warning, problem } = finder(null, 'config folder');
  const file = join(folder, `${CONTEXTS_FILE}.json`);
  try {
    const mode = await modeOf(folder);
    if (mode === null) return ok(`${folder} is not there yet; licensectl login makes it.`);
    const contexts = (await modeOf(file)) ?? 0;
    if (((mode | contexts) & MAY_WRITE) !== 0) {
      const which = (mode & MAY_WRITE) === 0 ? file : folder;
      return problem(
        `Other users of this computer may write to ${which}: they could send your credentials elsewhere.`,
        `chmod go-w ${which}`,
      );
    }
    if ((contexts & MAY_READ) !== 0) {
      return warning(
        `Other users of this computer may read ${file}, which holds no secrets.`,
        `chmod 600 ${file}`,
      );
    }
    return ok(`${folder} can be changed by nobody else.`);
  } catch (error) {
    return problem(
      `${folder} cannot be looked at (${errnoOf(error) ?? String(error)}).`,
      'Check its rights.',
    );
  }
}

/** null when there is none. Windows has no such bits; its home folders are private by default. */
async function modeOf(path: string): Promise<number | null> {
  try {
    const { mode } = await stat(path);
    return platform() === 'win32' ? 0 : mode;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** @param described whether the environment describes a call by itself */
export function contextsFinding({ contexts, current }: ContextsFile, described: boolean): Finding {
  const { ok, warning } = finder(null, 'contexts');
  const names = Object.keys(contexts);
  if (described) return ok(`The environment describes the call; contexts on this computer: ${names.length}.`);
  if (names.length === 0) return warning('There is no context on this computer.', 'licensectl login');
  const all = `There are ${names.length}: ${names.join(', ')}.`;
  if (current === null) return warning(`${all} None of them is in use.`, 'licensectl context use NAME');
  return ok(`${all} In use is ${current}.`);
}

/** Any name that no rule exempts. */
const SOMEWHERE = 'licensectl.invalid';

/** What the environment says of proxies, without their credentials. */
export function proxyFinding(env: Readonly<Record<string, string | undefined>>): Finding {
  const { ok, problem } = finder(null, 'proxy');
  try {
    const https = proxyFor(new URL(`https://${SOMEWHERE}`), env);
    const http = proxyFor(new URL(`http://${SOMEWHERE}`), env);
    const used = [
      ...(https === null ? [] : [`https calls go through ${https.url.origin}`]),
      ...(http === null ? [] : [`http calls go through ${http.url.origin}`]),
    ];
    return ok(used.length === 0 ? 'None is set.' : `Unless NO_PROXY says otherwise, ${used.join(' and ')}.`);
  } catch (error) {
    if (!(error instanceof TransportFailure)) throw error;
    return problem(error.message, 'Set it to http://host:port, or unset it.');
  }
}
