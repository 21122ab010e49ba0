/** A server on loopback that answers what a test tells it to, and keeps what it was asked. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Reply {
  readonly status?: number;
  /** Sent as it is. */
  readonly text?: string;
  /** Sent as JSON; stands for `text`. */
  readonly json?: unknown;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  /** The body as JSON; null when there is none. */
  readonly body: unknown;
}

export interface TestServer {
  readonly baseUrl: string;
  /** In order, since the start. */
  readonly asked: readonly Asked[];
  /** Queues answers; a request without one fails with HTTP 599. */
  answer(...replies: readonly Reply[]): void;
  close(): Promise<void>;
}

export async function startTestServer(): Promise<TestServer> {
  const asked: Asked[] = [];
  const queue: Reply[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    asked.push({
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      text,
      body: text === '' ? null : JSON.parse(text),
    });
    const reply = queue.shift() ?? { status: 599, text: 'nothing was queued' };
    response.writeHead(reply.status ?? 200, { 'Content-Type': 'application/json; charset=utf-8' });
    response.end(reply.text ?? (reply.json === undefined ? '' : JSON.stringify(reply.json)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    asked,
    answer: (...replies) => {
      queue.push(...replies);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
