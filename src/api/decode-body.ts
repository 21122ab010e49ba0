/** Undoes a Content-Encoding. Loaded only when an answer has one. */
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { TransportFailure } from './transport.js';
import { describe, errorCode } from './transport-failures.js';

const DECODERS: Readonly<Record<string, (body: Buffer, options: zlib.ZlibOptions) => Promise<Buffer>>> = {
  gzip: promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gunzip),
  'x-gzip': promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gunzip),
  deflate: promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflate),
  br: promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress),
};

/**
 * The body as it was before it was compressed; never more than `maxBytes`, however well it packs.
 * @param encoding value of Content-Encoding, in lower case
 * @throws TransportFailure `too-large`, or `truncated` when it does not unpack
 */
export async function decodeBody(
  body: Buffer,
  encoding: string,
  maxBytes: number,
  host: string,
): Promise<Buffer> {
  const decoder = DECODERS[encoding];
  if (decoder === undefined) {
    throw new TransportFailure(describe('not-http', host, `unknown encoding ${encoding}`), 'not-http', true);
  }
  try {
    return await decoder(body, { maxOutputLength: maxBytes });
  } catch (error) {
    const reason = errorCode(error) === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'truncated';
    throw new TransportFailure(describe(reason, host, `when unpacked from ${encoding}`), reason, true, error);
  }
}
