/**
 * What a refusal of the Web API v1 can mean. The document says only that an error description takes the place of the
 * answer, so the names are ours, and what they stand for is read out of the server's words.
 */
import type { CodeMeaning, Meanings } from '../code-meaning.js';

const UNTOUCHED = 'What the customer has is as it was.';

const CODES: Readonly<Record<string, Omit<CodeMeaning, 'ours'>>> = {
  invalid_credentials: {
    kind: 'authentication',
    meaning: 'Zentitle does not accept the customer id with this API key.',
    next: 'Check the customer id and the API key, then run: licensectl login',
  },
  no_credentials: {
    kind: 'authentication',
    meaning: 'The context has no customer id or no API key, and Zentitle needs both.',
    next: 'Run: licensectl login, or set LICENSECTL_CUSTOMER_ID and LICENSECTL_API_KEY.',
  },
  malformed_credentials: {
    kind: 'authentication',
    meaning: 'The customer id or the API key holds blanks or other characters that no key has.',
    next: 'Paste them again, without line breaks.',
  },
  not_permitted: {
    kind: 'permission',
    meaning: 'The API key is known, and a key of its kind may not make this call.',
  },
  code_bank_empty: {
    kind: 'rejected',
    meaning: 'The account’s bank of codes has fewer codes left than were asked for.',
    customer: 'No code was taken.',
    next: 'To add some: licensectl codes allocate, or codes import. A code bank that is empty is filled by the vendor.',
  },
  no_codes: {
    kind: 'rejected',
    meaning: 'The profile has no unused code to hand out.',
    customer: 'No code was handed out.',
    next: 'Look for another --profile, or make some: licensectl codes allocate --count N',
  },
  no_activity: {
    kind: 'not-found',
    meaning: 'The code has no activation, or none on this computer.',
    customer: 'There is nothing to take away; the code can be activated.',
    next: 'licensectl codes activity CODE --product ID shows the computers that have it.',
  },
  not_assigned: {
    kind: 'not-found',
    meaning: 'The code is in no group, or not in this one.',
    next: 'licensectl group assignment CODE tells the group of a code, group assign puts it into one.',
  },
  not_found: {
    kind: 'not-found',
    meaning:
      'What the call names does not exist: a code, product, profile, company, group, user or computer.',
  },
  code_not_found: {
    kind: 'not-found',
    meaning: 'There is no such licence code, or not in this product.',
    customer: 'A typing mistake, or a code of another product or vendor.',
    next: 'Check its digits and the product; licensectl codes list --product ID shows what there is.',
  },
  product_not_found: {
    kind: 'not-found',
    meaning: 'There is no product with this id.',
    next: 'licensectl product list shows those that there are.',
  },
  profile_not_found: {
    kind: 'not-found',
    meaning: 'The product has no profile of this name.',
    next: 'licensectl profile list --product ID shows those that there are.',
  },
  company_not_found: {
    kind: 'not-found',
    meaning: 'There is no company with this id or name.',
    next: 'licensectl company list shows those that there are.',
  },
  computer_not_found: {
    kind: 'not-found',
    meaning: 'Zentitle has no system details of this computer for this product.',
    next: 'licensectl codes activated --computer ID shows whether it is known, and to which products.',
  },
  group_not_found: { kind: 'not-found', meaning: 'There is no group with this id or name.' },
  user_not_found: { kind: 'not-found', meaning: 'There is no end user with this id or name.' },
  already_exists: {
    kind: 'rejected',
    meaning: 'There is a thing of this name already, or the code is assigned or imported already.',
    next: 'Choose another name or code; what there is stays as it was.',
  },
  activations_used_up: {
    kind: 'rejected',
    meaning: 'The code is active on as many computers as it allows.',
    customer: 'Computers that are activated go on working; no other one can be added.',
    next: 'Free a computer that is no longer used: licensectl deactivate CODE --computer ID',
  },
  trial_activated: {
    kind: 'rejected',
    meaning: 'The trial was converted: the computer has a licence now.',
    customer: 'The computer goes on working with its licence.',
    next: 'It was bought: licensectl trial status shows how it stands.',
  },
  certificate_invalid: {
    kind: 'rejected',
    meaning: 'Zentitle does not accept the certificate or request of an offline client.',
    customer: 'The offline client stays as it is, activated or not.',
    next: 'Check that it is the whole file as the client made it, for this product, and not used before.',
  },
  expired: {
    kind: 'rejected',
    meaning: 'The code has passed its end.',
    customer: 'The product does not run any more until the code is renewed.',
    next: 'licensectl codes show CODE tells when it ended.',
  },
  disabled: {
    kind: 'rejected',
    meaning: 'The code, or what the call needs of it, is not enabled.',
    customer: 'It cannot be used until it is enabled.',
    next: 'licensectl codes show CODE tells what is enabled; the Zentitle administration changes it.',
  },
  invalid_input: {
    kind: 'rejected',
    meaning: 'A value of the call is missing, or not one that Zentitle takes.',
    customer: UNTOUCHED,
    next: 'Look at what would be sent with --dry-run; the command’s --help says what each value means.',
  },
  zentitle_refused: {
    kind: 'rejected',
    meaning: 'Zentitle refused for a reason that only its own words tell.',
    customer: UNTOUCHED,
  },
  server_fault: { kind: 'fault', meaning: 'Zentitle failed while it worked on the call.' },
  unreadable_answer: { kind: 'fault', meaning: 'The answer of Zentitle is not whole JSON.' },
  no_certificate: {
    kind: 'fault',
    meaning: 'Zentitle reported success and sent no certificate.',
    customer: 'The certificate may be counted as given.',
  },
};

export const ZENTITLE_CODES: Meanings = new Map(
  Object.entries(CODES).map(([code, meaning]) => [code, { ...meaning, ours: true }]),
);

/** The next step for a code: the hint of its error. */
export function nextStep(code: string): string | undefined {
  return ZENTITLE_CODES.get(code)?.next;
}
