/**
 * What GET AuthenticateUser says of an end user. Its answer is not documented: yes and no are both answers of it, and
 * are told here from a refusal of the call itself, which is about the API key, the rights or the input.
 */
import type { Answer } from '../client.js';
import { saidOutcome } from '../outcome-flags.js';
import { isObject, type JsonObject, member, readBoolean, readText } from '../read.js';
import { isSuccess, messageOf, proseOf } from './prose.js';

export interface SignIn {
  readonly authenticated: boolean;
  /** The server's own words; empty where it has none. */
  readonly message: string;
}

/** Members under which a record might say it; the names are guesses. */
const VERDICTS = [
  'authenticated',
  'isAuthenticated',
  'authenticateUser',
  'valid',
  'isValid',
  'result',
  'ok',
] as const;

/** Members that a record of the user itself has. */
const USER_KEYS = ['groupUserID', 'userName'] as const;

/** Words about the caller rather than the end user. */
const ABOUT_CALLER =
  /\b(?:api ?keys?|keys?|customer ?id|bearer|token|header|mandatory|required|missing|must be)\b/i;

const ABOUT_USER = /\b(?:users?(?: ?names?)?|pass ?words?|log ?[io]ns?|logged|sign(?:ed)?[ -]?in)\b/i;

const ABOUT_SIGN_IN = /\b(?:un)?authenticat|\bcredentials?\b|\bverif/i;

/** One word, or two. */
const BARE = /^\w+(?: \w+)?[.!]?$/;

const NO =
  /\b(?:not|no|never|cannot|can't|isn't|doesn't|don't|in(?:valid|correct|active)|un(?:known|authenticated|successful(?:ly)?)|wrong|bad|fail(?:s|ed|ure)?|denied|refused|rejected|locked|disabled|expired|mismatch)\b/i;

const YES = /\b(?:authenticated|valid|verified|accepted|correct|confirmed|granted|match(?:es|ed)?)\b/i;

/** null for an answer that tells neither: a refusal of the call, a fault, or something else altogether. */
export function signInOf({ status, value }: Answer): SignIn | null {
  if (status >= 500) return null;
  if (status >= 300) return noIn(proseOf(value), status);
  // No refusal stands in its place, as in the other calls whose answer is not documented.
  if (value === undefined) return { authenticated: true, message: '' };
  if (Array.isArray(value) && value.length === 0) return { authenticated: false, message: '' };
  return inValue(Array.isArray(value) && value.length === 1 ? value[0] : value, status);
}

function inValue(value: unknown, status: number): SignIn | null {
  const plain = readBoolean(value);
  if (plain !== null) return { authenticated: plain, message: readText(value) ?? '' };
  if (isObject(value)) return inRecord(value, status);
  const text = proseOf(value);
  if (text === null) return null;
  return noIn(text, status) ?? (isYes(text) ? { authenticated: true, message: text } : null);
}

function inRecord(record: JsonObject, status: number): SignIn | null {
  const text = messageOf(record);
  const said = saidOutcome(record) ?? verdictIn(record);
  if (said !== null) {
    if (said) return { authenticated: true, message: text ?? '' };
    // An error member alone may be about the API key.
    return text === null ? { authenticated: false, message: '' } : noIn(text, status);
  }
  if (USER_KEYS.some((key) => readText(member(record, key)) !== null)) {
    return { authenticated: true, message: '' };
  }
  return text === null ? null : inValue(text, status);
}

function verdictIn(record: JsonObject): boolean | null {
  return VERDICTS.map((name) => readBoolean(member(record, name))).find((one) => one !== null) ?? null;
}

function isYes(text: string): boolean {
  return isSuccess(text) || (YES.test(text) && !ABOUT_CALLER.test(text));
}

/**
 * A sentence that turns the user away: one about the user or the sign-in, or a bare word such as `Invalid`. Under 401
 * and 403 it must speak of the user, since these are about API keys as a rule.
 */
function noIn(text: string | null, status: number): SignIn | null {
  if (text === null || ABOUT_CALLER.test(text) || !NO.test(text)) return null;
  const mayBeKey = status === 401 || status === 403 || /\bauthori[sz]|\baccess\b|\bpermi/i.test(text);
  const fits = ABOUT_USER.test(text) || (!mayBeKey && (ABOUT_SIGN_IN.test(text) || BARE.test(text)));
  return fits ? { authenticated: false, message: text } : null;
}
