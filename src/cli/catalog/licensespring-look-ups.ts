/** LicenseSpring: look-ups and sign-on. */
import type { CatalogEntry } from './entry.js';

export const LICENSESPRING_LOOK_UPS: readonly CatalogEntry[] = [];
