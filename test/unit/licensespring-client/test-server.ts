/** A real HTTP server on loopback that answers from a script and remembers what it was asked. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text goes out as it is, anything else as JSON. */
  readonly body?: unknown;
}

export interface TestServer {
  readonly baseUrl: string;
  readonly seen: readonly Seen[];
  close(): Promise<void>;
}

type Answer = (request: Seen, index: number) => Reply | undefined | Promise<Reply>;

/** @param answer one reply for each request; undefined fails the request with 599, which no judge takes for a success. */
export async function startServer(answer: Answer): Promise<TestServer> {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = request;
    const one: Seen = { method, url, headers, body: Buffer.concat(chunks).toString() };
    const reply = (await answer(one, seen.push(one) - 1)) ?? {
      status: 599,
      body: `unexpected: ${method} ${url}`,
    };
    const text =
      reply.body === undefined || typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
    // Tests choose what time it is; a Date of the day on which they run is in none of them.
    response.sendDate = false;
    response.writeHead(reply.status ?? 200, { ...reply.headers });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Replies in order. */
export function inOrder(...replies: readonly Reply[]): (request: Seen, index: number) => Reply | undefined {
  return (_request, index) => replies[index];
}
