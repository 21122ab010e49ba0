/** Looking up a code as people copy it: out of JSON, a log or a vendor's page. */
import { near } from '../nearest.js';
import { allCodes, statusEntry } from './all-codes.js';
import type { CodeEntry } from './code-entry.js';

/** How many similar codes are told, at most. */
const FEW = 5;
/** Shorter pieces are in too many codes. */
const SHORTEST_PIECE = 4;

/** All meanings of a code; none when it is not known. `LicenseExpired` and `license-expired` are `license_expired`. */
export function findCodes(text: string): readonly CodeEntry[] {
  const wanted = squeeze(text);
  const status = /^http([1-5]\d\d)$/.exec(wanted)?.[1];
  if (status !== undefined) return [statusEntry(Number(status))];
  return allCodes().filter(({ code }) => squeeze(code) === wanted);
}

/** Codes that may be meant by one that is not known. */
export function similarCodes(text: string): readonly string[] {
  const wanted = squeeze(text);
  const codes = [...new Set(allCodes().map(({ code }) => code))];
  const holding = codes.filter((code) => wanted.length >= SHORTEST_PIECE && squeeze(code).includes(wanted));
  return [...new Set([...near(text, codes), ...holding])].slice(0, FEW);
}

function squeeze(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
