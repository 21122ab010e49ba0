/** Feature groups, features and custom fields of a product. */
import type { Client } from '../../client.js';
import type { Input, Operation } from '../../operation.js';
import type { ProductParts } from '../../product-capabilities.js';
import type { Capabilities } from '../../provider.js';
import { isObject, readList, readText } from '../../read.js';
import { changing } from '../changes.js';
import {
  createCustomFields,
  createFeatureGroups,
  createFeatures,
  deleteCustomField,
  deleteFeature,
  deleteFeatureGroup,
  updateCustomFields,
  updateFeatureGroups,
  updateFeatures,
} from '../operations/product-parts.js';

/** One of the three kinds, whose controllers follow one pattern. */
interface Part {
  readonly rows: Readonly<Record<keyof ProductParts, Operation>>;
  /** The list of a creation or change. */
  readonly list: string;
  /** What names an entry, and what renames it. */
  readonly name: string;
  readonly newName: string;
  /** The key of our records for several, and for one. */
  readonly many: string;
  readonly one: string;
}

export function partCapabilities(
  client: Client,
): Required<Pick<Capabilities, 'featureGroups' | 'features' | 'customFields'>> {
  return {
    featureGroups: partsOf(client, {
      rows: { create: createFeatureGroups, update: updateFeatureGroups, delete: deleteFeatureGroup },
      list: 'featureGroups',
      name: 'featureGroupName',
      newName: 'newFeatureGroupName',
      many: 'featureGroups',
      one: 'featureGroup',
    }),
    features: partsOf(client, {
      rows: { create: createFeatures, update: updateFeatures, delete: deleteFeature },
      list: 'features',
      name: 'featureCode',
      newName: 'newfeatureCode',
      many: 'features',
      one: 'feature',
    }),
    customFields: partsOf(client, {
      rows: { create: createCustomFields, update: updateCustomFields, delete: deleteCustomField },
      list: 'udfValues',
      name: 'fieldName',
      newName: 'newFieldName',
      many: 'customFields',
      one: 'customField',
    }),
  };
}

function partsOf(client: Client, { rows, list, name, newName, many, one }: Part): ProductParts {
  const product = ({ productId }: Input): string | null => readText(productId);
  /** Under the names that they have now. */
  const named = (input: Input): Readonly<Record<string, unknown>> => ({
    product: product(input),
    [many]: readList(input[list])
      .filter(isObject)
      .map((entry) => readText(entry[newName]) ?? readText(entry[name])),
  });
  return {
    create: changing(client, rows.create, named),
    update: changing(client, rows.update, named),
    delete: changing(client, rows.delete, (input) => ({
      product: product(input),
      [one]: readText(input[name]),
    })),
  };
}
