/** ConsumerData: what people told of themselves when they began a trial or activated a code. */
import { insertRow, textOf } from '../row.js';
import type { SqlRow, SqlValue } from '../store.js';
import { doneAnswer, type Handler } from './answer.js';
import { findCodes } from './code-record.js';
import { formatDate } from './dates.js';
import { Inputs } from './input.js';
import { listRows, readPage, type Selection } from './paging.js';
import { requireProduct } from './products.js';
import { Refusal } from './refusal.js';

const TABLE = 'zentitle_consumers';
/** Conditions of the kinds of records; a record of a trial has no code. */
const KINDS = { trials: "code = ''", activations: "code <> ''", all: undefined } as const;
const KIND_NAMES = ['trials', 'activations', 'all'] as const;

export const getConsumerData: Handler = (input, deps) => {
  const page = readPage(input);
  const { productId } = requireProduct(deps.store, input.requiredText('productid'));
  return listRows(deps, readFilter(input, productId), page, printConsumer);
};

/**
 * No answer is documented, and a record has no id. The example names a code that other examples show in another
 * product, so a code must exist, but not in this product.
 */
export const postConsumerData: Handler = (input, { store, now, settings }) => {
  const { productId } = requireProduct(store, input.requiredText('productid'));
  const computerId = input.requiredText('computerid');
  const info = input.requiredObject('clientinfo');
  const code = input.text('licensecode')?.trim() ?? '';
  if (code !== '' && findCodes(store, code).length === 0) {
    throw new Refusal(`License code ${code} was not found.`);
  }
  insertRow(store, TABLE, {
    productId,
    computerId,
    code,
    ...readSearchable(info),
    created: formatDate(now()),
  });
  return doneAnswer('Consumer Data Created Successfully', settings);
};

/** The four members that a record can be searched by, and the whole as JSON text. */
export function readSearchable(info: Readonly<Record<string, unknown>>) {
  const members = new Inputs(info, 'clientinfo.');
  return {
    firstName: members.text('firstname') ?? '',
    lastName: members.text('lastname') ?? '',
    company: members.text('company') ?? '',
    email: members.text('email') ?? '',
    data: JSON.stringify(info),
  };
}

/**
 * `justlast` asks for the most recent record alone, and its example is answered with records of two computers: the
 * most recent one of each computer, then, among those that the other filters select (assumed). Dates without a time
 * stand for their midnight, both ends included (assumed).
 */
function readFilter(input: Inputs, productId: string): Selection {
  const conditions = ['productId = ?'];
  const values: SqlValue[] = [productId];
  const add = (condition: string, value: SqlValue | undefined): void => {
    if (value === undefined) return;
    conditions.push(condition);
    values.push(value);
  };
  add('computerId = ?', input.text('computerid'));
  add('created >= ?', input.date('startdate'));
  add('created <= ?', input.date('enddate'));
  const kind = KINDS[input.choice('type', KIND_NAMES) ?? 'all'];
  if (kind !== undefined) conditions.push(kind);
  const all = `where ${conditions.join(' and ')}`;
  const last = `where seq in (select max(seq) from ${TABLE} ${all} group by computerId)`;
  return { table: TABLE, where: (input.truth('justlast') ?? true) ? last : all, values };
}

function printConsumer(row: SqlRow): Readonly<Record<string, unknown>> {
  return {
    productID: textOf(row, 'productId'),
    computerID: textOf(row, 'computerId'),
    licenseCode: textOf(row, 'code'),
    firstName: textOf(row, 'firstName'),
    lastName: textOf(row, 'lastName'),
    company: textOf(row, 'company'),
    email: textOf(row, 'email'),
    clientInfo: textOf(row, 'data'),
    created: textOf(row, 'created'),
  };
}
