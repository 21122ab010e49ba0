/** Feature groups, features and custom fields of a product: three controllers of one pattern. */
import type { Field, Operation } from '../../operation.js';
import { productId } from './fields.js';
import { required, row, spelled, WRITERS } from './row.js';

const product = required(spelled('productId', productId));

const groupName: Field = {
  name: 'featureGroupName',
  type: 'string',
  flag: 'feature-group',
  note: 'Feature group.',
};

const featureCode: Field = { name: 'featureCode', type: 'string', flag: 'feature', note: 'Feature code.' };

const fieldName: Field = { name: 'fieldName', type: 'string', flag: 'udf', note: 'Custom field.' };

const notes: Field = { name: 'notes', type: 'string', note: 'Notes on it.' };

const availableInTrials: Field = {
  name: 'availableInTrials',
  type: 'boolean',
  wire: 'text',
  note: 'Whether a trial has it; true for normal features only.',
};

const groups = (fields: readonly Field[]): Field => ({
  name: 'featureGroups',
  type: 'list',
  required: true,
  flag: 'feature-group',
  note: 'A feature group.',
  fields,
});

const features = (fields: readonly Field[]): Field => ({
  name: 'features',
  type: 'list',
  required: true,
  flag: 'feature',
  note: 'A feature.',
  fields,
});

const customFields = (fields: readonly Field[]): Field => ({
  name: 'udfValues',
  type: 'list',
  required: true,
  flag: 'udf',
  note: 'A custom field (Application Agility).',
  fields,
});

export const createFeatureGroups: Operation = row('POST', 'ProductFeatureGroups', {
  id: 'zentitle.feature-groups.create',
  summary: 'Create feature groups in a product',
  effect: 'create',
  keyKinds: WRITERS,
  input: [product, groups([required(groupName), notes])],
  answer: { kind: 'text', texts: ['Product FeatureGroups Created Successfully'] },
});

export const updateFeatureGroups: Operation = row('PUT', 'ProductFeatureGroups', {
  id: 'zentitle.feature-groups.update',
  summary: 'Rename feature groups of a product or change their notes',
  effect: 'write',
  keyKinds: WRITERS,
  input: [
    product,
    groups([required(groupName), { name: 'newFeatureGroupName', type: 'string', note: 'New name.' }, notes]),
  ],
  answer: { kind: 'text', texts: ['Product FeatureGroups Updated Successfully'] },
});

export const deleteFeatureGroup: Operation = row('DELETE', 'ProductFeatureGroups', {
  id: 'zentitle.feature-groups.delete',
  summary: 'Delete one feature group of a product',
  effect: 'destroy',
  keyKinds: WRITERS,
  input: [product, required(groupName)],
  answer: { kind: 'text', texts: ['Product FeatureGroup Deleted Successfully'] },
});

export const createFeatures: Operation = row('POST', 'ProductFeatures', {
  id: 'zentitle.features.create',
  summary: 'Create features in a product',
  effect: 'create',
  keyKinds: WRITERS,
  input: [
    product,
    features([
      required(featureCode),
      { name: 'featureName', type: 'string', required: true, note: 'Title.' },
      required(notes),
      {
        name: 'featureType',
        type: 'string',
        values: ['normal', 'floating', 'elementPool', 'consumptionTokens', 'secureStore'],
        note: 'Kind of feature; normal when left out.',
      },
      groupName,
      availableInTrials,
    ]),
  ],
  answer: { kind: 'text', texts: ['Product Features Created Successfully'] },
});

export const updateFeatures: Operation = row('PUT', 'ProductFeatures', {
  id: 'zentitle.features.update',
  summary: 'Change features of a product',
  effect: 'write',
  keyKinds: WRITERS,
  input: [
    product,
    features([
      required(featureCode),
      { name: 'newfeatureCode', type: 'string', note: 'New code.' },
      { name: 'featureName', type: 'string', note: 'New title.' },
      notes,
      { ...groupName, note: 'New group; "default" for the default group.' },
      availableInTrials,
    ]),
  ],
  answer: { kind: 'text', texts: ['Product Features Updated Successfully'] },
  guess: 'The table calls the list features, the example featureGroups; the table is followed.',
});

export const deleteFeature: Operation = row('DELETE', 'ProductFeatures', {
  id: 'zentitle.features.delete',
  summary: 'Delete one feature of a product',
  effect: 'destroy',
  keyKinds: WRITERS,
  input: [product, required(featureCode)],
  answer: { kind: 'text', texts: ['Product Feature Deleted Successfully'] },
});

export const createCustomFields: Operation = row('POST', 'ProductUDF', {
  id: 'zentitle.custom-fields.create',
  summary: 'Create custom fields in a product',
  effect: 'create',
  keyKinds: WRITERS,
  input: [
    product,
    customFields([required(fieldName), { name: 'defaultValue', type: 'string', note: 'Default value.' }]),
  ],
  answer: { kind: 'text', texts: ['Product UDF Created Successfully'] },
});

export const updateCustomFields: Operation = row('PUT', 'ProductUDF', {
  id: 'zentitle.custom-fields.update',
  summary: 'Rename custom fields of a product or change their default',
  effect: 'write',
  keyKinds: WRITERS,
  input: [
    product,
    customFields([
      required(fieldName),
      { name: 'newFieldName', type: 'string', note: 'New name.' },
      { name: 'defaultValue', type: 'string', note: 'New default value.' },
    ]),
  ],
  // The example answers with the sentence of ProductFeatures; the one by pattern is accepted beside it.
  answer: {
    kind: 'text',
    texts: ['Product Features Updated Successfully', 'Product UDF Updated Successfully'],
  },
});

export const deleteCustomField: Operation = row('DELETE', 'ProductUDF', {
  id: 'zentitle.custom-fields.delete',
  summary: 'Delete one custom field of a product',
  effect: 'destroy',
  keyKinds: WRITERS,
  input: [product, required(fieldName)],
  answer: { kind: 'text', texts: ['Product UDF Deleted Successfully'] },
});
