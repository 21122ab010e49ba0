import { onTestFinished } from 'vitest';
import type { HttpMethod } from '../../src/api/operation.js';
import { createEmulation } from '../../src/emulator/emulation.js';
import type {
  EmulatedResponse,
  EmulatedSystem,
  EmulatorSettings,
  SystemDeps,
} from '../../src/emulator/system.js';

export interface Call {
  readonly method: HttpMethod;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: string | object;
  /** Loopback when absent. */
  readonly remoteAddress?: string;
}

export interface OneSystem {
  readonly deps: SystemDeps;
  readonly settings: EmulatorSettings;
  /** Calls handle() as the server does: within a transaction. */
  call(call: Call): EmulatedResponse;
  /** Moves the clock, which otherwise stands still. */
  advance(milliseconds: number): void;
}

/** One system with its default world in memory, on a clock that stands still; closed after the test that asks for it. */
export function oneSystem(system: EmulatedSystem, at: string): OneSystem {
  const emulation = createEmulation({ systems: [system], startAt: Date.parse(at), seed: 'test' });
  onTestFinished(() => emulation.close());
  emulation.clock.freeze();
  emulation.clock.set(Date.parse(at));
  return {
    deps: emulation.deps,
    settings: emulation.deps.settings,
    advance: (milliseconds) => emulation.clock.advance(milliseconds),
    call: ({ method, path, query = {}, headers = {}, body = '', remoteAddress = '127.0.0.1' }) =>
      emulation.store.transaction(() =>
        system.handle(
          {
            method,
            path,
            query: new URLSearchParams(query),
            headers,
            body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
            remoteAddress,
          },
          emulation.deps,
        ),
      ),
  };
}

/** The JSON of an answer. */
export function jsonOf(response: EmulatedResponse): unknown {
  return JSON.parse(response.body ?? '');
}
