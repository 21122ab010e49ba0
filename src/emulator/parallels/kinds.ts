/**
 * Kinds of RAS licence. The six v21 names are documented; the numbers are their one-based order, of which the
 * licensing sample proves only 3 with SPLA. The display names are ours but for the sample's SPLA.
 */
export const KINDS = {
  permanent: { type: 1, name: 'Permanent', displayName: 'Parallels Remote Application Server' },
  prepaid: { type: 2, name: 'PrePaid', displayName: 'Parallels Remote Application Server Subscription' },
  spla: { type: 3, name: 'PostPaid', displayName: 'Parallels Remote Application Server SPLA' },
  nfr: { type: 2, name: 'PrePaid', displayName: 'Parallels Remote Application Server NFR' },
  trial: { type: 6, name: 'NormalTrial', displayName: 'Parallels Remote Application Server Trial' },
} as const;

export type LicenseKind = keyof typeof KINDS;

/** An unknown name, in a world edited by hand, counts as prepaid. */
export function kindOf(name: string): LicenseKind {
  return isKind(name) ? name : 'prepaid';
}

function isKind(name: string): name is LicenseKind {
  return Object.hasOwn(KINDS, name);
}
