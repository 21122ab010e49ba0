/** What a program reads on standard error: one JSON document with an error, warnings or both. */
import type { Warning } from '../notice.js';
import { SCHEMA_VERSION } from '../output/json.js';
import { redactJson } from '../output/redact-json.js';
import { escapeJson } from '../output/sanitize.js';

interface Envelope {
  readonly error?: object;
  readonly warnings?: readonly Warning[];
}

/** The document and a newline; secrets replaced, unsafe characters escaped. */
export function envelopeText(envelope: Envelope, redact: (text: string) => string): string {
  const json = JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...envelope });
  return `${redactJson(escapeJson(json), redact)}\n`;
}

/** Warnings that no other document could carry; empty where there are none. */
export function warningsText(warnings: readonly Warning[], redact: (text: string) => string): string {
  return warnings.length === 0 ? '' : envelopeText({ warnings }, redact);
}
