/** One code of one product: what most calls need, and a person often does not know the product of. */
import { NotFoundError, UsageError } from '../../errors.js';
import type { Client } from '../client.js';
import type { Input } from '../operation.js';
import type { Read } from '../provider.js';
import { readBoolean, readText } from '../read.js';
import type { CodeRecord } from '../records.js';
import { recordsIn } from './answers.js';
import { nextStep } from './error-codes.js';
import { showCode } from './operations/codes.js';
import { readCode, readCodeWithUsage } from './read-codes.js';

/**
 * The code in every product that has it, or in the one asked for.
 * @throws NotFoundError `code_not_found`
 */
export async function readCodes(client: Client, input: Input): Promise<Read<readonly CodeRecord[]>> {
  const answer = await client.call(showCode, input);
  const wantsUsage = readBoolean(input.details) === true || readBoolean(input.userdetails) === true;
  const records = recordsIn(answer, showCode, 'licenseCode').map(wantsUsage ? readCodeWithUsage : readCode);
  if (records.length > 0) return { value: records, raw: answer.body };
  throw new NotFoundError(`There is no code ${readText(input.licensecode) ?? ''}.`, {
    code: 'code_not_found',
    provider: 'zentitle',
    operation: showCode.id,
    httpStatus: answer.status,
    hint: nextStep('code_not_found'),
  });
}

/**
 * The code in its one product.
 * @throws NotFoundError `code_not_found`
 * @throws UsageError `ambiguous_code` naming the products, when it has several and none was asked for.
 */
export async function findCode(client: Client, input: Input): Promise<Read<CodeRecord>> {
  const { value, raw } = await readCodes(client, input);
  const [first] = value;
  const products = [...new Set(value.map(({ product }) => product))];
  if (first !== undefined && products.length === 1) return { value: first, raw };
  throw new UsageError(
    `Code ${first?.code ?? ''} belongs to ${products.length} products: ${products.join(', ')}.`,
    { code: 'ambiguous_code', provider: 'zentitle', hint: 'Choose one with --product.' },
  );
}

/**
 * The product of a code.
 * @throws UsageError `missing_input` when the answer names none.
 */
export function productOf(code: CodeRecord): string {
  if (code.product !== null) return code.product;
  throw new UsageError(`Zentitle does not say which product code ${code.code} belongs to.`, {
    code: 'missing_input',
    provider: 'zentitle',
    hint: 'Name it with --product.',
  });
}
