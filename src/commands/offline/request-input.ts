/** Request files that a command is given: read whole, and checked before anything is sent. */
import type { RequestFacts, RequestKind } from '../../api/offline-files.js';
import { readInput } from '../file-input.js';
import type { Connection, RunContext } from '../run-context.js';

/** What a file is called in a sentence. */
export function sourceName(path: string): string {
  return path === '-' ? 'Standard input' : `'${path}'`;
}

export function readRequestText(context: RunContext, path: string): Promise<string> {
  return readInput(context, path, 'FILE');
}

/**
 * What the request says; null for a system whose request files nobody else can read.
 * @throws UsageError when it is not a request of this kind
 */
export async function requestFacts(
  context: RunContext,
  connection: Connection,
  text: string,
  path: string,
  kind: RequestKind,
): Promise<RequestFacts | null> {
  const files = await connection.provider.offlineFiles?.();
  const facts = files?.readRequest(text, sourceName(path), kind) ?? null;
  for (const secret of facts?.secrets ?? []) context.protect(secret);
  return facts;
}
