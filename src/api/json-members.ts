/** The members of a JSON object as they are written: for signatures, which are over text. */

export interface MemberText {
  readonly name: string;
  /** Name, colon and value. */
  readonly text: string;
  /** The value alone. */
  readonly value: string;
}

const TOKEN = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|[{}[\]:,]|[^\s"{}[\]:,]+/g;

/** @param text a JSON object that parses; other text has no members, or some that mean nothing */
export function memberTexts(text: string): readonly MemberText[] {
  const members: MemberText[] = [];
  let depth = 0;
  let open: { name: string; start: number; value: number } | null = null;
  let end = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const closes = token === '}' || token === ']';
    if (closes) depth -= 1;
    if (open !== null && (depth === 0 || (depth === 1 && token === ','))) {
      const { name, start, value } = open;
      members.push({ name, text: text.slice(start, end), value: text.slice(value, end) });
      open = null;
    } else if (depth === 1 && open === null && token.startsWith('"')) {
      open = { name: JSON.parse(token), start: index, value: -1 };
    } else if (open?.value === -1 && token !== ':') {
      open.value = index;
    }
    if (token === '{' || token === '[') depth += 1;
    end = index + token.length;
  }
  return members;
}

/** The object without these members, at any number of places; the rest as it is written. */
export function withoutMembers(text: string, names: readonly string[]): string {
  const kept = memberTexts(text).filter(({ name }) => !names.includes(name));
  return `{${kept.map((member) => member.text).join(',')}}`;
}

/** The value of a member as it is written, the last one as a parser takes it; null when there is none. */
export function memberText(text: string, name: string): string | null {
  return memberTexts(text).findLast((member) => member.name === name)?.value ?? null;
}

/** The elements of a JSON array as they are written. */
export function elementTexts(text: string): readonly string[] {
  const elements: string[] = [];
  let depth = 0;
  let start = -1;
  let end = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === '}' || token === ']') depth -= 1;
    if (start !== -1 && (depth === 0 || (depth === 1 && token === ','))) {
      elements.push(text.slice(start, end));
      start = -1;
    } else if (depth === 1 && start === -1) {
      start = index;
    }
    if (token === '{' || token === '[') depth += 1;
    end = index + token.length;
  }
  return elements;
}
