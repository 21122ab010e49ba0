/** LicenseSpring: what a device uses. */
import type { CatalogEntry } from './entry.js';

export const LICENSESPRING_USAGE: readonly CatalogEntry[] = [];
