/** LicenseCodeActivity, ActivatedLicenseCodes and SystemDetails. */
import { numberOf, textOf, textOrNull } from '../row.js';
import type { SqlRow, Store } from '../store.js';
import { ACTIVATED, deleteActivities, returnAll } from './activity-record.js';
import { answer, doneAnswer, type Handler } from './answer.js';
import { requireCode } from './code-record.js';
import { requireProduct } from './products.js';
import { Refusal } from './refusal.js';

const COMPUTER_ID_LENGTH = 20;

/**
 * The text says one or more sets or empty, the example shows a single set without brackets: one set is
 * answered bare, several as an array, none as an empty array (the last two are not documented).
 */
export const getLicenseCodeActivity: Handler = (input, { store }) => {
  const code = requireCode(input, store);
  const currentOnly = input.bit('activated');
  const withSystem = input.bit('getsysinfo');
  const rows = store.all(
    `select * from zentitle_activities where code = ? and productId = ? and listed = 1
       ${currentOnly ? `and status = '${ACTIVATED}'` : ''} order by seq`,
    code.code,
    code.productId,
  );
  const sets = rows.map((row) => printActivity(store, row, withSystem));
  return answer(sets.length === 1 ? sets[0] : sets);
};

/** No answer is documented; the vendor's older service answers its changes with OK. */
export const putLicenseCodeActivity: Handler = (input, deps) => {
  returnAll(deps, requireCode(input, deps.store));
  return doneAnswer('OK', deps.settings);
};

/** Without a computer, all activity of the code goes. No answer is documented. */
export const deleteLicenseCodeActivity: Handler = (input, { store, settings }) => {
  const code = requireCode(input, store);
  const computerId = input.text('computerid');
  const deleted = deleteActivities(store, code, computerId);
  if (deleted === 0 && computerId !== undefined) {
    throw new Refusal(`License code ${code.code} has no activity on computer ${computerId}.`);
  }
  return doneAnswer('OK', settings);
};

export const getActivatedLicenseCodes: Handler = (input, { store }) => {
  const rows = store.all(
    'select productId, code from zentitle_activities where computerId = ? and status = ? order by seq',
    input.requiredText('computerid'),
    ACTIVATED,
  );
  return answer(
    rows.map((row) => ({ productID: textOf(row, 'productId'), licenseCode: textOf(row, 'code') })),
  );
};

export const getSystemDetails: Handler = (input, { store }) => {
  const product = requireProduct(store, input.requiredText('productid'));
  const computerId = input.requiredText('computerid');
  if (computerId.length !== COMPUTER_ID_LENGTH) {
    throw new Refusal(`Invalid input: computerid must have ${COMPUTER_ID_LENGTH} characters.`);
  }
  const details = findSystem(store, product.productId, computerId);
  if (details === null) throw new Refusal(`No system details are available for computer ${computerId}.`);
  return { json: details };
};

function printActivity(store: Store, row: SqlRow, withSystem: boolean): Readonly<Record<string, unknown>> {
  const computerID = textOf(row, 'computerId');
  return {
    licenseCode: textOf(row, 'code'),
    computerID,
    ...(withSystem ? { systemInfo: systemInfo(store, row) } : {}),
    status: textOf(row, 'status'),
    vmLeaseperiod: numberOf(row, 'vmLease'),
    clientleaseenddate: textOf(row, 'leaseEnd'),
    vmPlatform: textOf(row, 'vmPlatform'),
    username: textOf(row, 'username'),
    activated: textOf(row, 'activated'),
    deactivated: textOf(row, 'deactivated'),
  };
}

/** As reported with the activation, else the latest known; an empty text when there is none. */
function systemInfo(store: Store, row: SqlRow): unknown {
  const details =
    textOrNull(row, 'systemInfo') ?? findSystem(store, textOf(row, 'productId'), textOf(row, 'computerId'));
  return details === null ? '' : JSON.parse(details);
}

function findSystem(store: Store, productId: string, computerId: string): string | null {
  const row = store.get(
    'select details from zentitle_systems where productId = ? and computerId = ?',
    productId,
    computerId,
  );
  return row === undefined ? null : textOf(row, 'details');
}
