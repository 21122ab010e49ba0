/** Reading the body of a request, on any method, up to a cap. */
import type { IncomingMessage } from 'node:http';

/**
 * The whole body; null when it passes `cap` bytes.
 * @throws when the client goes away before the end.
 */
export async function readBody(req: IncomingMessage, cap: number): Promise<Buffer | null> {
  if (Number(req.headers['content-length'] ?? 0) > cap) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req.iterator({ destroyOnReturn: false })) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > cap) return null;
    chunks.push(bytes);
  }
  const only = chunks.length === 1 ? chunks[0] : undefined;
  return only ?? Buffer.concat(chunks, size);
}
