/** Products and what they consist of: the calls that change them; network masters and events of a product. */
import type { Handler } from './answer.js';
import { postProduct, putProduct } from './change-product.js';
import { postDataStreamer } from './data-streamer.js';
import { deleteFeatureGroup, postFeatureGroups, putFeatureGroups } from './feature-groups.js';
import { postNetworkMasterLicense } from './network-master.js';
import { deleteProductFeature, postProductFeatures, putProductFeatures } from './product-features.js';
import { deleteProductUdf, postProductUdf, putProductUdf } from './product-udfs.js';

export const PRODUCT_HANDLERS: Readonly<Record<string, Handler>> = {
  'POST Product': postProduct,
  'PUT Product': putProduct,
  'POST ProductFeatureGroups': postFeatureGroups,
  'PUT ProductFeatureGroups': putFeatureGroups,
  'DELETE ProductFeatureGroups': deleteFeatureGroup,
  'POST ProductFeatures': postProductFeatures,
  'PUT ProductFeatures': putProductFeatures,
  'DELETE ProductFeatures': deleteProductFeature,
  'POST ProductUDF': postProductUdf,
  'PUT ProductUDF': putProductUdf,
  'DELETE ProductUDF': deleteProductUdf,
  'POST NetworkMasterLicense': postNetworkMasterLicense,
  'POST DataStreamer': postDataStreamer,
};
