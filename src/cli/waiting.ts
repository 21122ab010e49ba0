/** Says on a terminal that an answer takes its time. */
import type { Transport } from '../api/transport.js';
import type { Messages } from './messages.js';

/** Answers that come sooner need no word. */
const PATIENCE_MS = 500;

/** A transport that shows `text` while an answer is awaited. */
export function withWaiting(transport: Transport, messages: Messages, text: string): Transport {
  return {
    async send(request, options) {
      const timer = setTimeout(() => messages.waiting(text), PATIENCE_MS);
      try {
        return await transport.send(request, options);
      } finally {
        clearTimeout(timer);
        messages.clear();
      }
    },
    close: () => transport.close(),
  };
}
