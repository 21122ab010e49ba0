/**
 * Commands in a hint, ready to be typed: the licence, product and device of the call in place of the words that stand
 * for them (`KEY`, `PRODUCT`, `ID`, `FEATURE`). What the call did not name stays the word: a person fills it in.
 */
import type { SentCall } from '../client.js';
import type { Input } from '../operation.js';
import { readText } from '../read.js';
import { sentFields } from './sent-fields.js';

/** Longer values, and those that a shell would take apart, are left to the person. */
const PLAIN = /^[A-Za-z0-9_][A-Za-z0-9_/:=.,@%+-]{0,127}$/;

/** Commands that a bundle has of its own. */
const OF_BUNDLES = /licensectl (activate|deactivate|check)\b/g;
/** Of the licences of a bundle `bundle check` is the look. */
const LOOK = /licensectl show\b/g;

/** What stands for each field; a user takes the place of the key, with the flag that it needs. */
const WORDS = /(?<![\w-])(?:--key KEY|KEY|PRODUCT|ID|FEATURE)\b/g;
const FIELDS: Readonly<Record<string, string>> = {
  KEY: 'license_key',
  PRODUCT: 'product',
  ID: 'hardware_id',
  FEATURE: 'feature',
};

/** @param text a hint with commands such as `licensectl check KEY --product PRODUCT --hardware-id ID` */
export function withNames(text: string, input: Input): string {
  const plain = (field: string): string | null => {
    const value = readText(input[field]);
    return value !== null && PLAIN.test(value) ? value : null;
  };
  const user = plain('username');
  return text.replace(WORDS, (found) => {
    const word = found.replace('--key ', '');
    if (word === 'KEY' && user !== null) return `--username ${user}`;
    return found.replace(word, () => plain(FIELDS[word] ?? '') ?? word);
  });
}

/** For the refusal of a call: what it named, and the commands of bundles where it was about one. */
export function nextStep(text: string, sent: SentCall): string {
  const { path } = sent;
  const isBundle = /\/(activate|deactivate|check)_bundle\b/.test(path);
  const said = isBundle
    ? text.replace(LOOK, 'licensectl bundle check').replace(OF_BUNDLES, 'licensectl bundle $1')
    : text;
  return withNames(said, sentFields(sent));
}
