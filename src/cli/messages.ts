/** What is said to the person on standard error while a command runs. */
import type { Writable } from 'node:stream';
import type { Notice, Warning } from '../notice.js';
import { sanitizeLine } from '../output/sanitize.js';
import { createSpinner } from './spinner.js';

export interface Messages {
  /** A line that stays, or a warning for a program. */
  readonly notice: Notice;
  /** A line that the next one replaces on a terminal; a plain line elsewhere. */
  progress(text: string): void;
  /** A line of the HTTP trace. */
  trace(line: string): void;
  /** A passing line for a terminal alone: an answer takes its time. */
  waiting(text: string): void;
  /** Removes a progress line that is still shown. */
  clear(): void;
}

export interface MessageOptions {
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly redact: (text: string) => string;
  /** Says nothing but traces: a program reads standard error. */
  readonly silent: boolean;
  /** Takes the warnings where a program is to get them; null where a person reads them as lines. */
  readonly warnings: Warning[] | null;
  /** Whether progress is shown. */
  readonly live: boolean;
  readonly color: boolean;
}

export function createMessages({ stderr, redact, silent, warnings, live, color }: MessageOptions): Messages {
  const terminal = stderr.isTTY === true;
  const spinner = createSpinner(stderr, color);
  const clear = (): void => spinner.clear();
  const line = (text: string): void => {
    clear();
    stderr.write(`${sanitizeLine(redact(text))}\n`);
  };

  return {
    notice(text, code) {
      if (code !== undefined && warnings !== null) warnings.push({ code, message: text });
      else if (!silent) line(text);
    },
    progress(text) {
      if (silent || !live) return;
      if (terminal) spinner.show(sanitizeLine(redact(text)));
      else line(text);
    },
    waiting(text) {
      if (terminal && live && !silent) spinner.show(text);
    },
    trace: line,
    clear,
  };
}
