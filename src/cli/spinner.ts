/** A line on a terminal that says what is going on, and is gone afterwards. */
import type { Ora } from 'ora';

export interface Spinner {
  /** Shows this text in place of the one before. */
  show(text: string): void;
  clear(): void;
}

/** ora is loaded when there is something to show, and nothing waits for it. */
export function createSpinner(stream: NodeJS.WritableStream, color: boolean): Spinner {
  let wanted: string | null = null;
  let spinner: Ora | null = null;
  let loading = false;

  const load = async (): Promise<void> => {
    const { default: ora } = await import('ora');
    spinner = ora({
      stream,
      color: color ? 'cyan' : false,
      isEnabled: true,
      // Questions and Ctrl-C are the program's own business.
      discardStdin: false,
      hideCursor: false,
    });
    if (wanted !== null) spinner.start(wanted);
  };

  return {
    show(text) {
      wanted = text;
      if (spinner !== null) {
        spinner.text = text;
        if (!spinner.isSpinning) spinner.start();
      } else if (!loading) {
        loading = true;
        void load();
      }
    },
    clear() {
      wanted = null;
      // Stopping twice would write to the terminal once more.
      if (spinner?.isSpinning === true) spinner.stop();
    },
  };
}
