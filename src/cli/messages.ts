/** What is said to the person on standard error while a command runs. */
import type { Writable } from 'node:stream';
import { sanitizeLine } from '../output/sanitize.js';

export interface Messages {
  /** A line that stays. */
  notice(text: string): void;
  /** A line that the next one replaces on a terminal; a plain line elsewhere. */
  progress(text: string): void;
  /** A line of the HTTP trace. */
  trace(line: string): void;
  /** Removes a progress line that is still shown. */
  clear(): void;
}

export interface MessageOptions {
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly redact: (text: string) => string;
  /** Says nothing but traces: a program reads standard error. */
  readonly silent: boolean;
  /** Whether progress is shown. */
  readonly live: boolean;
}

const CLEAR_LINE = '\r\u001b[2K';

export function createMessages({ stderr, redact, silent, live }: MessageOptions): Messages {
  const terminal = stderr.isTTY === true;
  let shown = false;

  const clear = (): void => {
    if (shown) stderr.write(CLEAR_LINE);
    shown = false;
  };
  const line = (text: string): void => {
    clear();
    stderr.write(`${sanitizeLine(redact(text))}\n`);
  };

  return {
    notice(text) {
      if (!silent) line(text);
    },
    progress(text) {
      if (silent || !live) return;
      if (!terminal) {
        line(text);
        return;
      }
      // A line that wraps could not be taken back.
      const fitting = sanitizeLine(redact(text)).slice(0, (stderr.columns ?? 80) - 1);
      stderr.write(CLEAR_LINE + fitting);
      shown = true;
    },
    trace: line,
    clear,
  };
}
