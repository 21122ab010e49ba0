/** The contract of every question that is ever asked. `terminal-prompts.ts` implements it with inquirer. */

export interface Prompts {
  /** Whether questions may be asked: both streams terminals, no `--no-input`, no `--json`, no CI. */
  readonly interactive: boolean;
  /** Each throws UsageError naming `flag` when not interactive, InterruptedError on Ctrl-C. */
  text(question: string, options: { readonly flag: string; readonly initial?: string }): Promise<string>;
  secret(question: string, options: { readonly flag: string }): Promise<string>;
  choose<T extends string>(
    question: string,
    choices: readonly { readonly value: T; readonly label: string }[],
    options: { readonly flag: string },
  ): Promise<T>;
  /** Yes/no; `--yes` answers yes without asking. Declining throws UsageError `not_confirmed`. */
  confirm(question: string): Promise<void>;
  /**
   * For what takes away from many: the count must be typed back. With `--yes`, `expected` (from `--expect N`)
   * must equal `count`, otherwise UsageError `count_mismatch`.
   */
  confirmCount(question: string, count: number, expected: number | null): Promise<void>;
}
