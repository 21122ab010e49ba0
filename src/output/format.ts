export const FORMATS = ['table', 'tsv', 'json', 'ndjson', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

export function isFormat(text: string): text is Format {
  return (FORMATS as readonly string[]).includes(text);
}

/** The formats that a program reads as JSON; errors are JSON too then. */
export function isJsonFormat(format: Format | null): boolean {
  return format === 'json' || format === 'ndjson';
}
