/** What a call named, read back from what went out: a raw call has no other input. */
import { parseObject } from '../answer-value.js';
import type { SentCall } from '../client.js';
import type { JsonObject } from '../read.js';

/** The members of its query and of its body. */
export function sentFields({ path, body }: Pick<SentCall, 'path' | 'body'>): JsonObject {
  const query = new URLSearchParams(path.split('?')[1] ?? '');
  return { ...Object.fromEntries(query), ...parseObject(body ?? '') };
}
