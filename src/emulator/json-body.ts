/** The JSON object in a request body, or why there is none. */
export type JsonBody =
  | { readonly kind: 'object'; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'not-an-object' };

/** A byte order mark is tolerated. */
export function readJsonBody(body: Buffer): JsonBody {
  const text = body.toString('utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '') return { kind: 'empty' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'invalid' };
  }
  return isRecord(value) ? { kind: 'object', value } : { kind: 'not-an-object' };
}

/** The media type of a request without its parameters, in lower case; empty when there is none. */
export function mediaTypeOf(headers: Readonly<Record<string, string | undefined>>): string {
  return (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/**
 * Whether the framework of the Babel and Parallels services would read the body as JSON; a body without a type is
 * taken too. Not documented; the framework's habit.
 */
export function isReadAsJson(headers: Readonly<Record<string, string | undefined>>): boolean {
  return /^$|^(?:application|text)\/json$|^application\/[^/]+\+json$/.test(mediaTypeOf(headers));
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
