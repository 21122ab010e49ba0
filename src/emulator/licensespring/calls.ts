/** The calls of the emulated License API v4, by method and path. */
import type { SystemDeps } from '../system.js';
import { activate, deactivate } from './activation.js';
import type { Caller } from './authorization.js';
import { check, deviceLicenses } from './check.js';
import { borrow, release } from './floating.js';
import type { Input } from './input.js';
import { productDetails } from './products.js';

export interface Call {
  /** Whether a read-only key is refused. */
  readonly changes: boolean;
  /** An object is answered as signed JSON, a text as it is. */
  run(input: Input, deps: SystemDeps, caller: Caller): object | string;
}

export const CALLS: Readonly<Record<string, Call>> = {
  'POST /api/v4/activate_license': { changes: true, run: activate },
  'POST /api/v4/deactivate_license': { changes: true, run: deactivate },
  'GET /api/v4/check_license': { changes: false, run: check },
  'POST /api/v4/floating/borrow': { changes: true, run: borrow },
  'POST /api/v4/floating/release': { changes: true, run: release },
  'GET /api/v4/product_details': { changes: false, run: productDetails },
  'GET /api/v4/device_licenses': { changes: false, run: deviceLicenses },
};
