/** LicenseSpring: looking up licences, users, products, versions and sign-on links. */
import type { Answer, Client } from '../../client.js';
import type { SignOnUrlRecord } from '../../device-records.js';
import type { Input, Operation } from '../../operation.js';
import type { Ask, Capabilities, CapabilityDeps } from '../../provider.js';
import { isObject, type JsonObject, member, readList, readText } from '../../read.js';
import { unexpectedAnswer } from '../../refusal.js';
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

type LookUps = Required<
  Pick<Capabilities, 'licenses' | 'customers' | 'products' | 'versions' | 'userPassword' | 'signOn'>
>;

export function createLookUps(client: Client, { now }: CapabilityDeps): LookUps {
  /** Asks for a list of things, and reads each. */
  const listOf =
    <T>(operation: Operation, what: string, read: (body: JsonObject) => T): Ask<readonly T[]> =>
    async (input) => {
      const answer = await client.call(operation, input);
      return { value: objectsIn(answer, operation, what).map(read), raw: answer.body };
    };

  /** Asks for one thing, which is known by one of these members. */
  const oneOf =
    <T>(
      operation: Operation,
      what: string,
      names: readonly string[],
      read: (body: JsonObject, input: Input) => T,
    ): Ask<T> =>
    async (input) => {
      const answer = await client.call(operation, input);
      return { value: read(objectWith(answer, operation, what, names), input), raw: answer.body };
    };

  return {
    licenses: {
      ofUser: listOf(userLicenses, 'a list of licences', (pair) => readUserLicense(pair, now())),
      onDevice: listOf(deviceLicenses, 'a list of licences', (body) => readLicense(body, now())),
    },

    customers: {
      users: oneOf(customerUsers, 'the users of a customer', ['users', 'customer'], (body) =>
        readList(member(body, 'users')).filter(isObject).map(readUser),
      ),
    },

    products: {
      list: listOf(products, 'a list of products', readProduct),
      show: oneOf(productDetails, 'a product', ['short_code', 'product_name'], (body, input) => {
        const product = readProduct(body);
        return product.product === '' ? { ...product, product: readText(input.product) ?? '' } : product;
      }),
    },

    versions: {
      list: listOf(versions, 'a list of versions', (body) => readVersion(body)),
      show: oneOf(installationFile, 'a version', ['version', 'installation_file'], (body, input) =>
        readVersion(body, readText(input.version)),
      ),
    },

    async userPassword(input) {
      const answer = await client.call(changePassword, input);
      if (typeof answer.value !== 'string' || !answer.value.includes('password_changed')) {
        throw unexpectedAnswer('licensespring', answer, changePassword, 'the word password_changed');
      }
      const username = readText(input.username);
      return { value: { username, message: 'password_changed' }, raw: answer.body };
    },

    signOn: {
      sso: oneOf(ssoUrl, 'a link', ['url'], readLink),
      oauth: oneOf(oauthUrl, 'a link', ['url'], readLink),
    },
  };
}

function readLink(body: JsonObject): SignOnUrlRecord {
  return {
    url: readText(member(body, 'url')) ?? '',
    configuration: member(body, 'openid_configuration') ?? null,
    loginType: readText(member(body, 'login_type')),
  };
}

/** @throws NetworkError `unexpected_answer` when the answer is no list of objects */
function objectsIn(answer: Answer, operation: Operation, what: string): readonly JsonObject[] {
  const { value } = answer;
  if (Array.isArray(value) && value.every(isObject)) return value;
  throw unexpectedAnswer('licensespring', answer, operation, what);
}

/** @throws NetworkError `unexpected_answer` when the answer is no object with one of these members */
function objectWith(
  answer: Answer,
  operation: Operation,
  what: string,
  names: readonly string[],
): JsonObject {
  const { value } = answer;
  if (isObject(value) && names.some((name) => (member(value, name) ?? null) !== null)) return value;
  throw unexpectedAnswer('licensespring', answer, operation, what);
}
