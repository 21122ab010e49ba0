/** Whether answers are proved to come from the vendor, where a system signs them. */
import { parsePublicKey, publicKeyFingerprint } from '../../api/public-key.js';
import { signaturePolicy } from '../../api/signature-policy.js';
import type { ContextSettings } from '../../config/context.js';
import { type Finding, finder } from './finding.js';

const ADD_KEY = 'licensectl login --public-key FILE, with the key that the vendor publishes';

export function signaturesFinding(context: string, settings: ContextSettings): Finding {
  const { ok, warning, problem, failure } = finder(context, 'signatures');
  const policy = signaturePolicy(settings);
  if (policy === 'off') {
    return warning('Answers are not verified: the context says so.', 'licensectl login --signatures require');
  }
  if (settings.publicKey === undefined) {
    return policy === 'require'
      ? problem('The context requires signed answers and has no public key to verify them with.', ADD_KEY)
      : warning('Nothing proves that answers come from the vendor: there is no public key.', ADD_KEY);
  }
  let fingerprint: string;
  try {
    fingerprint = publicKeyFingerprint(parsePublicKey(settings.publicKey));
  } catch (error) {
    return failure(error);
  }
  const key = `the key ${fingerprint.slice(0, 23)}…`;
  return policy === 'require'
    ? ok(`Answers are verified with ${key}; others are refused.`)
    : warning(
        `Answers are verified with ${key}; those that fail are shown all the same.`,
        'licensectl login --signatures require',
      );
}
