/** Calls of the License API v4 on features, consumption and device variables. */
import { text } from '../field-kinds.js';
import type { Field, Operation } from '../operation.js';
import {
  BORROWED_UNTIL,
  FEATURE,
  NAMED,
  NAMED_RULES,
  OPTIONS,
  PROVEN,
  PROVEN_RULES,
  SDK_VER,
  VARIABLES,
} from './fields.js';
import { row } from './row.js';

const CONSUMPTIONS: Field = {
  name: 'consumptions',
  type: 'integer',
  note: 'How many to count; 1 when absent, negative where the licence allows it.',
};

const EVENT: Field = text('event', 'Why it is counted; consumption_add when absent.', {
  values: ['consumption_add', 'offline_floating_consumptions_sync'],
});

export const checkFeature = row({
  id: 'licensespring.feature.check',
  method: 'GET',
  call: 'check_license_feature',
  summary: 'State of a feature on a device; takes or renews its floating slot.',
  effect: 'write',
  input: [
    ...NAMED,
    FEATURE,
    ...OPTIONS,
    SDK_VER,
    { name: 'include_metadata_string', type: 'boolean', note: 'Gives the metadata as text, too.' },
  ],
  rules: NAMED_RULES,
  answer: { kind: 'record' },
});

export const borrowFeature = row({
  id: 'licensespring.feature.borrow',
  method: 'POST',
  call: 'floating/feature_borrow',
  summary: 'Holds a floating slot of a feature until a given time.',
  effect: 'write',
  input: [...PROVEN, FEATURE, ...OPTIONS, SDK_VER, BORROWED_UNTIL],
  rules: PROVEN_RULES,
  answer: { kind: 'record' },
  guess: 'What it answers is taken from borrowing a seat of a licence.',
});

export const releaseFeature = row({
  id: 'licensespring.feature.release',
  method: 'POST',
  call: 'floating/feature_release',
  summary: 'Gives back the floating slot of a feature.',
  effect: 'write',
  input: [...NAMED, FEATURE, ...OPTIONS, SDK_VER],
  rules: NAMED_RULES,
  answer: { kind: 'empty' },
});

export const addConsumption = row({
  id: 'licensespring.consumption.add',
  method: 'POST',
  call: 'add_consumption',
  summary: 'Counts usage against a consumption licence.',
  effect: 'consume',
  input: [
    ...NAMED,
    ...OPTIONS,
    SDK_VER,
    CONSUMPTIONS,
    { name: 'max_overages', type: 'integer', note: 'How far above the maximum counting may go.' },
    { name: 'allow_overages', type: 'boolean', note: 'Whether counting may go above the maximum.' },
    EVENT,
  ],
  rules: NAMED_RULES,
  answer: { kind: 'record' },
});

export const addFeatureConsumption = row({
  id: 'licensespring.consumption.add-feature',
  method: 'POST',
  call: 'add_feature_consumption',
  summary: 'Counts usage against a consumption feature.',
  effect: 'consume',
  input: [...NAMED, FEATURE, ...OPTIONS, SDK_VER, CONSUMPTIONS, EVENT],
  rules: NAMED_RULES,
  answer: { kind: 'record' },
});

export const trackVariables = row({
  id: 'licensespring.variables.track',
  method: 'POST',
  call: 'track_device_variables',
  summary: 'Sets variables of a device.',
  effect: 'write',
  input: [...NAMED, ...OPTIONS, SDK_VER, { ...VARIABLES, required: true }],
  rules: NAMED_RULES,
  answer: { kind: 'records' },
});

export const getVariables = row({
  id: 'licensespring.variables.list',
  method: 'GET',
  call: 'get_device_variables',
  summary: 'Variables of a device.',
  effect: 'read',
  input: [...NAMED, ...OPTIONS, SDK_VER],
  rules: NAMED_RULES,
  answer: { kind: 'records' },
});

export const usageOperations: readonly Operation[] = [
  checkFeature,
  borrowFeature,
  releaseFeature,
  addConsumption,
  addFeatureConsumption,
  trackVariables,
  getVariables,
];
