/** From what a person typed as METHOD and PATH to a documented call, where there is one. */
import { canBeWide, type HttpMethod, type Operation } from '../api/operation.js';
import { visiblePart } from '../api/visible.js';
import { UsageError } from '../errors.js';

const METHODS: readonly HttpMethod[] = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];

export interface ApiTarget {
  readonly method: HttpMethod;
  /** With a leading slash, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** A documented call, and what its path parameters stand for. */
export interface RowMatch {
  readonly row: Operation;
  readonly parameters: Readonly<Record<string, string>>;
}

/** @throws UsageError for an unknown method, an absolute URL, or a path that climbs */
export function parseTarget(methodText: string, pathText: string): ApiTarget {
  const method = METHODS.find((known) => known === methodText.toUpperCase());
  if (method === undefined) {
    throw new UsageError(`METHOD is one of ${METHODS.join(', ')}, not '${methodText}'.`, {
      code: 'invalid_value',
    });
  }
  const text = pathText.trim();
  if (text === '' || /^[a-z][a-z0-9+.-]*:/i.test(text) || text.startsWith('//') || text.includes('\\')) {
    throw badPath('PATH stands behind the base URL of the context: it is no address of its own.');
  }
  const [bare = '', ...queries] = text.split('?');
  const path = bare.startsWith('/') ? bare : `/${bare}`;
  if (
    decoded(path)
      .split(/[\\/]/)
      .some((segment) => /^\.{1,2}(?:;|$)/.test(segment))
  ) {
    throw badPath('PATH must not have parts that are only dots.');
  }
  return { method, path, query: new URLSearchParams(queries.join('?')) };
}

/**
 * The row for this method and path, without regard to case; a fixed path is preferred to one with parameters. A path
 * in disguise (`/api//LicenseCode%41ctivity`), which a server may well understand, has the row that it stands for:
 * its effect must be known.
 */
export function findRow(operations: readonly Operation[], { method, path }: ApiTarget): RowMatch | null {
  return (
    findBySegments(operations, method, segmentsOf(path)) ??
    findBySegments(operations, method, plainSegmentsOf(path))
  );
}

/**
 * A wide call must not get around its count by another way to write its address: half of its path in the base URL of
 * the context, more in front of it or behind, or a part that some server reads as one of its parts.
 * @throws UsageError `bad_path`
 */
export function refuseDisguised(
  operations: readonly Operation[],
  { method, path }: ApiTarget,
  baseUrl: string,
): void {
  const whole = bareSegmentsOf(new URL(baseUrl).pathname + path);
  for (const row of operations) {
    const template = segmentsOf(row.path);
    if (row.method !== method || !canBeWide(row)) continue;
    const isThere = whole.some(
      (_, start) => matchSegments(template, whole.slice(start, start + template.length)) !== null,
    );
    if (isThere) throw badPath(`This looks like ${method} ${row.path}, which is made under that PATH alone.`);
  }
}

function findBySegments(
  operations: readonly Operation[],
  method: HttpMethod,
  segments: readonly string[],
): RowMatch | null {
  let found: RowMatch | null = null;
  for (const row of operations) {
    if (row.method !== method) continue;
    const parameters = matchSegments(segmentsOf(row.path), segments);
    if (parameters === null) continue;
    if (Object.keys(parameters).length === 0) return { row, parameters };
    found ??= { row, parameters };
  }
  return found;
}

function segmentsOf(path: string): readonly string[] {
  return path.replace(/^\/+|\/+$/g, '').split('/');
}

/** What a lenient server may read: decoded, without empty parts, matrix parameters, and dots or blanks at the end. */
function plainSegmentsOf(path: string): readonly string[] {
  const parts = decoded(path).split(/[\\/]/);
  return parts
    .map((part) => part.replace(/;.*$/s, '').replace(/[\s.\0]+$/, ''))
    .filter((part) => part !== '');
}

/**
 * What the least strict server may read: decoded more than once, in plain letters, without what cannot be seen, each
 * part up to its first sign that is no letter or digit.
 */
function bareSegmentsOf(path: string): readonly string[] {
  const parts = decodedWholly(path).normalize('NFKC').split(/[\\/]/);
  return parts.map((part) => /^\w+/.exec(visiblePart(part))?.[0] ?? '').filter((part) => part !== '');
}

function matchSegments(template: readonly string[], given: readonly string[]): Record<string, string> | null {
  if (template.length !== given.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const segment = given[index] ?? '';
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name !== undefined && segment !== '') parameters[name] = decoded(segment);
    else if (part.toLowerCase() !== segment.toLowerCase()) return null;
  }
  return parameters;
}

/** More than any server on the way decodes. */
const DECODINGS = 5;

/** A part that is not rightly encoded does not keep the others from being read. */
function decodedWholly(path: string): string {
  let text = path;
  for (let round = 0; round < DECODINGS; round += 1) {
    text = decoded(text.replace(/%[0-7][0-9a-f]/gi, (letter) => decodeURIComponent(letter)));
  }
  return text;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function badPath(message: string): UsageError {
  return new UsageError(message, {
    code: 'bad_path',
    hint: 'For example: licensectl api GET /api/LicenseCodes',
  });
}
