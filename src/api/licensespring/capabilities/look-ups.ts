/** LicenseSpring: looking up licences, users, products, versions and sign-on links. */
import type { Client } from '../../client.js';
import type { SignOnUrlRecord } from '../../device-records.js';
import type { Input } from '../../operation.js';
import type { ProductRecord } from '../../product-records.js';
import type { Capabilities, CapabilityDeps } from '../../provider.js';
import { isObject, type JsonObject, member, readList, readText } from '../../read.js';
import { unexpectedAnswer } from '../../refusal.js';
import { askingWith } from '../asking.js';
import { type BodyOf, licenseObjects, listWith, objectWith } from '../license-answer.js';
import {
  changePassword,
  customerUsers,
  deviceLicenses,
  installationFile,
  oauthUrl,
  productDetails,
  products,
  ssoUrl,
  userLicenses,
  versions,
} from '../operations-catalog.js';
import { readLicense } from '../read.js';
import { readProduct, readVersion } from '../read-products.js';
import { readUser, readUserLicense } from '../read-users.js';

const PRODUCT_NAMES = ['short_code', 'product_name', 'product_id'];

const userLicensesIn = listWith(['license', 'id', 'license_type'], 'a list of licences');
const customerIn = objectWith(['users', 'customer'], 'the users of a customer');
const productIn = objectWith(PRODUCT_NAMES, 'a product');
const productsIn = listWith(PRODUCT_NAMES, 'a list of products');
const versionIn = objectWith(['version', 'installation_file'], 'a version');
const versionsIn = listWith(['version'], 'a list of versions');

type LookUps = Required<
  Pick<Capabilities, 'licenses' | 'customers' | 'products' | 'versions' | 'userPassword' | 'signOn'>
>;

export function createLookUps(client: Client, { now }: CapabilityDeps): LookUps {
  const asking = askingWith(client);
  return {
    licenses: {
      ofUser: asking(userLicenses, userLicensesIn, (pairs) =>
        pairs.map((pair) => readUserLicense(pair, now())),
      ),
      onDevice: asking(deviceLicenses, licenseObjects, (bodies) =>
        bodies.map((body) => readLicense(body, now())),
      ),
    },

    customers: {
      users: asking(customerUsers, customerIn, (body) =>
        readList(member(body, 'users')).filter(isObject).map(readUser),
      ),
    },

    products: {
      list: asking(products, productsIn, (bodies) => bodies.map(readProduct)),
      show: asking(productDetails, productIn, readAskedProduct),
    },

    versions: {
      list: asking(versions, versionsIn, (bodies) => bodies.map((body) => readVersion(body))),
      show: asking(installationFile, versionIn, (body, { version }) => readVersion(body, readText(version))),
    },

    userPassword: asking(changePassword, passwordChanged, (message, { username }) => ({
      username: readText(username),
      message,
    })),

    signOn: {
      sso: asking(ssoUrl, linkIn, readLink),
      oauth: asking(oauthUrl, linkIn, readLink),
    },
  };
}

/** The short code that was asked for, where the answer leaves it out. */
function readAskedProduct(body: JsonObject, input: Input): ProductRecord {
  const product = readProduct(body);
  return product.product === '' ? { ...product, product: readText(input.product) ?? '' } : product;
}

const PASSWORD_CHANGED = 'password_changed';

const passwordChanged: BodyOf<string> = (answer, operation) => {
  if (typeof answer.value === 'string' && answer.value.includes(PASSWORD_CHANGED)) return PASSWORD_CHANGED;
  throw unexpectedAnswer('licensespring', answer, operation, `the word ${PASSWORD_CHANGED}`);
};

/** An answer with a link, and the link. */
const linkIn: BodyOf<JsonObject & { readonly url: string }> = (answer, operation) => {
  const { value } = answer;
  const url = isObject(value) ? readText(member(value, 'url')) : null;
  if (isObject(value) && url !== null) return { ...value, url };
  throw unexpectedAnswer('licensespring', answer, operation, 'a link');
};

function readLink(body: JsonObject & { readonly url: string }): SignOnUrlRecord {
  return {
    url: body.url,
    configuration: member(body, 'openid_configuration') ?? null,
    loginType: readText(member(body, 'login_type')),
  };
}
