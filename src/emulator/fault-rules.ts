/** What a fault rule is: which requests it meets, how often, and what goes wrong. */
import { z } from 'zod';
import { PROVIDER_IDS } from '../api/operation.js';

const MAX_DELAY_MS = 600_000;
const MAX_BODY_BYTES = 2 ** 31;
/** A hundred years: the Date header stays one. */
const MAX_SKEW_SECONDS = 100 * 365 * 86_400;

/** Common to all rules. Every member that is given must match; none given matches every request. */
const matching = {
  system: z.enum(PROVIDER_IDS).optional(),
  /** With or without the system's prefix, in any casing; `*` at the end stands for any rest. */
  path: z.string().startsWith('/').optional(),
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE', 'PATCH']).optional(),
  /** Id of an operation row. */
  operation: z.string().min(1).optional(),
  /** Lets this many matching requests pass first. */
  after: z.number().int().min(0).optional(),
  /** Strikes this many times, then never again; absent for always. */
  times: z.number().int().min(1).optional(),
  /** Chance of striking, 0 to 1; drawn from a generator seeded with `seed`. */
  probability: z.number().min(0).max(1).optional(),
  seed: z.string().optional(),
};

const status = z.number().int().min(200).max(599);
const retryAfterSeconds = z.number().int().min(0).max(86_400);
/** How Retry-After is written; seconds when absent. */
const as = z.enum(['seconds', 'date']).optional();
/** Whether the system does its work before the fault spoils the answer. */
const committed = z.boolean().optional();

export const faultRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('status'),
    status,
    body: z.string().optional(),
    contentType: z
      .string()
      .regex(/^[\t\x20-\x7e]*$/, 'Not the value of a header.')
      .optional(),
    retryAfterSeconds: retryAfterSeconds.optional(),
    as,
    committed,
    ...matching,
  }),
  z.strictObject({
    kind: z.literal('rate-limit'),
    retryAfterSeconds,
    as,
    body: z.string().optional(),
    ...matching,
  }),
  z.strictObject({ kind: z.literal('delay'), ms: z.number().int().min(0).max(MAX_DELAY_MS), ...matching }),
  z.strictObject({ kind: z.literal('reset-before'), ...matching }),
  z.strictObject({ kind: z.literal('reset-after'), ...matching }),
  z.strictObject({ kind: z.literal('truncate'), ...matching }),
  z.strictObject({
    kind: z.literal('skew'),
    seconds: z.number().int().min(-MAX_SKEW_SECONDS).max(MAX_SKEW_SECONDS),
    ...matching,
  }),
  z.strictObject({ kind: z.literal('html'), status: status.optional(), committed, ...matching }),
  z.strictObject({ kind: z.literal('empty'), status: status.optional(), committed, ...matching }),
  z.strictObject({
    kind: z.literal('huge'),
    bytes: z.number().int().min(2).max(MAX_BODY_BYTES),
    committed,
    ...matching,
  }),
]);

export type FaultRule = z.infer<typeof faultRuleSchema>;

/** The rules that decide the answer; delay and skew only colour it. */
export type AnswerFault = Exclude<FaultRule, { kind: 'delay' | 'skew' }>;

/** Whether the system does its work although the answer is spoilt: unless the rule says, as each kind is met in life. */
export function isCommitted(rule: AnswerFault): boolean {
  switch (rule.kind) {
    case 'reset-before':
    case 'rate-limit':
      return false;
    case 'reset-after':
    case 'truncate':
      return true;
    case 'status':
    case 'html':
      return rule.committed ?? false;
    case 'empty':
    case 'huge':
      return rule.committed ?? true;
  }
}
