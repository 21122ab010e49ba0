/**
 * The four calls with request files, which were made on a machine without network.
 *
 * Not documented: whether they need the headers of the other calls. The file says by itself who made it, so they are
 * taken without; where one of the two headers is there, both must be and hold.
 */
import { createHash } from 'node:crypto';
import { insertRow } from '../row.js';
import type { EmulatedRequest, SystemDeps } from '../system.js';
import { activate, deactivate, type Way } from './activation.js';
import { authorize } from './authorization.js';
import { activateBundle, deactivateBundle } from './bundles.js';
import type { Caller } from './credentials.js';
import type { Input } from './input.js';
import { readOfflineFile } from './offline-file.js';
import { type OfflineReply, offlineBundle, offlineLicense } from './offline-license.js';
import { type OfflineKind, type OfflineRequest, readOfflineRequest } from './offline-request.js';

/** Takes a request as it came. An object is answered as signed JSON, a text as it is. */
type OfflineCall = (request: EmulatedRequest, deps: SystemDeps) => object | string;

/** How a file activates one licence, or all of a bundle. */
interface Activation<Activated> {
  activate(input: Input, deps: SystemDeps, caller: Caller, way: Way): Activated;
  answer(activated: Activated, reply: OfflineReply): object;
}

const LICENSE: Activation<object> = { activate, answer: offlineLicense };
const BUNDLE: Activation<readonly object[]> = { activate: activateBundle, answer: offlineBundle };

export const OFFLINE_CALLS: Readonly<Record<string, OfflineCall>> = {
  'POST /api/v4/activate_offline': (request, deps) => activateBy(LICENSE, request, deps),
  'POST /api/v4/deactivate_offline': (request, deps) => deactivateBy(deactivate, request, deps),
  'POST /api/v4/activate_bundle_offline': (request, deps) => activateBy(BUNDLE, request, deps),
  'POST /api/v4/deactivate_bundle_offline': (request, deps) => deactivateBy(deactivateBundle, request, deps),
};

interface Received extends OfflineRequest {
  /** Whether this call was made with this very file before. */
  readonly again: boolean;
}

/**
 * The same file again is answered with the licence as it is now, and takes no second place. Not documented, as little
 * as what `request_id` is for: files are told apart by all that they hold, which includes it.
 */
function activateBy<Activated>(
  { activate: run, answer }: Activation<Activated>,
  request: EmulatedRequest,
  deps: SystemDeps,
): object {
  const { input, caller, signer, again } = receive(request, 'activation', deps);
  const settings = again
    ? { ...deps.settings, licensespringReactivation: 'success' as const }
    : deps.settings;
  const activated = run(input, { ...deps, settings }, caller, 'offline');
  return answer(activated, { input, signer, date: new Date(deps.now()).toUTCString() });
}

/** The same file again changes nothing: a device that was activated anew stays so, and consumptions count once. */
function deactivateBy(
  run: (input: Input, deps: SystemDeps) => string,
  request: EmulatedRequest,
  deps: SystemDeps,
): string {
  const { input, again } = receive(request, 'deactivation', deps);
  return again ? 'license_deactivated' : run(input, deps);
}

function receive(request: EmulatedRequest, kind: OfflineKind, deps: SystemDeps): Received {
  const { authorization, date } = request.headers;
  if (authorization !== undefined || date !== undefined) authorize(request, deps, true);
  const file = readOfflineFile(request);
  const read = readOfflineRequest(file, kind, deps);
  // The flat form need not tell what it asks for: the same file may activate and later deactivate.
  const digest = createHash('sha256')
    .update(`${kind}\n${JSON.stringify(file)}`)
    .digest('hex');
  const sql = 'select digest from licensespring_offline_request where digest = ?';
  const again = deps.store.get(sql, digest) !== undefined;
  if (!again) insertRow(deps.store, 'licensespring_offline_request', { digest, received_at: deps.now() });
  return { ...read, again };
}
