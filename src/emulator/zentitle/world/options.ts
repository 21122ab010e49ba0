/** Short writing for the options of seeded records. */
import {
  type FeatureSetting,
  type FeatureType,
  LONG_TERM_CHECKOUT,
  type Options,
  type ServerFunction,
} from '../options.js';

/** A feature that is on; limit and count are left out for normal ones. */
export function on(code: string, type: FeatureType, limit = 0, count = 0): FeatureSetting {
  return { code, type, on: true, limit, count };
}

export function off(code: string, type: FeatureType): FeatureSetting {
  return { code, type, on: false, limit: 0, count: 0 };
}

/** Long-term check-out for so many days, the feature check on, and the third as given. */
export function functions(longTermDays: number, other: ServerFunction): readonly ServerFunction[] {
  return [
    { name: LONG_TERM_CHECKOUT, on: true, value: String(longTermDays) },
    { name: 'FeatureAvailability', on: true, value: '' },
    other,
  ];
}

export const OTHER_OFF: ServerFunction = { name: 'Otherfunc', on: false, value: '' };
export const OTHER_TEN: ServerFunction = { name: 'Otherfunc', on: true, value: '10' };

export function udfs(...pairs: readonly (readonly [name: string, value: string])[]): Options['udfs'] {
  return pairs.map(([name, value]) => ({ name, value }));
}
