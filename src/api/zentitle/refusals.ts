/**
 * What a refusal means. The document says only that an error description takes the place of the answer; the wording
 * is not documented. These patterns are a reading of its descriptions and of what clients of the older service met;
 * anything else is a refusal without a known reason, in the server's own words.
 */
import type { Operation } from '../operation.js';
import type { Refusal, RefusalKind } from '../refusal.js';
import { nextStep, ZENTITLE_CODES } from './error-codes.js';

interface ReasonPattern {
  /** One of the codes whose meaning is known. */
  readonly code: string;
  /** Any of them will do. */
  readonly patterns: readonly RegExp[];
}

type Reason = Pick<Refusal, 'kind' | 'code' | 'hint'>;

/** The first that fits decides. */
const REASONS: readonly ReasonPattern[] = [
  {
    code: 'invalid_credentials',
    patterns: [
      /\b(?:invalid|incorrect|wrong|unknown|missing|bad|expired)\b.{0,20}\b(?:api ?key|customer(?: ?id)?|authori[sz]ation|token)\b/i,
      /\b(?:api ?key|customer)\b.{0,30}\b(?:invalid|incorrect|wrong|unknown|missing|expired|disabled|revoked)\b/i,
      /\b(?:api ?key|customer)\b.{0,30}\b(?:not (?:valid|found|recogni[sz]ed|exist)|doesn't exist)\b/i,
      /\b(?:authentication (?:has )?failed|(?:not |un)authenticated|unauthori[sz]ed)\b/i,
    ],
  },
  {
    code: 'not_permitted',
    patterns: [
      /\b(?:access (?:is |was )?denied|authori[sz]ation has been denied|forbidden)\b/i,
      /\bnot (?:authori[sz]ed|permitted|accessible)\b/i,
      /\b(?:no|insufficient|lacks?|without|not have)\b.{0,30}\b(?:permissions?|privileges?|rights|access)\b/i,
      /\bkeys?\b.{0,40}\b(?:not|cannot|can't|doesn't)\b.{0,20}\b(?:allow|access|permit|use|call|support)/i,
    ],
  },
  {
    code: 'code_bank_empty',
    patterns: [
      /\bcode bank\b/i,
      /\b(?:no|not enough|insufficient)\b.{0,30}\bcodes?\b.{0,30}\b(?:available|left|remain)/i,
      /\bout of (?:licen[cs]e )?codes\b/i,
    ],
  },
  {
    code: 'no_activity',
    patterns: [
      /\bno (?:current )?(?:activity|activations?)\b(?!.{0,20}\b(?:left|remain|available|allowed))/i,
    ],
  },
  {
    code: 'not_assigned',
    patterns: [/\bnot (?:currently )?assigned\b/i],
  },
  {
    code: 'not_found',
    patterns: [
      /\b(?:not found|not exist|doesn't exist|no such|could(?: not|n't) find|can(?:not|'t) find)\b/i,
      /\bno\b.{0,30}\b(?:found|exists?|data|records?)\b/i,
      /\bhas no (?:features?|custom field|udf|field|profile|user|compan(?:y|ies)|group|note|computer)\b/i,
      /\bunknown (?:licen[cs]e|code|product|profile|computer|company|group|user|note)\b/i,
      /\binvalid (?:licen[cs]e ?code|(?:product|computer|company|group)(?: ?id)?|profile(?: ?name)?)\b/i,
    ],
  },
  {
    code: 'already_exists',
    patterns: [
      /\balready (?:exists?|in use|used|taken|assigned|imported)\b/i,
      /\bduplicate\b|\bmust be unique\b/i,
    ],
  },
  {
    code: 'activations_used_up',
    patterns: [/\b(?:maximum|max|limit|exceed(?:ed|s)?|all|no)\b.{0,40}\b(?:activations?|clients?)\b/i],
  },
  {
    code: 'trial_activated',
    patterns: [/\btrial\b.{0,40}\b(?:activated|converted)\b/i],
  },
  {
    code: 'certificate_invalid',
    patterns: [/\bcertificate\b/i],
  },
  {
    code: 'expired',
    patterns: [/\bexpired\b/i],
  },
  {
    code: 'disabled',
    patterns: [/\b(?:disabled|not enabled)\b/i],
  },
  {
    code: 'invalid_input',
    patterns: [/\b(?:invalid|not valid|must be|required|mandatory|missing|out of range)\b/i],
  },
];

const CODE_OF_KIND: Readonly<Record<RefusalKind, string>> = {
  authentication: 'invalid_credentials',
  permission: 'not_permitted',
  'not-found': 'not_found',
  rejected: 'zentitle_refused',
  fault: 'server_fault',
};

/** Enough of a server's text to understand it by. */
const READ_CHARACTERS = 1000;

/** The known reason in a sentence; null when there is none. */
export function knownReason(text: string): Reason | null {
  const head = text.slice(0, READ_CHARACTERS);
  const found = REASONS.find(({ patterns }) => patterns.some((pattern) => pattern.test(head)));
  return found === undefined ? null : reasonOf(found.code);
}

function reasonOf(code: string): Reason {
  const { kind = 'rejected', next } = ZENTITLE_CODES.get(code) ?? {};
  return { kind, code, hint: next };
}

/**
 * What a refusal means, in the server's own words as far as it has any.
 * @param kind where the HTTP status decides the kind, whatever the text says.
 */
export function refusalOf(
  text: string | null,
  status: number,
  operation: Operation | undefined,
  kind?: RefusalKind,
): Refusal {
  const reason = text === null ? null : knownReason(text);
  const decided = kind ?? reason?.kind ?? 'rejected';
  const known = reason?.kind === decided ? reason : null;
  return {
    kind: decided,
    code: known?.code ?? CODE_OF_KIND[decided],
    message: text === null ? `Zentitle refused with HTTP ${status}.` : `Zentitle answered: ${text}`,
    hint: known?.hint ?? hintFor(decided, operation),
  };
}

function hintFor(kind: RefusalKind, operation: Operation | undefined): string | undefined {
  if (kind === 'authentication') return nextStep(CODE_OF_KIND.authentication);
  if (kind !== 'permission' || operation?.keyKinds === undefined) return undefined;
  return `This call takes a key of the kind ${operation.keyKinds.join(' or ')}.`;
}
