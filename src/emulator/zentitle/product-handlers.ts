/** Products and what they consist of: the calls that change them. */
import type { Handler } from './answer.js';

export const PRODUCT_HANDLERS: Readonly<Record<string, Handler>> = {};
