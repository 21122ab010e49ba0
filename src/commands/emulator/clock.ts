/** `emulator clock`. */
import { UsageError } from '../../errors.js';
import type { Outcome } from '../../output/result.js';
import { refuseTogether, switchOption, textArgument } from '../arguments.js';
import type { Command, Parsed } from '../command.js';
import { parseDuration } from '../durations.js';
import { type ClockView, clockOf } from './control-answers.js';
import { changeEmulator, findEmulator, URL_OPTION } from './running-emulator.js';

export const command: Command = {
  name: 'emulator clock',
  summary: 'Show or move the clock of a running emulator',
  description:
    'Leases, trials, sessions and subscriptions end by this clock. Signed calls carry the real date, so a clock ' +
    'that is far off makes a system refuse them, as a real one would.',
  args: [
    {
      name: 'WHEN',
      description: 'a date (2030-01-31T12:00:00Z), a step (+30d, +90m, -1h) or the word real',
      required: false,
    },
  ],
  options: [
    { flag: 'freeze', description: 'let the clock stand still' },
    { flag: 'resume', description: 'let it go on' },
    URL_OPTION,
  ],
  examples: [
    { command: 'licensectl emulator clock', explains: 'what time it is there' },
    { command: 'licensectl emulator clock +31d', explains: 'a month later: trials have ended' },
    { command: 'licensectl emulator clock 2030-01-31T12:00:00Z --freeze', explains: 'a fixed moment' },
    { command: 'licensectl emulator clock real --resume', explains: 'back to real time' },
  ],
  async run(context, parsed) {
    const change = clockChange(parsed);
    if (change === null) return outcomeOf(await (await findEmulator(context, parsed)).call('GET', '/clock'));
    return changeEmulator(context, parsed, { method: 'POST', path: '/clock', value: change }, outcomeOf);
  },
};

const outcomeOf = (view: unknown): Outcome => ({
  result: { kind: 'record', id: 'clock', record: clockOf(view as ClockView) },
});

/** The control path's change; null when there is none. */
function clockChange(parsed: Parsed): Record<string, unknown> | null {
  refuseTogether(parsed, ['freeze', 'resume']);
  const change = {
    ...whenChange(textArgument(parsed, 'WHEN')),
    ...(switchOption(parsed, 'freeze') ? { frozen: true } : {}),
    ...(switchOption(parsed, 'resume') ? { frozen: false } : {}),
  };
  return Object.keys(change).length === 0 ? null : change;
}

function whenChange(when: string | undefined): Record<string, unknown> {
  if (when === undefined) return {};
  if (when.toLowerCase() === 'real') return { real: true };
  const sign = when[0];
  if (sign === '+' || sign === '-') {
    const seconds = parseDuration(when.slice(1), 'WHEN') / 1000;
    return { advanceSeconds: sign === '+' ? seconds : -seconds };
  }
  return { set: parseInstant(when, 'WHEN') };
}

/**
 * A date and time as ISO 8601 in UTC; a day alone is its start, and without a zone it is UTC, so that the same
 * command means the same everywhere.
 * @throws UsageError naming `flag`
 */
export function parseInstant(text: string, flag: string): string {
  const shape = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?)?$/i.exec(
    text.trim(),
  );
  const at = shape === null ? Number.NaN : Date.parse(`${shape[1]}T${shape[2] ?? '00:00'}${shape[3] ?? 'Z'}`);
  if (shape !== null && !Number.isNaN(at) && isRealDay(shape[1] ?? '')) return new Date(at).toISOString();
  throw new UsageError(`${flag} takes a date such as 2030-01-31 or 2030-01-31T12:00:00Z, not '${text}'.`, {
    code: 'invalid_date',
  });
}

/** Date.parse takes 31 February for a day of March. */
function isRealDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}
