/** Activations of a code: what there are, and taking them away. */
import { NotFoundError } from '../../../errors.js';
import type { Client } from '../../client.js';
import { type Input, isPresent } from '../../operation.js';
import type { Capabilities, CapabilityDeps, Read } from '../../provider.js';
import { readText } from '../../read.js';
import type { ActivationRecord, CodeRecord } from '../../records.js';
import { bodyBehind } from '../../refusal.js';
import { recordsIn } from '../answers.js';
import { findCode, productOf } from '../find-code.js';
import { deleteActivity, showActivity } from '../operations/activity.js';
import { readActivation } from '../read-activations.js';

/** How things stand before a deactivation, as far as one read tells. */
interface Standing {
  readonly product: string;
  /** Activations that will go; null when the one read does not tell. */
  readonly going: number | null;
  readonly used: number | null;
  readonly allowed: number | null;
}

export function activityCapabilities(
  client: Client,
  deps: CapabilityDeps,
): Required<Pick<Capabilities, 'deactivate'>> {
  const lookUp = async (input: Input) => (await findCode(client, { licensecode: input.licensecode })).value;

  return {
    async deactivate(input, consent) {
      const product = readText(input.productid);
      const before =
        product === null ? standingOf(await lookUp(input), input) : await standingIn(client, product, input);
      if (before.going === 0) deps.notice(`There was no current activation${onComputer(input)}.`);
      const answer = await client.call(deleteActivity, { ...input, productid: before.product }, consent);
      return {
        value: {
          provider: 'zentitle',
          key: readText(input.licensecode),
          product: before.product,
          deviceId: readText(input.computerid),
          status: 'deactivated',
          removed: before.going,
          activationsUsed: before.used === null || before.going === null ? null : before.used - before.going,
          activationsAllowed: before.allowed,
        },
        raw: answer.body,
      };
    },
  };
}

/** One read of the activity tells exactly; the limit of the code is not in it. */
async function standingIn(client: Client, product: string, input: Input): Promise<Standing> {
  const { value } = await currentActivations(client, product, input.licensecode);
  const going = isPresent(input.computerid)
    ? value.filter(({ deviceId }) => deviceId === input.computerid)
    : value;
  return { product, going: going.length, used: value.length, allowed: null };
}

/** The code had to be read for its product: its own numbers do, though they tell nothing of one computer. */
function standingOf(code: CodeRecord, input: Input): Standing {
  return {
    product: productOf(code),
    going: isPresent(input.computerid) ? null : code.activationsUsed,
    used: code.activationsUsed,
    allowed: code.activationsAllowed,
  };
}

const onComputer = ({ computerid }: Input): string => {
  const computer = readText(computerid);
  return computer === null ? '' : ` on computer ${computer}`;
};

/** The activations of a code now. */
export function currentActivations(
  client: Client,
  product: string,
  code: unknown,
): Promise<Read<readonly ActivationRecord[]>> {
  return activationsIn(client, { productid: product, licensecode: code, activated: true });
}

/** A code without activity answers with nothing, or, in the older service's manner, with a sentence that says so. */
export async function activationsIn(
  client: Client,
  input: Input,
): Promise<Read<readonly ActivationRecord[]>> {
  const product = readText(input.productid);
  try {
    const answer = await client.call(showActivity, input);
    const records = recordsIn(answer, showActivity, 'computerID');
    return { value: records.map((record) => readActivation(record, product)), raw: answer.body };
  } catch (error) {
    if (!(error instanceof NotFoundError) || error.code !== 'no_activity') throw error;
    return { value: [], raw: bodyBehind(error) };
  }
}
