import type { Store } from './store.js';

/**
 * Runs a call whose refusal is an exception: what it wrote before the exception is undone, also when the caller
 * has a transaction open already and goes on with it.
 */
export function undoOnThrow<T>(store: Store, work: () => T): T {
  return store.transaction(() => {
    store.exec('savepoint emulated_call');
    try {
      const result = work();
      store.exec('release emulated_call');
      return result;
    } catch (error) {
      store.exec('rollback to emulated_call; release emulated_call');
      throw error;
    }
  });
}
