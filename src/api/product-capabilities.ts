/** What a system offers around products: what they consist of, and the codes and licences made from them. */
import type {
  ActiveCodeRecord,
  MasterLicenseRecord,
  NewCodeRecord,
  ProductRecord,
  SystemRecord,
} from './product-records.js';
import type { Ask, WideAsk } from './provider.js';
import type { ActivationRecord, ChangeRecord, CreatedRecord } from './records.js';

/** What hangs on a product by name. Several can be made or changed at once; one is deleted at a time. */
export interface ProductParts {
  readonly create: Ask<ChangeRecord>;
  readonly update: Ask<ChangeRecord>;
  readonly delete: Ask<ChangeRecord>;
}

export interface ProductCapabilities {
  readonly products?: {
    readonly list: Ask<readonly ProductRecord[]>;
    readonly show: Ask<ProductRecord>;
    readonly create?: Ask<CreatedRecord>;
    readonly update?: Ask<ChangeRecord>;
  };
  readonly featureGroups?: ProductParts;
  readonly features?: ProductParts;
  readonly customFields?: ProductParts;
  /** Licences of a LAN daemon. */
  readonly network?: { readonly master: Ask<MasterLicenseRecord> };
  /** Computers that activated. */
  readonly systems?: { readonly show: Ask<SystemRecord> };
}

/** What can be done with codes besides listing and showing them, as far as the system has it. */
export interface CodeCalls {
  /** Takes new ones from the account's bank of codes; none come back where the server does not name them. */
  readonly allocate?: Ask<readonly NewCodeRecord[]>;
  readonly import?: Ask<readonly NewCodeRecord[]>;
  readonly update?: WideAsk<ChangeRecord>;
  /** Hands out unused ones. @throws RejectedError `no_codes` when there is none */
  readonly next?: Ask<readonly NewCodeRecord[]>;
  readonly activity?: Ask<readonly ActivationRecord[]>;
  readonly activated?: Ask<readonly ActiveCodeRecord[]>;
  /** Marks every activation of a code as returned. */
  readonly return?: WideAsk<ChangeRecord>;
  /** Deletes the activity of a code: on one computer, or with consent all of it. */
  readonly clear?: WideAsk<ChangeRecord>;
}
