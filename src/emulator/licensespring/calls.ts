/** The calls of the emulated License API v4, by method and path. */
import type { SystemDeps } from '../system.js';
import { activate, deactivate } from './activation.js';
import { activateBundle, checkBundle, deactivateBundle } from './bundles.js';
import { check, deviceLicenses } from './check.js';
import { addConsumption, addFeatureConsumption } from './consumption-calls.js';
import type { Caller } from './credentials.js';
import { customerLicenseUsers } from './customers.js';
import { borrowFeature, checkFeature, releaseFeature } from './feature-calls.js';
import { borrow, release } from './floating.js';
import type { Input } from './input.js';
import { productDetails, products } from './products.js';
import { oauthUrl, ssoUrl } from './sign-on.js';
import { trialKey } from './trials.js';
import { changePassword, userLicenses } from './user-calls.js';
import { getVariables, trackVariables } from './variables.js';
import { installationFile, versions } from './version-calls.js';

export interface Call {
  /** Whether a read-only key is refused. */
  readonly changes: boolean;
  /** An object is answered as signed JSON, a text as it is. */
  run(input: Input, deps: SystemDeps, caller: Caller): object | string;
}

/**
 * Not documented: which calls a read-only key may not make. Here those that change a record; a check, which takes a
 * slot at most, it may.
 */
export const CALLS: Readonly<Record<string, Call>> = {
  'POST /api/v4/activate_license': { changes: true, run: activate },
  'POST /api/v4/deactivate_license': { changes: true, run: deactivate },
  'GET /api/v4/check_license': { changes: false, run: check },
  'POST /api/v4/activate_bundle': { changes: true, run: activateBundle },
  'POST /api/v4/deactivate_bundle': { changes: true, run: deactivateBundle },
  'GET /api/v4/check_bundle': { changes: false, run: checkBundle },
  'GET /api/v4/check_license_feature': { changes: false, run: checkFeature },
  'POST /api/v4/add_consumption': { changes: true, run: addConsumption },
  'POST /api/v4/add_feature_consumption': { changes: true, run: addFeatureConsumption },
  'POST /api/v4/floating/borrow': { changes: true, run: borrow },
  'POST /api/v4/floating/release': { changes: true, run: release },
  'POST /api/v4/floating/feature_borrow': { changes: true, run: borrowFeature },
  'POST /api/v4/floating/feature_release': { changes: true, run: releaseFeature },
  'GET /api/v4/trial_key': { changes: true, run: trialKey },
  'GET /api/v4/user_licenses': { changes: false, run: userLicenses },
  'GET /api/v4/device_licenses': { changes: false, run: deviceLicenses },
  'GET /api/v4/customer_license_users': { changes: false, run: customerLicenseUsers },
  'GET /api/v4/product_details': { changes: false, run: productDetails },
  'GET /api/v4/products': { changes: false, run: products },
  'POST /api/v4/track_device_variables': { changes: true, run: trackVariables },
  'GET /api/v4/get_device_variables': { changes: false, run: getVariables },
  'POST /api/v4/change_password': { changes: true, run: changePassword },
  'GET /api/v4/versions': { changes: false, run: versions },
  'GET /api/v4/installation_file': { changes: false, run: installationFile },
  'GET /api/v4/sso_url': { changes: false, run: ssoUrl },
  'GET /api/v4/oauth_url': { changes: false, run: oauthUrl },
};
