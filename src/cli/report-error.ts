/** An error as text for standard error: a sentence and a hint, or one JSON document. */
import { LicensectlError } from '../errors.js';
import type { Warning } from '../notice.js';
import { sanitizeBlock, sanitizeLine } from '../output/sanitize.js';
import { createStyle } from '../output/style.js';
import { usualHint } from '../support/usual-hints.js';
import { envelopeText } from './envelope.js';

export interface ReportStyle {
  readonly json: boolean;
  readonly color: boolean;
  /** What is to be told beside the error. */
  readonly warnings: readonly Warning[];
  /** Adds the stack of an unexpected error. */
  readonly verbose: boolean;
  readonly redact: (text: string) => string;
}

interface Report {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  readonly provider: string | null;
  readonly operation: string | null;
  readonly httpStatus: number | null;
  readonly retryable: boolean;
}

/** Longest sentence and hint, in characters: what was typed or sent may be repeated in them. */
const MAX_MESSAGE = 450;
const MAX_HINT = 1000;
/** The same for a code, which some servers choose. */
const MAX_CODE = 100;

const REPORT_HINT =
  'This is a bug in licensectl. Please report it with the command you typed and the output of --verbose.';

function reportOf(error: unknown): Report {
  if (error instanceof LicensectlError) {
    return {
      code: error.code,
      message: error.message,
      hint: error.hint ?? usualHint(error.kind),
      provider: error.provider ?? null,
      operation: error.operation ?? null,
      httpStatus: error.httpStatus ?? null,
      retryable: error.retryable,
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'internal_error',
    message: `Something unexpected went wrong: ${message}`,
    hint: REPORT_HINT,
    provider: null,
    operation: null,
    httpStatus: null,
    retryable: false,
  };
}

/** Secrets go first: half a secret would not be found. */
function presentable(report: Report, { redact }: ReportStyle): Report {
  const shown = (text: string, limit: number): string => {
    const safe = redact(text);
    return safe.length > limit ? `${safe.slice(0, limit - 1)}…` : safe;
  };
  const { code, message, hint } = report;
  return {
    ...report,
    code: shown(code, MAX_CODE),
    message: shown(message, MAX_MESSAGE),
    hint: hint === null ? null : shown(hint, MAX_HINT),
  };
}

function humanText(report: Report, error: unknown, style: ReportStyle): string {
  const paint = createStyle(style.color);
  const said = style.warnings.map(({ message }) => sanitizeLine(style.redact(message)));
  // What a server said has a code that `explain` takes, as scripts get it.
  const code = report.httpStatus === null ? '' : paint.dim(` (${sanitizeLine(report.code)})`);
  const lines = [...said, `${paint.red('error:')} ${sanitizeLine(report.message)}${code}`];
  if (report.hint !== null) lines.push(`${paint.cyan('hint:')} ${sanitizeLine(report.hint)}`);
  const unexpected = !(error instanceof LicensectlError) && error instanceof Error;
  if (style.verbose && unexpected && error.stack !== undefined)
    lines.push(sanitizeBlock(style.redact(error.stack)));
  return `${lines.join('\n')}\n`;
}

/** The whole text to write, ending in a newline; secrets replaced, unsafe characters visible. */
export function errorText(error: unknown, style: ReportStyle): string {
  const report = presentable(reportOf(error), style);
  if (!style.json) return humanText(report, error, style);
  const { warnings, redact } = style;
  return envelopeText({ error: report, ...(warnings.length > 0 && { warnings }) }, redact);
}
