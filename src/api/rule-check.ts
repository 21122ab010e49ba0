/** Checks the rules between the fields of one input. */
import { fieldLabel } from './flag-name.js';
import { invalidInput, joinWords } from './input-errors.js';
import { type Field, type Input, isPresent, type Rule } from './operation.js';
import { isObject } from './read.js';

/**
 * @param input with the documented spellings and real types, as `checkMembers` returns it
 * @param within the flag of the list whose entry the input is, for messages
 * @throws UsageError `invalid_input`
 */
export function checkRules(
  rules: readonly Rule[],
  fields: readonly Field[],
  input: Input,
  within?: string,
): void {
  for (const rule of rules) checkRule(rule, fields, input, within);
}

function checkRule(rule: Rule, fields: readonly Field[], input: Input, within?: string): void {
  const given = (name: string): boolean => isPresent(input[name]);
  const label = (name: string): string => {
    const field = fields.find((candidate) => candidate.name === name);
    return field === undefined || within !== undefined ? name : fieldLabel(field);
  };
  const labels = (names: readonly string[], last: string): string => joinWords(names.map(label), last);
  const isOneOf = (name: string, values: readonly string[]): boolean =>
    given(name) && values.some((value) => value.toLowerCase() === String(input[name]).trim().toLowerCase());
  const equals = (name: string, value: string): boolean => isOneOf(name, [value]);
  const place = within === undefined ? '' : ` in ${within}`;

  switch (rule.kind) {
    case 'exactly-one': {
      const count = rule.fields.filter(given).length;
      if (count === 0) throw invalidInput(`One of ${labels(rule.fields, 'or')} is required${place}.`);
      if (count > 1)
        throw invalidInput(`Give only one of ${labels(rule.fields.filter(given), 'and')}${place}.`);
      return;
    }
    case 'at-most-one':
      if (rule.fields.filter(given).length < 2) return;
      throw invalidInput(`Give only one of ${labels(rule.fields.filter(given), 'and')}${place}.`);
    case 'at-least-one':
      if (rule.fields.some(given)) return;
      throw invalidInput(`At least one of ${labels(rule.fields, 'or')} is required${place}.`);
    case 'needs': {
      const missing = rule.needs.filter((name) => !given(name));
      if (!given(rule.field) || missing.length === 0) return;
      throw invalidInput(`${label(rule.field)} also needs ${labels(missing, 'and')}${place}.`);
    }
    case 'needs-when':
      if (!equals(rule.field, rule.equals) || given(rule.needs)) return;
      throw invalidInput(`${label(rule.field)} ${rule.equals} also needs ${label(rule.needs)}${place}.`);
    case 'refuses-when':
      if (!equals(rule.field, rule.equals) || !equals(rule.target, rule.refused)) return;
      throw invalidInput(
        `${label(rule.field)} ${rule.equals} does not go with ${label(rule.target)} ${rule.refused}${place}.`,
      );
    case 'goes-with': {
      const { field, equals: value, target, among } = rule;
      const applies = value === undefined ? given(field) : equals(field, value);
      if (!applies || !given(target) || isOneOf(target, among)) return;
      const what = value === undefined ? label(field) : `${label(field)} ${value}`;
      throw invalidInput(`${what} goes only with ${label(target)} ${joinWords(among, 'or')}${place}.`);
    }
    case 'id-when':
      if (!equals(rule.field, rule.equals) || isId(input[rule.target])) return;
      throw invalidInput(
        `${label(rule.field)} ${rule.equals} takes an id as ${label(rule.target)}, a whole number from 1${place}.`,
      );
    case 'each': {
      const list = fields.find(({ name }) => name === rule.list);
      const entries = input[rule.list];
      if (list === undefined || !Array.isArray(entries)) return;
      for (const entry of entries) {
        if (isObject(entry)) checkRules(rule.rules, list.fields ?? [], entry, fieldLabel(list));
      }
    }
  }
}

function isId(value: unknown): boolean {
  return /^[1-9]\d*$/.test(String(value ?? '').trim());
}
