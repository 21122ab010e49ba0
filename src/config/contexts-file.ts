/**
 * The contexts file: read here with plain JSON, because every call reads it and conf's schema engine would
 * double the start-up; written by conf in `open-context-store.ts`. A file that is there but cannot be read as
 * contexts is an error that names it, never a reason to start empty.
 */
import { join } from 'node:path';
import { isProviderId } from '../api/providers.js';
import { isObject, type JsonObject } from '../api/read.js';
import { UsageError } from '../errors.js';
import { isMissing } from '../files/file-errors.js';
import { readKeptFile } from '../files/read-kept-file.js';
import type { ContextSettings, ContextsFile, StoredContext } from './context.js';

/** Name without extension, as conf wants it. */
export const CONTEXTS_FILE = 'contexts';

export const NO_CONTEXTS: ContextsFile = { schemaVersion: 1, current: null, contexts: {} };

/**
 * @param folder the config folder
 * @throws UsageError `config_broken` naming the file
 */
export async function readContextsFile(folder: string): Promise<ContextsFile> {
  const file = join(folder, `${CONTEXTS_FILE}.json`);
  let text: string;
  try {
    text = await readKeptFile(file);
  } catch (error) {
    if (isMissing(error)) return NO_CONTEXTS;
    throw broken(file, 'it cannot be read', error);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw broken(file, 'it is not valid JSON', error);
  }
  if (!isObject(parsed) || !isObject(parsed.contexts)) throw broken(file, 'it does not hold contexts');
  if (parsed.schemaVersion !== 1) {
    throw broken(
      file,
      `its version is ${JSON.stringify(parsed.schemaVersion)}, and this program reads version 1`,
    );
  }
  const contexts = Object.fromEntries(
    Object.entries(parsed.contexts).map(([name, entry]) => {
      const context = readContext(entry);
      if (context === null) throw broken(file, `its entry '${name}' is not a context`);
      return [name, context];
    }),
  );
  const current =
    typeof parsed.current === 'string' && Object.hasOwn(contexts, parsed.current) ? parsed.current : null;
  return { schemaVersion: 1, current, contexts };
}

function readContext(entry: unknown): StoredContext | null {
  if (!isObject(entry)) return null;
  const { provider, baseUrl, secretStore, createdAt, settings } = entry;
  if (typeof provider !== 'string' || !isProviderId(provider) || typeof baseUrl !== 'string') return null;
  if (secretStore !== 'keyring' && secretStore !== 'file') return null;
  if (settings !== undefined && !isObject(settings)) return null;
  return {
    provider,
    baseUrl,
    secretStore,
    createdAt: typeof createdAt === 'string' ? createdAt : '',
    settings: readSettings(settings ?? {}),
  };
}

function readSettings(settings: JsonObject): ContextSettings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => typeof value === 'string'));
}

function broken(file: string, why: string, cause?: unknown): UsageError {
  return new UsageError(`The contexts file ${file} cannot be used: ${why}.`, {
    code: 'config_broken',
    hint: 'Mend it, or move it away and run `licensectl login` again. Nothing was changed.',
    cause,
  });
}
