/** From the bytes of a body to its text. */
import { TextDecoder } from 'node:util';

const CHARSET = /;\s*charset\s*=\s*"?([^\s;"]+)/i;

/**
 * The text of a body: UTF-8, unless its Content-Type names another character set that is known here. Older servers and
 * proxies write their error pages in one of their own.
 */
export function textIn(body: Buffer, contentType: string | undefined): string {
  const charset = CHARSET.exec(contentType ?? '')?.[1]?.toLowerCase() ?? 'utf-8';
  const decoder = charset === 'utf-8' || charset === 'utf8' ? null : decoderFor(charset);
  return decoder === null ? body.toString('utf8') : decoder.decode(body);
}

function decoderFor(charset: string): TextDecoder | null {
  try {
    return new TextDecoder(charset);
  } catch {
    return null;
  }
}
