/** Real servers on loopback for the tests of the client. */
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';
import { generate } from 'selfsigned';
import { onTestFinished } from 'vitest';

export interface Listening {
  readonly port: number;
  readonly host: string;
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Connections accepted so far. */
  connections(): number;
}

/** Starts a server for this test; it and its connections are gone afterwards. */
export async function listen(server: net.Server, scheme = 'http'): Promise<Listening> {
  const sockets = new Set<net.Socket>();
  let connections = 0;
  server.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const host = `127.0.0.1:${address.port}`;
  return { port: address.port, host, url: `${scheme}://${host}`, connections: () => connections };
}

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

export type Reply = (response: http.ServerResponse, seen: Seen) => void;

/** Answers the n-th request with the n-th reply, the last one from then on. */
export function script(seen: Seen[], ...replies: readonly Reply[]): http.RequestListener {
  return (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
      seen.push(one);
      replies[Math.min(seen.length, replies.length) - 1]?.(response, one);
    });
  };
}

export function serve(seen: Seen[], ...replies: readonly Reply[]): Promise<Listening> {
  return listen(http.createServer(script(seen, ...replies)));
}

export const reply =
  (status: number, body = '', headers: http.OutgoingHttpHeaders = {}): Reply =>
  (response) => {
    response.writeHead(status, headers).end(body);
  };

export const json = (status: number, value: unknown, headers: http.OutgoingHttpHeaders = {}): Reply =>
  reply(status, JSON.stringify(value), { 'content-type': 'application/json', ...headers });

/** Ends the connection without an answer. */
export const reset: Reply = (response) => {
  response.socket?.resetAndDestroy();
};

/** Promises a hundred bytes and sends a few. */
export const cut: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  response.write('{"a":', () => response.socket?.destroy());
};

/** Never answers. */
export const silence: Reply = () => undefined;

/** A server that answers every connection's first bytes with this text and hangs up. */
export function rawServer(answer: string): Promise<Listening> {
  return listen(net.createServer((socket) => socket.once('data', () => socket.end(answer))));
}

export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** Upper-case hex pairs with colons. */
  readonly fingerprint: string;
}

export async function certificate(name = '127.0.0.1', ip: string | null = '127.0.0.1'): Promise<Certificate> {
  const altNames = ip === null ? [{ type: 2 as const, value: name }] : [{ type: 7 as const, ip }];
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'subjectAltName', altNames },
    ],
  });
  const { X509Certificate } = await import('node:crypto');
  return { key: made.private, cert: made.cert, fingerprint: new X509Certificate(made.cert).fingerprint256 };
}

export function serveTls(
  certificate: Certificate,
  seen: Seen[],
  ...replies: readonly Reply[]
): Promise<Listening> {
  return listen(
    https.createServer({ key: certificate.key, cert: certificate.cert }, script(seen, ...replies)),
    'https',
  );
}

/** A TLS server that records every byte behind the handshake. */
export async function recordingTlsServer(
  certificate: Certificate,
): Promise<Listening & { received(): string }> {
  const chunks: Buffer[] = [];
  const server = tls.createServer({ key: certificate.key, cert: certificate.cert }, (socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  });
  server.on('tlsClientError', () => undefined);
  const listening = await listen(server, 'https');
  return { ...listening, received: () => Buffer.concat(chunks).toString('utf8') };
}

/** A port where nothing listens. */
export async function closedPort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
