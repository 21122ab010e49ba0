/** All 30 calls of the License API: the client makes each, and the emulator answers with what the documentation lists. */
import { beforeEach, describe, expect, it } from 'vitest';
import { documentedEndpoints } from '../fixtures/licensespring/document.js';
import {
  AUTHORIZATION_METHODS,
  CONSUMPTION_PERIODS,
  CUSTOM_FIELD_MEMBERS,
  CUSTOMER_MEMBERS,
  FEATURE_TYPES,
  LICENSE_TYPES,
  PRODUCT_MEMBERS,
  USER_LICENSE_MEMBERS,
  USER_MEMBERS,
  VERSION_MEMBERS,
} from '../fixtures/licensespring/license-object.js';
import { EMULATED_FEATURE_MEMBERS, licensespringCases } from './licensespring-cases.js';
import { meeting } from './meeting.js';
import { rowOf } from './row-of.js';

const lab = meeting();
beforeEach(() => lab.reset());

type Members = Readonly<Record<string, unknown>>;

const expectMembers = (value: unknown, members: readonly string[], exact: boolean): void => {
  const names = Object.keys(value as Members);
  if (exact) expect(names.toSorted()).toEqual(members.toSorted());
  else expect(names).toEqual(expect.arrayContaining([...members]));
};

describe('the License API', () => {
  it.each(licensespringCases)('$title', async ({ id, prepare, expected }) => {
    const connection = await lab.connect('licensespring');
    const input = await prepare(connection, async () => {});
    const { body, value } = await connection.client.call(await rowOf('licensespring', id), input, {
      count: 1,
    });
    if (expected === 'undocumented') return;
    if ('text' in expected) {
      expect(body).toBe(expected.text);
      return;
    }
    const entries = expected.list === true ? (value as readonly unknown[]) : [value];
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) expectMembers(entry, expected.members, expected.exact === true);
  });

  it('is tested by all of its calls', () => {
    expect(licensespringCases.map(({ call }) => call).toSorted()).toEqual(
      documentedEndpoints.map(({ call }) => call).toSorted(),
    );
  });
});

describe('a licence object', () => {
  const activate = async (input: Members): Promise<Members> => {
    const { client } = await lab.connect('licensespring');
    const row = await rowOf('licensespring', 'licensespring.license.activate');
    return (await client.call(row, { hardware_id: 'HW-1', ...input })).value as Members;
  };

  it('has a product, a customer, features, custom fields and a version as documented', async () => {
    const license = await activate({ product: 'lsprod', license_key: 'FEAT-URES-0000-0001' });
    expectMembers(license.product_details, PRODUCT_MEMBERS, true);
    expectMembers(license.customer, CUSTOMER_MEMBERS, true);
    expectMembers(license.installation_file, VERSION_MEMBERS, true);
    const [feature] = license.product_features as readonly Members[];
    expectMembers(feature, EMULATED_FEATURE_MEMBERS, true);
    expect(FEATURE_TYPES).toContain(feature?.feature_type);
    const [field] = license.custom_fields as readonly unknown[];
    expectMembers(field, CUSTOM_FIELD_MEMBERS, true);
    expect(LICENSE_TYPES).toContain(license.license_type);
    expect(AUTHORIZATION_METHODS).toContain((license.product_details as Members).authorization_method);
  });

  it('of a user has that user, and no key', async () => {
    const user = { username: 'someone@example.com', password: 'somepassword' };
    const license = await activate({ product: 'lsuser', ...user });
    expectMembers(license, USER_LICENSE_MEMBERS, false);
    expectMembers(license.user, USER_MEMBERS, true);
    expect(license).not.toHaveProperty('license_key');
  });

  it('of the consumption type counts, in one of the documented periods', async () => {
    const license = await activate({ product: 'lsmeter', license_key: 'METE-R000-0000-0001' });
    expect(license).toMatchObject({ license_type: 'consumption', total_consumptions: 40 });
    expect(CONSUMPTION_PERIODS).toContain(license.consumption_period);
  });
});
