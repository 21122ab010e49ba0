/** LicenseSpring: what a device uses: bundles, features, consumption, variables, trials. */
import type { Client } from '../../client.js';
import type { Input } from '../../operation.js';
import type { Capabilities, CapabilityDeps } from '../../provider.js';
import { readText } from '../../read.js';
import type { DeactivationRecord } from '../../records.js';
import { askingWith } from '../asking.js';
import {
  activation,
  type BodyOf,
  borrowIn,
  deactivation,
  expectDeactivated,
  licenseObjects,
  listWith,
  objectWith,
  release,
} from '../license-answer.js';
import { activateBundle, checkBundle, deactivateBundle } from '../operations-bundle.js';
import { trialKey } from '../operations-catalog.js';
import {
  addConsumption,
  addFeatureConsumption,
  borrowFeature,
  checkFeature,
  getVariables,
  releaseFeature,
  trackVariables,
} from '../operations-usage.js';
import { readLicense } from '../read.js';
import { readTrialKey } from '../read-trial.js';
import { readBorrow, readConsumption, readLicenseFeature, readVariable } from '../read-usage.js';
import { featureSeatTaken, licenseSeatTaken } from '../seat-notices.js';

const featureIn = objectWith(['code', 'id', 'feature_type'], 'a feature');
const consumptionIn = objectWith(
  ['total_consumptions', 'max_consumptions', 'max_consumption', 'license_id', 'id'],
  'what has been counted',
);
const trialIn = objectWith(['license', 'license_key', 'license_user'], 'a trial');
const variablesIn = listWith(['variable'], 'a list of variables');

export function createUsage(client: Client, deps: CapabilityDeps): Capabilities {
  const asking = askingWith(client);
  return {
    bundles: {
      activate: asking(activateBundle, licenseObjects, (bodies, input) =>
        bodies.map((body) => activation(readLicense(body, deps.now()), body, input)),
      ),
      deactivate: asking(deactivateBundle, expectDeactivated, (_word, input) => freedBundle(input)),
      check: asking(checkBundle, licenseObjects, (bodies, input) => {
        const licenses = bodies.map((body) => readLicense(body, deps.now()));
        const seat = licenses.find(({ floatingCloud }) => floatingCloud === true);
        if (seat !== undefined) deps.notice(licenseSeatTaken(seat, input), 'seat_taken');
        return licenses;
      }),
    },

    licenseFeatures: {
      check: asking(checkFeature, featureIn, (body, input) => {
        const feature = readLicenseFeature(body, input, deps.now());
        if (feature.floating) deps.notice(featureSeatTaken(feature, input), 'seat_taken');
        return feature;
      }),
      consume: asking(addFeatureConsumption, consumptionIn, readConsumption),
      borrow: asking(borrowFeature, borrowIn, readBorrow),
      release: asking(releaseFeature, anyBody, (_body, input) => releasedFeature(input)),
    },

    consumption: { add: asking(addConsumption, consumptionIn, readConsumption) },

    trialKeys: { create: asking(trialKey, trialIn, readTrialKey) },

    variables: {
      list: asking(getVariables, variablesIn, (bodies) => bodies.map(readVariable)),
      set: asking(trackVariables, variablesIn, (bodies) => bodies.map(readVariable)),
    },
  };
}

const anyBody: BodyOf<undefined> = () => undefined;

/** How many licences the bundle has is not told. */
function freedBundle(input: Input): DeactivationRecord {
  return { ...deactivation(input), removed: null };
}

/** What the server says then is documented as nothing, and not looked at. */
function releasedFeature(input: Input): DeactivationRecord {
  return { ...release(input), feature: readText(input.feature) };
}
