/** POST add_consumption and POST add_feature_consumption. */
import { numberOf, textOf } from '../row.js';
import type { SystemDeps } from '../system.js';
import {
  addToMeter,
  consumed,
  consumptionSettings,
  featureMeter,
  isConsumption,
  licenseMeter,
  type Overages,
} from './consumption.js';
import { noteContact, requireUsableDevice } from './devices.js';
import { featureObject, findFeature } from './features.js';
import { readAgain, requireLicense } from './find-license.js';
import { type Input, optionalBoolean, optionalInteger, requiredText } from './input.js';
import { COMPANY } from './products.js';
import { LicenseSpringRefusal } from './refusal.js';

const EVENTS = ['consumption_add', 'offline_floating_consumptions_sync'];

/**
 * `allow_overages` and `max_overages` change the licence for good, as the vendor's pages on its programs say.
 * Not documented: a licence of another type, which is refused as invalid input.
 */
export function addConsumption(input: Input, deps: SystemDeps): object {
  const hardwareId = requiredText(input, 'hardware_id');
  const license = requireLicense(deps, input, false);
  const device = requireUsableDevice(deps, license, hardwareId);
  checkEvent(input);
  const amount = optionalInteger(input, 'consumptions') ?? 1;
  const overages = readOverages(input);
  if (!isConsumption(license.row)) {
    throw new LicenseSpringRefusal('validation_error', 'The license is not of the consumption type.');
  }
  addToMeter(deps, licenseMeter(license.row), amount, overages);
  noteContact(deps, device.id, input);
  const { row } = readAgain(deps, license);
  return {
    id: license.id,
    total_consumptions: consumed(row, deps.now()),
    max_consumptions: numberOf(row, 'max_consumptions'),
    ...consumptionSettings(row),
    company: COMPANY,
  };
}

/** Not documented: a feature that has expired or is not of the consumption type is as unsupported as an unknown one. */
export function addFeatureConsumption(input: Input, deps: SystemDeps): object {
  const hardwareId = requiredText(input, 'hardware_id');
  const code = requiredText(input, 'feature');
  const license = requireLicense(deps, input, false);
  const device = requireUsableDevice(deps, license, hardwareId);
  checkEvent(input);
  const amount = optionalInteger(input, 'consumptions') ?? 1;
  const row = findFeature(deps, license, code);
  if (row === undefined || textOf(row, 'feature_type') !== 'consumption') {
    throw new LicenseSpringRefusal('unsupported_product_feature');
  }
  addToMeter(deps, featureMeter(row), amount);
  noteContact(deps, device.id, input);
  const counted = findFeature(deps, license, code) ?? row;
  return { ...featureObject(counted, deps.now()), license_id: license.id, company: COMPANY };
}

/** The documents show a list with one of two words; a bare word is taken, too. What they change is not documented. */
function checkEvent({ event }: Input): void {
  const words: unknown[] = Array.isArray(event) ? event : [event ?? EVENTS[0]];
  const [word] = words;
  if (words.length !== 1 || typeof word !== 'string' || !EVENTS.includes(word)) {
    throw new LicenseSpringRefusal('validation_error', `event must be one of ${EVENTS.join(', ')}.`);
  }
}

function readOverages(input: Input): Overages {
  const max = optionalInteger(input, 'max_overages');
  if (max !== undefined && max < 0) {
    throw new LicenseSpringRefusal('validation_error', 'max_overages must not be negative.');
  }
  const allow = (input.allow_overages ?? '') === '' ? undefined : optionalBoolean(input, 'allow_overages');
  return { ...(max === undefined ? {} : { max }), ...(allow === undefined ? {} : { allow }) };
}
