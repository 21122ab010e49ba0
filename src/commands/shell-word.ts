/** Text for a POSIX shell. */

/** In single quotes, whatever it contains. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** As one word: in quotes only where it needs them. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_/:=.,@%+-]+$/.test(text) ? text : shellQuoted(text);
}
