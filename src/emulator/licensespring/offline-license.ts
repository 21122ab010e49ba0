/** The licence that an offline activation answers: what goes back to the machine by hand. */
import { isRecord } from '../json-body.js';
import { type Input, optionalText } from './input.js';
import { type OfflineSigner, offlineSignature } from './offline-request.js';
import { sign } from './signatures.js';

type Members = Readonly<Record<string, unknown>>;

/** What a reply is made with, beside the licence. */
export interface OfflineReply {
  readonly input: Input;
  readonly signer: OfflineSigner;
  /** The time of the reply. Its form is not documented; here that of the Date header. */
  readonly date: string;
}

/**
 * The answer of an online activation with the members of an offline one. `license_signature_v2` covers all but the two
 * licence signatures.
 *
 * @param activated a licence object with `license_signature`
 */
export function offlineLicense(activated: object, reply: OfflineReply): object {
  const license: Members = { ...activated };
  const { license_signature, ...members } = license;
  const signed = { ...members, ...usernameMember(license, reply), ...replyMembers(reply) };
  return { ...signed, license_signature, license_signature_v2: sign(JSON.stringify(signed)) };
}

/**
 * The licences of a bundle in one reply. Of its form only `bundle_signature_v2` is documented; here that covers all
 * else, and each licence has its own `license_signature`, as online.
 *
 * @param activated licence objects
 */
export function offlineBundle(activated: readonly object[], reply: OfflineReply): object {
  const [first = {}] = activated;
  const signed = { licenses: activated, ...usernameMember({ ...first }, reply), ...replyMembers(reply) };
  return { ...signed, bundle_signature_v2: sign(JSON.stringify(signed)) };
}

/** Not documented: whose identity stands in `offline_signature` where the reply spells it otherwise (the request's). */
function replyMembers({ input, signer, date }: OfflineReply): object {
  return { date, offline_signature: offlineSignature(input, date, signer) };
}

/** With users the e-mail, a bar and the code of the customer's account; without an account the e-mail alone (a guess). */
function usernameMember(license: Members, { input }: OfflineReply): object {
  const username = optionalText(input, 'username');
  if (username === undefined || !isRecord(license.user)) return {};
  const { customer } = license;
  const account = isRecord(customer) && isRecord(customer.customer_account) ? customer.customer_account : {};
  const isComplete = username.includes('|') || account.code === undefined;
  return { username: isComplete ? username : `${username}|${String(account.code)}` };
}
