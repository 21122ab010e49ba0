/** Feature groups, features and custom fields of a product: three controllers of one pattern. */
import { list, text } from '../../field-kinds.js';
import type { Field, Operation } from '../../operation.js';
import { productId, trialFeatureRule } from './fields.js';
import { boolean } from './kinds.js';
import { required, row, says, spelled } from './row.js';

const product = required(spelled('productId', productId));

const groupName: Field = text('featureGroupName', 'Feature group.', { flag: 'feature-group' });

const featureCode: Field = text('featureCode', 'Feature code.', { flag: 'feature' });

const fieldName: Field = text('fieldName', 'Custom field.', { flag: 'udf' });

const notes: Field = text('notes', 'Notes on it.');

const availableInTrials: Field = boolean(
  'availableInTrials',
  'Whether a trial has it; true for normal features only.',
  { flag: 'in-trials' },
);

const groups = (fields: readonly Field[]): Field =>
  list('featureGroups', 'A feature group.', fields, { required: true, flag: 'feature-group' });

const features = (fields: readonly Field[]): Field =>
  list('features', 'A feature.', fields, { required: true, flag: 'feature' });

const customFields = (fields: readonly Field[]): Field =>
  list('udfValues', 'A custom field (Application Agility).', fields, { required: true, flag: 'udf' });

export const createFeatureGroups: Operation = row('POST', 'ProductFeatureGroups', {
  id: 'zentitle.feature-groups.create',
  summary: 'Create feature groups in a product',
  effect: 'create',
  input: [product, groups([required(groupName), notes])],
  answer: says('Product FeatureGroups Created Successfully'),
});

export const updateFeatureGroups: Operation = row('PUT', 'ProductFeatureGroups', {
  id: 'zentitle.feature-groups.update',
  summary: 'Rename feature groups of a product or change their notes',
  effect: 'write',
  input: [
    product,
    groups([required(groupName), text('newFeatureGroupName', 'New name.', { flag: 'new-name' }), notes]),
  ],
  answer: says('Product FeatureGroups Updated Successfully'),
});

export const deleteFeatureGroup: Operation = row('DELETE', 'ProductFeatureGroups', {
  id: 'zentitle.feature-groups.delete',
  summary: 'Delete one feature group of a product',
  effect: 'destroy',
  input: [product, required(groupName)],
  answer: says('Product FeatureGroup Deleted Successfully'),
});

export const createFeatures: Operation = row('POST', 'ProductFeatures', {
  id: 'zentitle.features.create',
  summary: 'Create features in a product',
  effect: 'create',
  input: [
    product,
    features([
      required(featureCode),
      text('featureName', 'Title.', { required: true, flag: 'name' }),
      required(notes),
      text('featureType', 'Kind of feature; normal when left out.', {
        flag: 'type',
        values: ['normal', 'floating', 'elementPool', 'consumptionTokens', 'secureStore'],
      }),
      { ...groupName, flag: 'group' },
      availableInTrials,
    ]),
  ],
  rules: [trialFeatureRule('features', 'availableInTrials', 'featureType')],
  answer: says('Product Features Created Successfully'),
});

export const updateFeatures: Operation = row('PUT', 'ProductFeatures', {
  id: 'zentitle.features.update',
  summary: 'Change features of a product',
  effect: 'write',
  input: [
    product,
    features([
      required(featureCode),
      text('newfeatureCode', 'New code.', { flag: 'new-code' }),
      text('featureName', 'New title.', { flag: 'name' }),
      notes,
      { ...groupName, flag: 'group', note: 'New group; "default" for the default group.' },
      availableInTrials,
    ]),
  ],
  answer: says('Product Features Updated Successfully'),
  guess: 'The table calls the list features, the example featureGroups; the table is followed.',
});

export const deleteFeature: Operation = row('DELETE', 'ProductFeatures', {
  id: 'zentitle.features.delete',
  summary: 'Delete one feature of a product',
  effect: 'destroy',
  input: [product, required(featureCode)],
  answer: says('Product Feature Deleted Successfully'),
});

export const createCustomFields: Operation = row('POST', 'ProductUDF', {
  id: 'zentitle.custom-fields.create',
  summary: 'Create custom fields in a product',
  effect: 'create',
  input: [
    product,
    customFields([required(fieldName), text('defaultValue', 'Default value.', { flag: 'default' })]),
  ],
  answer: says('Product UDF Created Successfully'),
});

export const updateCustomFields: Operation = row('PUT', 'ProductUDF', {
  id: 'zentitle.custom-fields.update',
  summary: 'Rename custom fields of a product or change their default',
  effect: 'write',
  input: [
    product,
    customFields([
      required(fieldName),
      text('newFieldName', 'New name.', { flag: 'new-name' }),
      text('defaultValue', 'New default value.', { flag: 'default' }),
    ]),
  ],
  // The example answers with the sentence of ProductFeatures; the one by pattern is accepted beside it.
  answer: says('Product Features Updated Successfully', 'Product UDF Updated Successfully'),
});

export const deleteCustomField: Operation = row('DELETE', 'ProductUDF', {
  id: 'zentitle.custom-fields.delete',
  summary: 'Delete one custom field of a product',
  effect: 'destroy',
  input: [product, required(fieldName)],
  answer: says('Product UDF Deleted Successfully'),
});
