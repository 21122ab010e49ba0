import { Writable } from 'node:stream';
import type { PrintOptions } from '../../../src/output/print.js';

/** A stream that keeps what is written to it. */
export class Collector extends Writable {
  private readonly chunks: Buffer[] = [];
  writes = 0;

  get text(): string {
    return Buffer.concat(this.chunks).toString('utf8');
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.chunks.push(chunk);
    this.writes += 1;
    // Later, as a pipe would: whoever does not wait is found out.
    setImmediate(done);
  }
}

/** A stream whose reader goes away after a number of writes. */
export class Closing extends Writable {
  seen = 0;

  constructor(
    private readonly after: number,
    private readonly code = 'EPIPE',
  ) {
    super();
    this.on('error', () => undefined);
  }

  override _write(_chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.seen += 1;
    if (this.seen <= this.after) done();
    else done(Object.assign(new Error(`write ${this.code}`), { code: this.code }));
  }
}

export interface Printed {
  readonly stdout: Collector;
  readonly said: string[];
  readonly options: PrintOptions;
}

/** Options of a pipe without any flag, and where the output goes. */
export function printing(changes: Partial<PrintOptions> = {}): Printed {
  const stdout = new Collector();
  const said: string[] = [];
  const options: PrintOptions = {
    stdout,
    terminal: false,
    width: null,
    color: false,
    format: null,
    columns: null,
    quiet: false,
    raw: false,
    csvExact: false,
    redact: (text) => text.replaceAll('hunter2', '[secret]'),
    say: (text) => said.push(text),
    warnings: [],
    ...changes,
  };
  return { stdout, said, options };
}
