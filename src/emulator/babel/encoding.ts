/**
 * How answers are written as JSON. The licensing operations page shows timestamps and durations as objects and
 * the licence as an array of bytes; the service's configuration points to protobuf JSON, which writes text and
 * base64. Both are offered. Zero values are left out, as the shipped configuration has it
 * (`IgnoreJSonDefaultValues`), and the layout is indented (`IndentJSonResponse`).
 */
export type Encoding = 'object' | 'string';

export class Timestamp {
  constructor(readonly milliseconds: number) {}
}

/** Whole seconds. */
export class Duration {
  constructor(readonly seconds: number) {}
}

export type Answer =
  | string
  | number
  | boolean
  | null
  | Timestamp
  | Duration
  | Uint8Array
  | readonly Answer[]
  | { readonly [name: string]: Answer };

/** null means an absent date: a licence that never ends. */
export function timestamp(milliseconds: number | null): Timestamp | null {
  return milliseconds === null ? null : new Timestamp(milliseconds);
}

export function writeAnswer(answer: { readonly [name: string]: Answer }, encoding: Encoding): string {
  return JSON.stringify(withoutDefaults(answer, encoding), null, 2);
}

function withoutDefaults(record: { readonly [name: string]: Answer }, encoding: Encoding): object {
  const entries = Object.entries(record).filter(([, value]) => !isDefault(value));
  return Object.fromEntries(entries.map(([name, value]) => [name, encode(value, encoding)]));
}

function isDefault(value: Answer): boolean {
  if (value === null || value === false || value === 0 || value === '') return true;
  return (Array.isArray(value) || value instanceof Uint8Array) && value.length === 0;
}

function encode(value: Answer, encoding: Encoding): unknown {
  if (value instanceof Timestamp) {
    if (encoding === 'string') return rfc3339(value.milliseconds);
    const seconds = Math.floor(value.milliseconds / 1000);
    return withoutDefaults({ seconds, nanos: (value.milliseconds - seconds * 1000) * 1_000_000 }, encoding);
  }
  if (value instanceof Duration) {
    return encoding === 'string'
      ? `${value.seconds}s`
      : withoutDefaults({ seconds: value.seconds }, encoding);
  }
  if (value instanceof Uint8Array) {
    return encoding === 'string' ? Buffer.from(value).toString('base64') : [...value];
  }
  if (isList(value)) return value.map((item) => encode(item, encoding));
  return typeof value === 'object' && value !== null ? withoutDefaults(value, encoding) : value;
}

function isList(value: Answer): value is readonly Answer[] {
  return Array.isArray(value);
}

/** Protobuf JSON writes the fraction only when there is one. */
function rfc3339(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}
