/** Companies, groups, users and consumers: who the customers are. */
import type { Handler } from './answer.js';

export const ACCOUNT_HANDLERS: Readonly<Record<string, Handler>> = {};
