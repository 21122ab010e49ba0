/** Normalised records of products, what they consist of, and what is made from them. The rules of `records.ts` hold. */
import type { CustomFieldRecord } from './records.js';

export interface ProductFeatureRecord {
  readonly code: string;
  readonly name: string | null;
  /** null where the server does not tell. */
  readonly enabled: boolean | null;
  /** normal, floating, element-pool, consumption-tokens, secure-store, or the raw word. */
  readonly type: string | null;
  /** null for the default group. */
  readonly group: string | null;
  readonly notes: string | null;
  /** Only where the server tells: no documented answer does. */
  readonly inTrials?: boolean;
}

export interface ProductRecord {
  /** What `--product` takes: the id at Zentitle, the short code at LicenseSpring. */
  readonly product: string;
  /** The server's own number for it. */
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
  /** For each code of the product, unless its profile says otherwise. */
  readonly activationsAllowed: number | null;
  readonly trialDays: number | null;
  readonly clientLeaseHours: number | null;
  readonly offlineLeaseHours: number | null;
  /** 0 is unlimited. */
  readonly vmLeaseHours: number | null;
  /** Who a licence is made out to: license-key, user, or the raw word. */
  readonly authorization: string | null;
  readonly trialsAllowed: boolean | null;
  readonly floatingTimeoutMinutes: number | null;
  readonly overagesAllowed: boolean | null;
  /** How far above the limit counting may go; null for no limit or unknown. */
  readonly maxOverages: number | null;
  readonly virtualMachinesAllowed: boolean | null;
  /** null where it was not asked for, too. */
  readonly latestVersion: string | null;
  /** null where the answer is not about them. */
  readonly features: readonly ProductFeatureRecord[] | null;
  readonly customFields: readonly CustomFieldRecord[] | null;
}

/** A code that was just made, imported or handed out. */
export interface NewCodeRecord {
  readonly code: string;
  readonly product: string | null;
  /** null for no company, and where the call does not take one. */
  readonly companyId: string | null;
  /** null for the default profile. */
  readonly profile: string | null;
}

/** A code that is active on a computer. */
export interface ActiveCodeRecord {
  readonly code: string;
  readonly product: string | null;
  readonly computer: string;
}

/** The licence of a LAN daemon. */
export interface MasterLicenseRecord {
  readonly kind: 'network-master';
  readonly product: string | null;
  readonly companyId: string | null;
  /** The certificate in the answer, or a code; nothing of it is documented. null where there is neither. */
  readonly certificate: string | null;
  /** The server's sentence, where it sent one. */
  readonly message: string | null;
}

/** A computer, as its client described it. */
export interface SystemRecord {
  readonly computer: string | null;
  readonly computerName: string | null;
  readonly operatingSystem: string | null;
  /** 32 or 64. */
  readonly bitness: number | null;
  /** In pixels. */
  readonly screenWidth: number | null;
  readonly screenHeight: number | null;
  readonly processor: string | null;
  readonly cores: number | null;
  /** As the client reports it; the unit is not documented, examples look like megabytes. */
  readonly memory: number | null;
  readonly osLanguage: string | null;
  readonly appLanguage: string | null;
  /** DESKTOP, … */
  readonly type: string | null;
  readonly licenseStatus: string | null;
  /** Of the client's application. */
  readonly version: string | null;
  readonly build: string | null;
  readonly edition: string | null;
  /** `Physical` for no virtual machine. */
  readonly vmPlatform: string | null;
}
