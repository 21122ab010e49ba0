/** What a system offers around products: what they consist of, and the codes and licences made from them. */
import type { Ask } from './provider.js';
import type { ChangeRecord } from './records.js';

export interface ProductCapabilities {
  /** Licences of a LAN daemon. */
  readonly network?: { readonly master: Ask<ChangeRecord> };
}
