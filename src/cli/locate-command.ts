/** Finds, in a command line, which command is meant, whatever global options stand before or between its words. */
import { UsageError } from '../errors.js';
import { nearest } from '../support/nearest.js';
import type { CatalogEntry } from './catalog/entry.js';
import { GLOBAL_OPTIONS } from './global-options.js';
import { unknownOption } from './option-errors.js';
import { createOptionTable } from './option-table.js';
import { nearestVerb } from './suggest.js';

export interface Located {
  /** null when no whole command was named. */
  readonly entry: CatalogEntry | null;
  /** The words so far: none, or the noun of two-word commands. */
  readonly words: readonly string[];
  /** Global options before and between the words, as they stood. */
  readonly before: readonly string[];
  /** What follows the command's words. */
  readonly rest: readonly string[];
  /** `help` or `--help` stood before the command was named. */
  readonly help: boolean;
  /** `--version` stood there. */
  readonly version: boolean;
}

const nounsOf = (catalog: readonly CatalogEntry[]): ReadonlySet<string> =>
  new Set(catalog.map((entry) => entry.name.split(' ')[0] ?? ''));

function nearCommand(noun: string, word: string, catalog: readonly CatalogEntry[]): string | null {
  const verbs = catalog
    .filter(({ name }) => name.startsWith(`${noun} `))
    .map(({ name }) => name.slice(noun.length + 1));
  const verb = nearestVerb(word, verbs);
  return verb === null ? null : `${noun} ${verb}`;
}

function unknownCommand(words: readonly string[], catalog: readonly CatalogEntry[]): UsageError {
  const typed = words.join(' ');
  const word = words.at(-1) ?? '';
  const noun = words.slice(0, -1).join(' ');
  const near = noun === '' ? nearest(word, nounsOf(catalog)) : nearCommand(noun, word, catalog);
  const sameVerb = catalog
    .filter((entry) => noun === '' && entry.name.endsWith(` ${word}`))
    .map((entry) => entry.name);
  const meant = near === null ? sameVerb : [near, ...sameVerb];
  const help = `licensectl${noun === '' ? '' : ` ${noun}`} --help`;
  return new UsageError(`There is no command '${typed}'.`, {
    code: 'unknown_command',
    hint:
      meant.length > 0
        ? `Did you mean ${meant.map((name) => `'${name}'`).join(' or ')}?`
        : `See \`${help}\`.`,
  });
}

/** @throws UsageError for a word that begins no command, and for an option before the words that is not global */
export function locateCommand(argv: readonly string[], catalog: readonly CatalogEntry[]): Located {
  const globals = createOptionTable(GLOBAL_OPTIONS);
  const words: string[] = [];
  const before: string[] = [];
  let help = false;
  let version = false;
  for (let index = 0; index < argv.length; index += 1) {
    const token = argv[index] ?? '';
    if (token === '--') break;
    if (token === '--help' || token === '-h' || (token === 'help' && words.length < 2)) {
      help = true;
    } else if (token === '--version' || token === '-V') {
      version = true;
    } else if (token.startsWith('-') && token !== '-') {
      before.push(token);
      const found = globals.find(token);
      if (found === undefined) throw unknownOption(token, GLOBAL_OPTIONS, { command: null, fromRow: false });
      const next = argv[index + 1];
      if (found.value !== undefined && !token.includes('=') && next !== undefined) {
        before.push(next);
        index += 1;
      }
    } else {
      words.push(token);
      const name = words.join(' ');
      const entry = catalog.find((candidate) => candidate.name === name);
      if (entry !== undefined) return { entry, words, before, rest: argv.slice(index + 1), help, version };
      if (!catalog.some((candidate) => candidate.name.startsWith(`${name} `)))
        throw unknownCommand(words, catalog);
    }
  }
  return { entry: null, words, before, rest: [], help, version };
}
