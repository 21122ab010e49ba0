/** Which row of the License API v4 stands behind each capability. */
import type { ProviderModule } from '../provider.js';
import {
  activateLicense,
  borrowFloating,
  checkLicense,
  deactivateLicense,
  releaseFloating,
} from './operations.js';
import { activateBundle, checkBundle, deactivateBundle } from './operations-bundle.js';
import {
  changePassword,
  customerUsers,
  deviceLicenses,
  installationFile,
  oauthUrl,
  productDetails,
  products,
  ssoUrl,
  trialKey,
  userLicenses,
  versions,
} from './operations-catalog.js';
import {
  activateBundleOffline,
  activateOffline,
  deactivateBundleOffline,
  deactivateOffline,
} from './operations-offline.js';
import {
  addConsumption,
  addFeatureConsumption,
  borrowFeature,
  checkFeature,
  getVariables,
  releaseFeature,
  trackVariables,
} from './operations-usage.js';

export const LICENSESPRING_ROWS: ProviderModule['rows'] = {
  activate: activateLicense,
  deactivate: deactivateLicense,
  show: checkLicense,
  check: checkLicense,
  'seats.request': checkLicense,
  'seats.heartbeat': checkLicense,
  'seats.release': releaseFloating,
  'seats.borrow': borrowFloating,
  'bundles.activate': activateBundle,
  'bundles.deactivate': deactivateBundle,
  'bundles.check': checkBundle,
  'licenses.of-user': userLicenses,
  'licenses.on-device': deviceLicenses,
  'license-features.check': checkFeature,
  'license-features.consume': addFeatureConsumption,
  'license-features.borrow': borrowFeature,
  'license-features.release': releaseFeature,
  'consumption.add': addConsumption,
  'variables.list': getVariables,
  'variables.set': trackVariables,
  'versions.list': versions,
  'versions.show': installationFile,
  'customers.users': customerUsers,
  'sso.url': ssoUrl,
  'oauth.url': oauthUrl,
  'products.list': products,
  'products.show': productDetails,
  'users.password': changePassword,
  'trials.create': trialKey,
  'offline.activate': activateOffline,
  'offline.activate-bundle': activateBundleOffline,
  'offline.deactivate': deactivateOffline,
  'offline.deactivate-bundle': deactivateBundleOffline,
};
