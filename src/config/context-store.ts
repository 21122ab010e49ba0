/** The contract of the store of contexts and their secrets. `open-context-store.ts` implements it. */
import type { ContextsFile, Secrets, StoredContext } from './context.js';

export interface ContextStore {
  /** @throws UsageError naming the file, when it is there but cannot be read as contexts. */
  read(): Promise<ContextsFile>;
  /** @throws UsageError when the name is not `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`. */
  save(name: string, context: StoredContext, secrets: Secrets, makeCurrent: boolean): Promise<void>;
  /** @throws NotFoundError */
  use(name: string): Promise<void>;
  /** @throws NotFoundError; UsageError when `to` is taken. */
  rename(from: string, to: string): Promise<void>;
  /** Removes the context and its secrets. @throws NotFoundError */
  remove(name: string): Promise<void>;
  /** Drops the secrets and keeps the context, so that the next login asks for little. @throws NotFoundError */
  forgetSecrets(name: string): Promise<void>;
  /** @throws AuthenticationError when they are missing; UsageError when the file is readable by others. */
  secrets(name: string): Promise<Secrets>;
}
