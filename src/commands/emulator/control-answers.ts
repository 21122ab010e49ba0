/** What the control path answers, and the records that commands make of it. */
import type { FaultRule } from '../../emulator/fault-rules.js';
import type { ListedFault } from '../../emulator/faults.js';
import type { Column, Row } from '../../output/result.js';

export interface ClockView {
  /** ISO 8601. */
  readonly now: string;
  readonly offsetSeconds: number;
  readonly frozen: boolean;
}

/** Rows by table, by system. */
type TableCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface EmulatorStatus {
  readonly url: string;
  readonly startedAt: string;
  readonly clock: ClockView;
  readonly faults: readonly ListedFault[];
  readonly systems: TableCounts;
  readonly requests: { readonly length: number; readonly lastSequence: number };
  readonly settings: Row;
  readonly failures: readonly unknown[];
}

export function clockOf({ now, offsetSeconds, frozen }: ClockView): Row {
  return { clock: now, clockOffsetSeconds: offsetSeconds, clockFrozen: frozen };
}

/** What the control path answers when the world is another one. */
export interface WorldAnswer {
  /** Rows by table, by system. */
  readonly systems: TableCounts;
}

/** Rows by table, of all systems. */
export function countsOf({ systems }: WorldAnswer): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.values(systems).flatMap((tables) => Object.entries(tables)));
}

export const FAULT_COLUMNS: readonly Column[] = [
  { key: 'id', header: 'ID' },
  { key: 'kind', header: 'Kind' },
  { key: 'effect', header: 'Effect' },
  { key: 'matches', header: 'Matches' },
  { key: 'after', header: 'After', format: 'number' },
  { key: 'times', header: 'Times', format: 'number' },
  { key: 'matched', header: 'Matched', format: 'number' },
  { key: 'struck', header: 'Struck', format: 'number' },
  { key: 'active', header: 'Active', format: 'boolean' },
];

/** What a rule does, in the words of the flags that make it. */
function effectText(rule: FaultRule): string | null {
  switch (rule.kind) {
    case 'status':
      return String(rule.status);
    case 'rate-limit':
      return `429, Retry-After ${rule.retryAfterSeconds} s`;
    case 'delay':
      return `${rule.ms} ms`;
    case 'skew':
      return `${rule.seconds} s`;
    case 'huge':
      return `${rule.bytes} bytes`;
    default:
      return null;
  }
}

export function faultRow({ id, rule, matched, struck, active }: ListedFault): Row {
  const conditions = [rule.system, rule.method, rule.path, rule.operation];
  return {
    id,
    kind: rule.kind,
    effect: effectText(rule),
    matches: conditions.filter((part) => part !== undefined).join(' ') || 'every request',
    after: rule.after ?? 0,
    times: rule.times ?? null,
    probability: rule.probability ?? null,
    matched,
    struck,
    active,
  };
}

/** What a person wants to see on a narrow terminal; the rest is a matter of `--columns`. */
export const REQUEST_COLUMNS: readonly Column[] = [
  { key: 'sequence', header: '#', format: 'number' },
  { key: 'system', header: 'System' },
  { key: 'method', header: 'Method' },
  { key: 'path', header: 'Path' },
  { key: 'effect', header: 'Effect' },
  { key: 'status', header: 'Status', format: 'number' },
  { key: 'fault', header: 'Fault' },
  { key: 'at', header: 'At', format: 'date', hidden: true },
  { key: 'operation', header: 'Operation', hidden: true },
  { key: 'committed', header: 'Committed', format: 'boolean', hidden: true },
];
