/** What a system offers around a licence on a device: bundles, features, consumption, variables, versions, look-ups. */
import type {
  BorrowRecord,
  ConsumptionRecord,
  CustomerUserRecord,
  LicenseFeatureRecord,
  LicenseFileRecord,
  SignOnUrlRecord,
  TrialKeyRecord,
  VariableRecord,
  VersionRecord,
} from './device-records.js';
import type { Ask } from './provider.js';
import type { ActivationRecord, DeactivationRecord, LicenseRecord } from './records.js';

export interface DeviceCapabilities {
  /** All licences of a bundle at once. */
  readonly bundles?: {
    readonly activate: Ask<readonly ActivationRecord[]>;
    readonly deactivate: Ask<DeactivationRecord>;
    /** Takes or renews floating slots. */
    readonly check: Ask<readonly LicenseRecord[]>;
  };
  /** Features of a licence, as a device uses them. */
  readonly licenseFeatures?: {
    /** Takes or renews a floating slot of the feature. */
    readonly check: Ask<LicenseFeatureRecord>;
    readonly consume: Ask<ConsumptionRecord>;
    readonly borrow: Ask<BorrowRecord>;
    readonly release: Ask<DeactivationRecord>;
  };
  readonly consumption?: { readonly add: Ask<ConsumptionRecord> };
  /** Makes a trial for a device, or answers with the one it has. */
  readonly trialKeys?: { readonly create: Ask<TrialKeyRecord> };
  readonly licenses?: {
    readonly ofUser: Ask<readonly LicenseRecord[]>;
    readonly onDevice: Ask<readonly LicenseRecord[]>;
  };
  readonly customers?: { readonly users: Ask<readonly CustomerUserRecord[]> };
  /** Values that a device keeps with its licence. */
  readonly variables?: {
    readonly list: Ask<readonly VariableRecord[]>;
    readonly set: Ask<readonly VariableRecord[]>;
  };
  /** Versions of a product that a licence may use. */
  readonly versions?: {
    readonly list: Ask<readonly VersionRecord[]>;
    readonly show: Ask<VersionRecord>;
  };
  /** Request files that a client wrote, sent for it. */
  readonly licenseFiles?: {
    readonly activate: Ask<LicenseFileRecord>;
    readonly activateBundle: Ask<LicenseFileRecord>;
    readonly deactivate: Ask<DeactivationRecord>;
    readonly deactivateBundle: Ask<DeactivationRecord>;
  };
  /** Links to where a person signs in. */
  readonly signOn?: {
    readonly sso: Ask<SignOnUrlRecord>;
    readonly oauth: Ask<SignOnUrlRecord>;
  };
}
