/** Which faults strike a request. */
import type { HttpMethod, ProviderId } from '../api/operation.js';
import type { AnswerFault, FaultRule } from './fault-rules.js';
import { createRandom } from './random.js';

/** What rules are matched against. */
export interface FaultTarget {
  readonly system: ProviderId;
  readonly method: HttpMethod;
  /** Below the system's prefix. */
  readonly path: string;
  readonly operation: string | null;
}

/** What happens to one request. */
export interface FaultPlan {
  readonly delayMs: number;
  readonly skewMs: number;
  readonly answer: AnswerFault | null;
  /** Kinds that strike, for the log; null for none. */
  readonly label: string | null;
}

export interface ListedFault {
  readonly id: number;
  readonly rule: FaultRule;
  /** Requests that it was asked about and matched, and those that it struck. */
  readonly matched: number;
  readonly struck: number;
  /** Whether it can still strike. */
  readonly active: boolean;
}

export interface Faults {
  add(rule: FaultRule): ListedFault;
  list(): ListedFault[];
  /** Returns whether there was one. */
  remove(id: number): boolean;
  clear(): void;
  /**
   * Counts the request in the rules that match it. Of those about the answer the first that strikes wins, and those
   * behind it do not count the request: they wait their turn. Delays and skews add up.
   */
  plan(target: FaultTarget): FaultPlan;
}

interface Entry {
  readonly id: number;
  readonly rule: FaultRule;
  readonly strikes: () => boolean;
  matched: number;
  struck: number;
}

const NO_FAULT: FaultPlan = { delayMs: 0, skewMs: 0, answer: null, label: null };

function pathMatches(pattern: string, target: FaultTarget): boolean {
  const wanted = pattern.toLowerCase();
  const path = target.path.toLowerCase();
  return [path, `/${target.system}${path}`].some((candidate) =>
    wanted.endsWith('*') ? candidate.startsWith(wanted.slice(0, -1)) : candidate === wanted,
  );
}

function matches(rule: FaultRule, target: FaultTarget): boolean {
  return (
    (rule.system === undefined || rule.system === target.system) &&
    (rule.method === undefined || rule.method === target.method) &&
    (rule.operation === undefined || rule.operation === target.operation) &&
    (rule.path === undefined || pathMatches(rule.path, target))
  );
}

function listed(entry: Entry): ListedFault {
  const { id, rule, matched, struck } = entry;
  return { id, rule, matched, struck, active: rule.times === undefined || struck < rule.times };
}

/** Counts the request; returns whether the rule strikes it. */
function meets(entry: Entry): boolean {
  const { rule } = entry;
  entry.matched += 1;
  if (entry.matched <= (rule.after ?? 0)) return false;
  if (rule.times !== undefined && entry.struck >= rule.times) return false;
  if (!entry.strikes()) return false;
  entry.struck += 1;
  return true;
}

export function createFaults(): Faults {
  let entries: Entry[] = [];
  let lastId = 0;

  return {
    add: (rule) => {
      lastId += 1;
      const random = createRandom({ seed: rule.seed ?? `fault ${lastId}`, counter: 0 });
      const { probability } = rule;
      const strikes = probability === undefined ? () => true : () => random.fraction() < probability;
      const entry: Entry = { id: lastId, rule, strikes, matched: 0, struck: 0 };
      entries.push(entry);
      return listed(entry);
    },
    list: () => entries.map(listed),
    remove: (id) => {
      const before = entries.length;
      entries = entries.filter((entry) => entry.id !== id);
      return entries.length < before;
    },
    clear: () => {
      entries = [];
    },
    plan: (target) => {
      let { delayMs, skewMs } = NO_FAULT;
      let answer: AnswerFault | null = null;
      const labels: string[] = [];
      for (const entry of entries) {
        const { rule } = entry;
        if (!matches(rule, target)) continue;
        if (rule.kind !== 'delay' && rule.kind !== 'skew' && answer !== null) continue;
        if (!meets(entry)) continue;
        if (rule.kind === 'delay') delayMs += rule.ms;
        else if (rule.kind === 'skew') skewMs += rule.seconds * 1000;
        else answer = rule;
        labels.push(rule.kind);
      }
      return labels.length === 0 ? NO_FAULT : { delayMs, skewMs, answer, label: labels.join('+') };
    },
  };
}
