/** Which operation row a request belongs to, and what it does to the server. */
import { type Effect, effectOf, type Field, type Operation } from '../api/operation.js';
import { readJsonBody } from './json-body.js';
import type { EmulatedRequest } from './system.js';

export interface Classification {
  /** Operation id; null when no row has this method and path. */
  readonly operation: string | null;
  readonly effect: Effect | null;
}

interface Route {
  readonly operation: Operation;
  readonly segments: readonly string[];
  readonly literals: number;
}

const UNKNOWN: Classification = { operation: null, effect: null };

const isParameter = (segment: string): boolean => segment.startsWith('{') && segment.endsWith('}');

const split = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

function toRoute(operation: Operation): Route {
  const segments = split(operation.path);
  return { operation, segments, literals: segments.filter((segment) => !isParameter(segment)).length };
}

function fits(route: Route, segments: readonly string[]): boolean {
  return (
    route.segments.length === segments.length &&
    route.segments.every(
      (wanted, index) => isParameter(wanted) || wanted.toLowerCase() === segments[index]?.toLowerCase(),
    )
  );
}

/** Where the input of this row travels; what stands elsewhere is not read by the handlers either. */
function givenTo({ encoding }: Operation, { query, body }: EmulatedRequest): Iterable<[string, unknown]> {
  if (encoding === 'query') return query;
  const read = readJsonBody(body);
  return read.kind === 'object' ? Object.entries(read.value) : [];
}

/** Whether a value names nothing: blank text, and the number 0, which the document of LicenseNote reads as left out. */
function namesNothing({ type }: Field, value: unknown): boolean {
  const text = String(value ?? '').trim();
  return text === '' || (type === 'integer' && Number(text) === 0);
}

/** The request's values under the row's own spelling of their names: servers take them in any casing. */
function inputOf(operation: Operation, request: EmulatedRequest): Record<string, unknown> {
  const fields = new Map(operation.input.map((field) => [field.name.toLowerCase(), field]));
  const input: Record<string, unknown> = {};
  for (const [name, value] of givenTo(operation, request)) {
    const field = fields.get(name.toLowerCase());
    if (field !== undefined) input[field.name] = namesNothing(field, value) ? undefined : value;
  }
  return input;
}

/** Of several rows that fit, the one with the most literal path segments; then the first of the table. */
export function createClassifier(
  operations: readonly Operation[],
): (request: EmulatedRequest) => Classification {
  const routes = operations.map(toRoute).sort((a, b) => b.literals - a.literals);
  return (request) => {
    const segments = split(request.path);
    const route = routes.find(
      (candidate) => candidate.operation.method === request.method && fits(candidate, segments),
    );
    if (route === undefined) return UNKNOWN;
    const { operation } = route;
    const input = operation.narrowedBy === undefined ? {} : inputOf(operation, request);
    return { operation: operation.id, effect: effectOf(operation, input) };
  };
}
