/** One row of the operation tables. */
import type { Operation, ProviderId } from '../../src/api/operation.js';
import { loadProvider } from '../../src/api/providers.js';

export async function rowOf(provider: ProviderId, id: string): Promise<Operation> {
  const row = (await loadProvider(provider)).operations.find((operation) => operation.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
}
