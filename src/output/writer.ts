/** Batched writing to a stream: few system calls, back-pressure respected, memory flat. */
import type { Writable } from 'node:stream';
import { PartialError } from '../errors.js';

/** Whoever read our output has gone away (`| head`). Not a failure. */
export class OutputClosedError extends Error {
  constructor() {
    super('output closed');
    this.name = 'OutputClosedError';
  }
}

export interface Writer {
  /** Adds text. A promise comes back only when the caller must wait. @throws as {@link Writer.flush}. */
  write(text: string): Promise<void> | undefined;
  /** Sends all that is held. @throws OutputClosedError when the reader has gone; PartialError on a full disk. */
  flush(): Promise<void>;
  /** Sends bytes that have been prepared already, after all that is held. */
  writeBytes(bytes: Uint8Array): Promise<void>;
}

export interface WriterOptions {
  /** Applied to each batch, which consists of whole calls of `write`. */
  readonly transform: (text: string) => string;
  /** Called before anything reaches the stream. */
  readonly beforeWrite?: (() => void) | undefined;
}

/** Characters held before a batch is sent. */
export const BATCH_LENGTH = 64 * 1024;
/** Milliseconds after which a batch is sent although it is small, so that slow rows can be watched. */
export const IDLE_FLUSH_MS = 100;

const CLOSED_CODES: ReadonlySet<unknown> = new Set([
  'EPIPE',
  'ECONNRESET',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
]);

function outputError(error: Error): Error {
  const code: unknown = 'code' in error ? error.code : undefined;
  if (CLOSED_CODES.has(code)) return new OutputClosedError();
  // Not a usage error: that promises that nothing was sent.
  return new PartialError(`Standard output cannot be written: ${error.message}.`, {
    code: 'output_failed',
    hint: 'Check the free space and the rights where the output goes. What the command did is done.',
    cause: error,
  });
}

export function createWriter(stream: Writable, options: WriterOptions): Writer {
  let held = '';
  let timer: NodeJS.Timeout | null = null;
  let failure: Error | null = null;

  const send = (chunk: string | Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      options.beforeWrite?.();
      stream.write(chunk, (error) => (error ? reject(outputError(error)) : resolve()));
    });

  const flush = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (failure !== null) throw failure;
    if (held === '') return;
    const chunk = options.transform(held);
    held = '';
    await send(chunk);
  };

  const flushWhenIdle = (): void => {
    timer = null;
    flush().catch((error: Error) => {
      failure = error;
    });
  };

  return {
    write(text) {
      if (failure !== null) throw failure;
      held += text;
      if (held.length >= BATCH_LENGTH) return flush();
      timer ??= setTimeout(flushWhenIdle, IDLE_FLUSH_MS);
      return undefined;
    },
    flush,
    async writeBytes(bytes) {
      await flush();
      await send(bytes);
    },
  };
}
