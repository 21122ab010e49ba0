/** Headers of a request being prepared. Their names have no case, but the keys of an object do. */
import type { DraftRequest } from './client.js';

export function headerOf(draft: DraftRequest, name: string): string | undefined {
  const key = spelling(draft, name);
  return key === undefined ? undefined : draft.headers[key];
}

/** Sets a header, replacing whatever spelling of it is there. */
export function setHeader(draft: DraftRequest, name: string, value: string): void {
  const key = spelling(draft, name);
  if (key !== undefined && key !== name) delete draft.headers[key];
  draft.headers[name] = value;
}

/** Sets a header that is not there yet. */
export function defaultHeader(draft: DraftRequest, name: string, value: string): void {
  if (headerOf(draft, name) === undefined) draft.headers[name] = value;
}

function spelling(draft: DraftRequest, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.keys(draft.headers).find((key) => key.toLowerCase() === wanted);
}
