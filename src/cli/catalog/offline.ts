/** Clients without a network, and this computer as a device. */
import type { CatalogEntry } from './entry.js';

export const OFFLINE: readonly CatalogEntry[] = [];
