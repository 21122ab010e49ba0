/** What is done with codes: making them, handing them out, changing them, and their activity on computers. */
import { RejectedError } from '../../../errors.js';
import type { Client, Consent } from '../../client.js';
import type { Input, Operation } from '../../operation.js';
import type { CodeCalls } from '../../product-capabilities.js';
import type { NewCodeRecord } from '../../product-records.js';
import type { WideAsk } from '../../provider.js';
import { member, readText } from '../../read.js';
import type { ChangeRecord } from '../../records.js';
import { unexpectedAnswer } from '../../refusal.js';
import { messageIn, recordsIn } from '../answers.js';
import { nextStep } from '../error-codes.js';
import { deleteActivity, listComputerCodes, returnActivity } from '../operations/activity.js';
import { allocateCodes, nextCode, updateCode } from '../operations/codes.js';
import { codesIn } from '../read-new-codes.js';
import { readId, readName } from '../read-values.js';
import { activationsIn } from './activity.js';

export function codeCalls(client: Client): Required<CodeCalls> {
  return {
    async allocate(input) {
      const answer = await client.call(allocateCodes, input);
      // What the judge took for a success and names no code is a plain word of success.
      return { value: newCodes(codesIn(answer.value) ?? [], input), raw: answer.body };
    },

    async import(input) {
      const answer = await client.call(allocateCodes, input);
      const sent = (readText(input.licensecodes) ?? '').split(',');
      return { value: newCodes(sent, input), raw: answer.body };
    },

    async next(input) {
      const answer = await client.call(nextCode, input);
      const codes = codesIn(answer.value);
      if (codes === null) throw unexpectedAnswer('zentitle', answer, nextCode, 'licence codes');
      if (codes.length > 0) return { value: newCodes(codes, input), raw: answer.body };
      throw new RejectedError(`Product ${readText(input.productid)} has no unused code to hand out.`, {
        code: 'no_codes',
        provider: 'zentitle',
        operation: nextCode.id,
        httpStatus: answer.status,
        hint: nextStep('no_codes'),
      });
    },

    update: wide(client, updateCode),
    return: wide(client, returnActivity),
    clear: wide(client, deleteActivity),

    activity: (input) => activationsIn(client, input),

    async activated(input) {
      const answer = await client.call(listComputerCodes, input);
      const computer = readText(input.computerid) ?? '';
      const value = recordsIn(answer, listComputerCodes, 'licenseCode').map((record) => ({
        code: readText(member(record, 'licenseCode')) ?? '',
        product: readId(member(record, 'productID')),
        computer,
      }));
      return { value, raw: answer.body };
    },
  };
}

function newCodes(codes: readonly string[], { productid, companyid, profilename }: Input): NewCodeRecord[] {
  const product = readText(productid);
  const companyId = readId(companyid);
  const profile = readName(profilename);
  return codes.map((code) => ({ code, product, companyId, profile }));
}

/** A change of one code that may reach all that hangs on it. */
function wide(client: Client, operation: Operation): WideAsk<ChangeRecord> {
  return async (input: Input, consent?: Consent) => {
    const answer = await client.call(operation, input, consent);
    const computer = readText(input.computerid);
    return {
      value: {
        code: readText(input.licensecode),
        product: readText(input.productid),
        ...(computer !== null && { computer }),
        message: messageIn(answer),
      },
      raw: answer.body,
    };
  };
}
