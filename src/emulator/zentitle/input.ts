/**
 * The JSON object of a request, read the way the service must read it: names in any case (the document's
 * own examples contradict its tables), integers as strings or numbers, 'true' and 'false' as text or
 * booleans. Every reader throws a {@link Refusal} for a value that the document does not allow.
 * Names that the operation does not know are ignored; what the vendor does with them is not documented.
 */
import { isRecord, readJsonBody } from '../json-body.js';
import { normaliseDate } from './dates.js';
import { Refusal } from './refusal.js';

/** The largest number that the document allows anywhere. */
export const MAX_INTEGER = 2_147_483_647;

export class Inputs {
  readonly #values: ReadonlyMap<string, unknown>;
  readonly #where: string;

  constructor(object: Readonly<Record<string, unknown>>, where = '') {
    this.#values = new Map(Object.entries(object).map(([name, value]) => [name.toLowerCase(), value]));
    this.#where = where;
  }

  /** Text, or undefined when the field is absent, null or empty. */
  text(name: string): string | undefined {
    const value = this.blankableText(name);
    return value === undefined || value.trim() === '' ? undefined : value;
  }

  /** Like {@link text}, for fields where an empty text is a value. */
  blankableText(name: string): string | undefined {
    const value = this.#value(name);
    if (value === undefined || typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    throw this.#refuse(name, 'must be text');
  }

  requiredText(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw this.#missing(name);
    return value;
  }

  integer(name: string, min: number, max: number): number | undefined {
    const text = this.text(name)?.trim();
    if (text === undefined) return undefined;
    if (!/^-?\d{1,15}$/.test(text)) throw this.#refuse(name, 'must be a whole number');
    const value = Number(text);
    if (value < min || value > max) throw this.#refuse(name, `must be between ${min} and ${max}`);
    return value;
  }

  requiredInteger(name: string, min: number, max: number): number {
    const value = this.integer(name, min, max);
    if (value === undefined) throw this.#missing(name);
    return value;
  }

  /** A switch that is 1 or 0; absent means 0. */
  bit(name: string): boolean {
    const text = this.text(name)?.trim();
    if (text === undefined || text === '0') return false;
    if (text === '1') return true;
    throw this.#refuse(name, 'must be either 1 or 0');
  }

  truth(name: string): boolean | undefined {
    const value = this.choice(name, ['true', 'false']);
    return value === undefined ? undefined : value === 'true';
  }

  /** One of `values`, compared without regard to case. */
  choice<T extends string>(name: string, values: readonly T[]): T | undefined {
    const text = this.text(name)?.trim().toLowerCase();
    if (text === undefined) return undefined;
    const found = values.find((value) => value.toLowerCase() === text);
    if (found === undefined) throw this.#refuse(name, `must be one of ${values.join(', ')}`);
    return found;
  }

  requiredChoice<T extends string>(name: string, values: readonly T[]): T {
    const value = this.choice(name, values);
    if (value === undefined) throw this.#missing(name);
    return value;
  }

  /** A date in stored form. */
  date(name: string): string | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const date = normaliseDate(text);
    if (date === undefined) throw this.#refuse(name, 'must be a date such as 2026-04-30T00:00:00');
    return date;
  }

  /** A date in stored form, or null for the word `reset`. */
  dateOrReset(name: string): string | null | undefined {
    return this.text(name)?.trim().toLowerCase() === 'reset' ? null : this.date(name);
  }

  /** A JSON object of the caller's own; its members keep their spelling. */
  object(name: string): Readonly<Record<string, unknown>> | undefined {
    const value = this.#value(name);
    if (value === undefined || isRecord(value)) return value;
    throw this.#refuse(name, 'must be a JSON object');
  }

  requiredObject(name: string): Readonly<Record<string, unknown>> {
    const value = this.object(name);
    if (value === undefined) throw this.#missing(name);
    return value;
  }

  /** Any JSON; undefined when the field is absent or null. */
  json(name: string): unknown {
    return this.#value(name);
  }

  /** A record named by its id or by its name, exactly one of which must be given. */
  idOrName(id: string, name: string): number | string {
    const number = this.integer(id, 1, MAX_INTEGER);
    const text = this.text(name);
    if (number !== undefined && text !== undefined) {
      throw new Refusal(`Please supply either ${id} or ${name}, not both.`);
    }
    const given = number ?? text;
    if (given === undefined) throw new Refusal(`Please supply either ${id} or ${name}.`);
    return given;
  }

  /** The entries of a list of objects; empty when absent. */
  list(name: string): readonly Inputs[] {
    const value = this.#value(name);
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw this.#refuse(name, 'must be a list');
    return value.map((entry: unknown, index) => {
      const where = `${this.#where}${name}[${index}]`;
      if (!isRecord(entry)) throw new Refusal(`Invalid input: ${where} must be an object.`);
      return new Inputs(entry, `${where}.`);
    });
  }

  #value(name: string): unknown {
    return this.#values.get(name.toLowerCase()) ?? undefined;
  }

  #missing(name: string): Refusal {
    return new Refusal(`Missing mandatory field: ${this.#where}${name}.`);
  }

  #refuse(name: string, rule: string): Refusal {
    return new Refusal(`Invalid input: ${this.#where}${name} ${rule}.`);
  }
}

/** Reads the body of a request: a JSON object on every verb; no body counts as an empty object. */
export function readInputs(body: Buffer): Inputs {
  const read = readJsonBody(body);
  switch (read.kind) {
    case 'object':
      return new Inputs(read.value);
    case 'empty':
      return new Inputs({});
    case 'invalid':
      throw new Refusal('Invalid input: the body is not JSON.');
    case 'not-an-object':
      throw new Refusal('Invalid input: the body must be one JSON object.');
  }
}
