/** Zentitle / Nalpeiron, Web API version 1. */
import type { ProviderModule } from '../provider.js';
import { createZentitleCapabilities } from './capabilities.js';
import { zentitleOperations } from './operations.js';
import { probeZentitle } from './probe.js';
import { zentitleRows } from './rows.js';
import { createZentitleWire } from './wire.js';

export const zentitle: ProviderModule = {
  id: 'zentitle',
  operations: zentitleOperations,
  rows: zentitleRows,
  createWire: createZentitleWire,
  createCapabilities: createZentitleCapabilities,
  probe: probeZentitle,
};
