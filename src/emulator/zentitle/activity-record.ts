/** Activities: the bindings of codes to computers, and the counts that a code keeps of them. */
import { numberOf, textOf } from '../row.js';
import type { SqlRow, Store } from '../store.js';
import type { SystemDeps } from '../system.js';
import { type LicenseCode, updateCode } from './code-record.js';
import { addDays, addHours, formatDate, NO_DATE } from './dates.js';
import { Refusal } from './refusal.js';

export const ACTIVATED = 'ACTIVATED';
export const DEACTIVATED = 'DEACTIVATED';
/** Set by PUT LicenseCodeActivity; the document names the status in its summary only. */
export const RETURNED = 'RETURNED';

interface Activity {
  readonly seq: number;
  readonly computerId: string;
}

/** The computer's present activation of a code, if any. */
export function findActivation(store: Store, code: LicenseCode, computerId: string): Activity | undefined {
  const row = store.get(
    'select seq, computerId from zentitle_activities where code = ? and productId = ? and computerId = ? and status = ?',
    code.code,
    code.productId,
    computerId,
    ACTIVATED,
  );
  return row === undefined ? undefined : readActivity(row);
}

/**
 * Activates a computer, or renews its lease when it is active already; returns the activity's number. Throws
 * a {@link Refusal} when the code is disabled, over, or active on as many computers as it allows.
 * The lease is the offline lease; 0 is taken to mean one that does not end.
 */
export function activate(deps: SystemDeps, code: LicenseCode, computerId: string): number {
  const { store } = deps;
  const at = formatDate(deps.now());
  requireUsable(code, at);
  const present = findActivation(store, code, computerId);
  if (present === undefined && code.activeCount >= code.clientsAllowed) {
    throw new Refusal(
      `License code ${code.code} is activated on all ${code.clientsAllowed} clients allowed.`,
    );
  }
  const leaseEnd = code.offlineLease === 0 ? NO_DATE : addHours(at, code.offlineLease);
  const starts = code.licenseType === 'SubscriptionPeriod' && code.subscribed === null;
  updateCode(store, {
    ...code,
    activeCount: code.activeCount + (present === undefined ? 1 : 0),
    used: 1,
    lastActivated: at,
    subscribed: starts ? at : code.subscribed,
    subscriptionEnd:
      starts && code.subscriptionEnd === null ? addDays(at, code.subscriptionPeriod) : code.subscriptionEnd,
  });
  convertTrial(store, code, computerId, at);
  if (present === undefined) {
    return store.run(
      `insert into zentitle_activities (productId, code, computerId, status, vmLease, leaseEnd, vmPlatform,
         username, activated, deactivated) values (?, ?, ?, ?, ?, ?, '', '', ?, ?)`,
      code.productId,
      code.code,
      computerId,
      ACTIVATED,
      code.vmLease,
      leaseEnd,
      at,
      NO_DATE,
    ).lastId;
  }
  store.run('update zentitle_activities set leaseEnd = ?, listed = 1 where seq = ?', leaseEnd, present.seq);
  return present.seq;
}

/** Ends one activation. */
export function deactivate(deps: SystemDeps, code: LicenseCode, activity: Activity): void {
  endActivities(deps, code, DEACTIVATED, [activity]);
}

/** Sets every activation of a code to 'returned'. */
export function returnAll(deps: SystemDeps, code: LicenseCode): void {
  const rows = deps.store.all(
    'select seq, computerId from zentitle_activities where code = ? and productId = ? and status = ?',
    code.code,
    code.productId,
    ACTIVATED,
  );
  endActivities(deps, code, RETURNED, rows.map(readActivity));
}

/** Deletes the activity of one computer or of all, ended or not; returns how many records went. */
export function deleteActivities(store: Store, code: LicenseCode, computerId: string | undefined): number {
  const where = `code = ? and productId = ? ${computerId === undefined ? '' : 'and computerId = ?'}`;
  const values = [code.code, code.productId, ...(computerId === undefined ? [] : [computerId])];
  const active = count(store, `${where} and status = '${ACTIVATED}'`, values);
  // A number of a deleted record may be given again: requests that led to one must not match the next.
  store.run(
    `update zentitle_requests set activitySeq = 0
      where activitySeq in (select seq from zentitle_activities where ${where})`,
    ...values,
  );
  const { changes } = store.run(`delete from zentitle_activities where ${where}`, ...values);
  const left = count(store, 'code = ? and productId = ?', [code.code, code.productId]);
  const ended = changes - active;
  updateCode(store, {
    ...code,
    activeCount: Math.max(0, code.activeCount - active),
    deactivatedCount: left === 0 ? 0 : Math.max(0, code.deactivatedCount - ended),
    used: Math.min(1, left),
  });
  return changes;
}

function endActivities(
  deps: SystemDeps,
  code: LicenseCode,
  status: string,
  activities: readonly Activity[],
): void {
  const at = formatDate(deps.now());
  for (const { seq } of activities) {
    deps.store.run(
      'update zentitle_activities set status = ?, deactivated = ?, listed = 1 where seq = ?',
      status,
      at,
      seq,
    );
  }
  updateCode(deps.store, {
    ...code,
    activeCount: Math.max(0, code.activeCount - activities.length),
    deactivatedCount: code.deactivatedCount + activities.length,
  });
}

/** Throws a {@link Refusal} when the code is disabled or its end date has come. */
export function requireUsable(code: LicenseCode, at: string): void {
  if (code.enabled === 0) throw new Refusal(`License code ${code.code} is not enabled for use.`);
  if (code.licenseType === 'Perpetual' || code.subscriptionEnd === null) return;
  if (code.subscriptionEnd <= at) {
    throw new Refusal(`License code ${code.code} has expired: its end date was ${code.subscriptionEnd}.`);
  }
}

/** A trial of the product on this computer becomes a converted one. */
function convertTrial(store: Store, code: LicenseCode, computerId: string, at: string): void {
  store.run(
    'update zentitle_trials set code = ?, modified = ? where productId = ? and computerId = ? and code is null',
    code.code,
    at,
    code.productId,
    computerId,
  );
}

function count(store: Store, where: string, values: readonly string[]): number {
  return Number(store.get(`select count(*) as n from zentitle_activities where ${where}`, ...values)?.n);
}

function readActivity(row: SqlRow): Activity {
  return { seq: numberOf(row, 'seq'), computerId: textOf(row, 'computerId') };
}
