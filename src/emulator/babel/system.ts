import { babelOperations } from '../../api/babel/operations.js';
import type { EmulatedSystem } from '../system.js';
import { handleBabel } from './handle.js';
import { babelSchema } from './schema.js';
import { API_KEY, seedBabel } from './world.js';

export const babelSystem: EmulatedSystem = {
  provider: 'babel',
  operations: babelOperations,
  schema: babelSchema,
  seed: seedBabel,
  handle: handleBabel,
  credentials: { settings: {}, secrets: { apiKey: API_KEY } },
};
