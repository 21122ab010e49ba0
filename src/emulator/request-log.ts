/** The last requests, in memory: what was asked, and what it held only where a setting asks for that. */
import type { Effect, ProviderId } from '../api/operation.js';

export interface LoggedRequest {
  /** Counts from 1 and never starts again while the emulator runs. */
  readonly sequence: number;
  /** ISO 8601, on the emulator's clock. */
  readonly at: string;
  readonly system: ProviderId;
  readonly method: string;
  /** Below the system's prefix, without the query; cut when it is longer than any documented one. */
  readonly path: string;
  /** null when no operation row has this method and path. */
  readonly operation: string | null;
  readonly effect: Effect | null;
  /** null when the connection was reset instead of an answer. */
  readonly status: number | null;
  /** Whether the system handled the request and its work was kept. */
  readonly committed: boolean;
  /** Kinds of the faults that struck, joined by `+`. */
  readonly fault: string | null;
  /** Where the setting `logInputs` is on; never the headers, which carry the credentials of the caller. */
  readonly input?: LoggedInput;
}

export interface LoggedInput {
  /** Without the question mark. */
  readonly query: string;
  readonly body: string;
}

export interface RequestLog {
  add(entry: Omit<LoggedRequest, 'sequence'>): void;
  /** Oldest first; only those after the given sequence number. */
  list(after?: number): LoggedRequest[];
  readonly length: number;
  /** The last sequence number given out; 0 for none. */
  readonly lastSequence: number;
  clear(): void;
}

const DEFAULT_CAPACITY = 10_000;
const MAX_PATH = 500;
/** Characters of a query or body. */
const MAX_INPUT = 64 * 1024;

/** A ring of `capacity` entries: the oldest give way. */
export function createRequestLog(capacity = DEFAULT_CAPACITY): RequestLog {
  let entries: LoggedRequest[] = [];
  let oldest = 0;
  let lastSequence = 0;
  return {
    add: (entry) => {
      lastSequence += 1;
      const path = cut(entry.path, MAX_PATH);
      const logged = {
        sequence: lastSequence,
        ...entry,
        path,
        ...(entry.input && { input: cutInput(entry.input) }),
      };
      if (entries.length < capacity) {
        entries.push(logged);
        return;
      }
      entries[oldest] = logged;
      oldest = (oldest + 1) % capacity;
    },
    list: (after = 0) =>
      [...entries.slice(oldest), ...entries.slice(0, oldest)].filter((entry) => entry.sequence > after),
    get length() {
      return entries.length;
    },
    get lastSequence() {
      return lastSequence;
    },
    clear: () => {
      entries = [];
      oldest = 0;
    },
  };
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

function cutInput({ query, body }: LoggedInput): LoggedInput {
  return { query: cut(query, MAX_INPUT), body: cut(body, MAX_INPUT) };
}
