/**
 * What an offline call carries: the Base64 text of a request file, as the body or as the part `file` of a form.
 *
 * Not documented: the codes for a body that is no Base64 or no JSON object (invalid_json, validation_error).
 */
import { isRecord, mediaTypeOf } from '../json-body.js';
import type { EmulatedRequest } from '../system.js';
import { type Input, missing } from './input.js';
import { LicenseSpringRefusal } from './refusal.js';

/** @throws LicenseSpringRefusal missing_content, missing_parameters, invalid_json, validation_error */
export function readOfflineFile(request: EmulatedRequest): Input {
  const text = textOf(request).replaceAll(/\s+/g, '');
  if (text === '') throw new LicenseSpringRefusal('missing_content');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) {
    throw new LicenseSpringRefusal('invalid_json', 'The body is not Base64.');
  }
  const value = parseJson(Buffer.from(text, 'base64').toString('utf8'));
  if (!isRecord(value)) throw new LicenseSpringRefusal('validation_error', 'The request must be an object.');
  return value;
}

function textOf({ headers, body }: EmulatedRequest): string {
  if (mediaTypeOf(headers) !== 'multipart/form-data') return body.toString('latin1');
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(headers['content-type'] ?? '');
  const file = filePart(body.toString('latin1'), boundary?.[1] ?? boundary?.[2] ?? '');
  if (file === undefined) throw missing('file');
  return file;
}

/** The content of the part `file` (RFC 7578); undefined when the form has none. */
function filePart(form: string, boundary: string): string | undefined {
  if (boundary === '') return undefined;
  const parts = `\r\n${form}`.split(`\r\n--${boundary}`).slice(1);
  for (const part of parts) {
    const end = part.indexOf('\r\n\r\n');
    const head = part.slice(0, end);
    if (end !== -1 && /^content-disposition:\s*form-data\b.*;\s*name="?file"?\s*(?:;|$)/im.test(head)) {
      return part.slice(end + 4);
    }
  }
  return undefined;
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    // The newer form is signed as written anew, and the writer runs out of stack where a file nests too deep.
    JSON.stringify(value);
    return value;
  } catch {
    throw new LicenseSpringRefusal('invalid_json');
  }
}
