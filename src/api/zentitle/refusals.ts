/**
 * What a refusal means. The document says only that an error description takes the place of the answer; the wording
 * is not documented. These patterns are a reading of its descriptions and of what clients of the older service met;
 * anything else is a refusal without a known reason, in the server's own words.
 */
import type { Operation } from '../operation.js';
import type { Refusal, RefusalKind } from '../refusal.js';

type Reason = Pick<Refusal, 'kind' | 'code' | 'hint'>;

interface ReasonPattern extends Reason {
  /** Any of them will do. */
  readonly patterns: readonly RegExp[];
}

/** The first that fits decides. */
const REASONS: readonly ReasonPattern[] = [
  {
    kind: 'authentication',
    code: 'invalid_credentials',
    patterns: [
      /\b(?:invalid|incorrect|wrong|unknown|missing|bad|expired)\b.{0,20}\b(?:api ?key|customer(?: ?id)?|authori[sz]ation|token)\b/i,
      /\b(?:api ?key|customer)\b.{0,30}\b(?:invalid|incorrect|wrong|unknown|missing|expired|disabled|revoked)\b/i,
      /\b(?:api ?key|customer)\b.{0,30}\b(?:not (?:valid|found|recogni[sz]ed|exist)|doesn't exist)\b/i,
      /\b(?:authentication (?:has )?failed|(?:not |un)authenticated|unauthori[sz]ed)\b/i,
    ],
  },
  {
    kind: 'permission',
    code: 'not_permitted',
    patterns: [
      /\b(?:access (?:is |was )?denied|authori[sz]ation has been denied|forbidden)\b/i,
      /\bnot (?:authori[sz]ed|permitted|accessible)\b/i,
      /\b(?:no|insufficient|lacks?|without|not have)\b.{0,30}\b(?:permissions?|privileges?|rights|access)\b/i,
      /\bkeys?\b.{0,40}\b(?:not|cannot|can't|doesn't)\b.{0,20}\b(?:allow|access|permit|use|call|support)/i,
    ],
  },
  {
    kind: 'rejected',
    code: 'code_bank_empty',
    hint: 'To add some: licensectl codes allocate, or codes import. A code bank that is empty is filled by the vendor.',
    patterns: [
      /\bcode bank\b/i,
      /\b(?:no|not enough|insufficient)\b.{0,30}\bcodes?\b.{0,30}\b(?:available|left|remain)/i,
      /\bout of (?:licen[cs]e )?codes\b/i,
    ],
  },
  {
    kind: 'not-found',
    code: 'no_activity',
    hint: 'licensectl codes activity CODE --product ID shows the computers that have it.',
    patterns: [
      /\bno (?:current )?(?:activity|activations?)\b(?!.{0,20}\b(?:left|remain|available|allowed))/i,
    ],
  },
  {
    kind: 'not-found',
    code: 'not_assigned',
    hint: 'licensectl group assignment CODE tells the group of a code, group assign puts it into one.',
    patterns: [/\bnot (?:currently )?assigned\b/i],
  },
  {
    kind: 'not-found',
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
    kind: 'rejected',
    code: 'already_exists',
    hint: 'Choose another name or code; what there is stays as it was.',
    patterns: [
      /\balready (?:exists?|in use|used|taken|assigned|imported)\b/i,
      /\bduplicate\b|\bmust be unique\b/i,
    ],
  },
  {
    kind: 'rejected',
    code: 'activations_used_up',
    hint: 'Free a computer that is no longer used: licensectl deactivate CODE --computer ID',
    patterns: [/\b(?:maximum|max|limit|exceed(?:ed|s)?|all|no)\b.{0,40}\b(?:activations?|clients?)\b/i],
  },
  {
    kind: 'rejected',
    code: 'trial_activated',
    hint: 'It was bought: licensectl trial status shows how it stands.',
    patterns: [/\btrial\b.{0,40}\b(?:activated|converted)\b/i],
  },
  {
    kind: 'rejected',
    code: 'certificate_invalid',
    hint: 'Check that it is the whole file as the client made it, for this product, and not used before.',
    patterns: [/\bcertificate\b/i],
  },
  {
    kind: 'rejected',
    code: 'expired',
    hint: 'licensectl codes show CODE tells when it ended.',
    patterns: [/\bexpired\b/i],
  },
  {
    kind: 'rejected',
    code: 'disabled',
    hint: 'licensectl codes show CODE tells what is enabled; the Zentitle administration changes it.',
    patterns: [/\b(?:disabled|not enabled)\b/i],
  },
  {
    kind: 'rejected',
    code: 'invalid_input',
    hint: 'Look at what would be sent with --dry-run; the command’s --help says what each value means.',
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
  return REASONS.find(({ patterns }) => patterns.some((pattern) => pattern.test(head))) ?? null;
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
  if (kind === 'authentication') return 'Check the customer id and the API key, then run: licensectl login';
  if (kind !== 'permission' || operation?.keyKinds === undefined) return undefined;
  return `This call takes a key of the kind ${operation.keyKinds.join(' or ')}.`;
}
