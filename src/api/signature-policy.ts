/** What becomes of an answer that is not proved to come from the vendor, where a system signs its answers. */

/** `require` refuses it, `warn` tells, `off` does not look. */
export const SIGNATURE_POLICIES = ['require', 'warn', 'off'] as const;
export type SignaturePolicy = (typeof SIGNATURE_POLICIES)[number];

/** Without a word of the context: what can be proved must be, and what cannot is told. */
export function signaturePolicy(settings: {
  readonly publicKey?: string | undefined;
  readonly signatures?: string | undefined;
}): SignaturePolicy {
  const said = SIGNATURE_POLICIES.find((policy) => policy === settings.signatures);
  return said ?? (settings.publicKey === undefined ? 'warn' : 'require');
}
