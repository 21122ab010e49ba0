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

/**
 * null for an answer that tells neither: a refusal of the call, a fault, or something else altogether. Silence, which a
 * change may be met with, is no answer to a question: nobody is let in by it.
 */
export function signInOf({ status, value }: Answer): SignIn | null {
  if (status >= 500) return null;
  if (status >= 300) return noIn(proseOf(value), status);
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

/** A no anywhere in the record outweighs every yes: that the call succeeded does not let the user in. */
function inRecord(record: JsonObject, status: number): SignIn | null {
  const text = messageOf(record);
  const message = text ?? '';
  const verdicts = verdictsIn(record, status);
  const isRefused = text !== null && ABOUT_CALLER.test(text);
  if (isRefused || verdicts.includes(null)) return null;
  if (verdicts.some((verdict) => verdict?.authenticated === false)) return { authenticated: false, message };
  const said = saidOutcome(record);
  // An error member alone may be about something else.
  if (said === false) return text === null ? { authenticated: false, message } : noIn(text, status);
  const no = noIn(text, status);
  if (no !== null) return no;
  const isUser = USER_KEYS.some((key) => readText(member(record, key)) !== null);
  if (said === true || verdicts.length > 0 || isUser) return { authenticated: true, message };
  return text === null ? null : inValue(text, status);
}

/** What each member says that might hold the verdict; null for one that cannot be read. */
function verdictsIn(record: JsonObject, status: number): readonly (SignIn | null)[] {
  return VERDICTS.map((name) => member(record, name))
    .filter((value) => value !== undefined && value !== null)
    .map((value) => inValue(value, status));
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
