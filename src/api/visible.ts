/** What a person sees of a text, and a server may go by. */

/** Blanks of every kind, control and format characters, and fillers that take no room. */
const INVISIBLE = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu;

/** The text up to its first NUL, where many programs end it, without anything that cannot be seen. */
export function visiblePart(text: string): string {
  return text.replace(/\0.*$/s, '').replace(INVISIBLE, '');
}
