/** Questions on a terminal. They are drawn on standard error, so that standard output holds data alone. */
import { InterruptedError, UsageError } from '../errors.js';
import type { Prompts } from './prompts.js';

export interface PromptOptions {
  readonly streams: { readonly stdin: NodeJS.ReadStream; readonly stderr: NodeJS.WriteStream };
  /** Both streams are terminals, and neither `--no-input`, `--json` nor CI forbids asking. */
  readonly interactive: boolean;
  /** `--yes`. */
  readonly yes: boolean;
}

interface Question {
  readonly type: 'input' | 'password' | 'select' | 'confirm';
  readonly message: string;
  readonly [option: string]: unknown;
}

export function createPrompts({ streams, interactive, yes }: PromptOptions): Prompts {
  async function ask<T>(question: Question): Promise<T> {
    // inquirer costs three times a bare start, so it is loaded when somebody is really asked.
    const { default: inquirer } = await import('inquirer');
    const prompt = inquirer.createPromptModule({ input: streams.stdin, output: streams.stderr });
    try {
      const answers = await prompt<Record<string, unknown>>([{ ...question, name: 'answer' } as never]);
      return answers.answer as T;
    } catch (error) {
      if (error instanceof Error && error.name === 'ExitPromptError') throw new InterruptedError('SIGINT');
      throw error;
    }
  }

  function mustBeAble(question: string, flag: string, values: readonly string[] = []): void {
    if (interactive) return;
    const known = values.length === 0 ? '' : ` (${values.join(', ')})`;
    throw new UsageError(`Missing ${flag}: ${question}`, {
      code: 'missing_input',
      hint: `Give ${flag}${known}; nobody can be asked here.`,
    });
  }

  return {
    interactive,

    async text(question, { flag, initial }) {
      mustBeAble(question, flag);
      const answer = await ask<string>({
        type: 'input',
        message: `${question}:`,
        ...(initial && { default: initial }),
      });
      return answer.trim();
    },

    async secret(question, { flag }) {
      mustBeAble(question, flag);
      // Nothing typed is ever shown, and no key makes it so: somebody may be looking on.
      return ask<string>({ type: 'password', message: `${question}:`, mask: false, toggleMask: false });
    },

    async choose(question, choices, { flag }) {
      const values = choices.map(({ value }) => value);
      mustBeAble(question, flag, values);
      return ask({
        type: 'select',
        message: question,
        choices: choices.map(({ value, label }) => ({ value, name: label })),
      });
    },

    async confirm(question) {
      if (yes) return;
      if (!interactive) throw notConfirmed(question, 'Add --yes to do it without being asked.');
      if (!(await ask<boolean>({ type: 'confirm', message: question, default: false }))) {
        throw notConfirmed('Not confirmed.', 'Nothing was changed.');
      }
    },

    async confirmCount(question, count, expected) {
      if (expected !== null && expected !== count) {
        throw new UsageError(`${question} There are ${count}, and --expect says ${expected}.`, {
          code: 'count_mismatch',
          hint: `Look again, then use --yes --expect ${count}. Nothing was changed.`,
        });
      }
      if (yes && expected === count) return;
      if (yes || !interactive) {
        throw notConfirmed(question, `Add --yes --expect ${count} to do it without being asked.`);
      }
      const typed = await ask<string>({ type: 'input', message: `${question} Type ${count} to go on:` });
      if (typed.trim() !== String(count)) throw notConfirmed('Not confirmed.', 'Nothing was changed.');
    },
  };
}

function notConfirmed(message: string, hint: string): UsageError {
  return new UsageError(message, { code: 'not_confirmed', hint });
}
