/** Code profiles. */
import type { Client } from '../../client.js';
import type { Input } from '../../operation.js';
import type { Capabilities, CapabilityDeps, Read } from '../../provider.js';
import { readText } from '../../read.js';
import type { ProfileRecord } from '../../records.js';
import { changing, creating } from '../changes.js';
import { recordIn } from '../one-record.js';
import { createProfile, listProfiles, showProfile, updateProfile } from '../operations/profiles.js';
import { readProfile } from '../read-profiles.js';
import { listingOf } from './listings.js';

/** @throws NotFoundError `profile_not_found` */
export async function findProfile(client: Client, input: Input): Promise<Read<ProfileRecord>> {
  const answer = await client.call(showProfile, input);
  const product = readText(input.productid);
  const record = recordIn(answer, showProfile, 'profileName', {
    what: `profile ${readText(input.profilename)} of product ${product}`,
    code: 'profile_not_found',
  });
  return { value: readProfile(record, product), raw: answer.body };
}

export function profileCapability(
  client: Client,
  deps: CapabilityDeps,
): NonNullable<Capabilities['profiles']> {
  return {
    ...listingOf(client, {
      operation: listProfiles,
      pageField: 'pageNumber',
      sizeField: 'pageSize',
      key: 'profileName',
      read: (record) => readProfile(record, null),
    }),

    show: (input) => findProfile(client, input),

    create: creating(client, deps, {
      operation: createProfile,
      noun: 'profile',
      idKeys: ['profileID', 'id'],
      named: ({ profilename, productid }) => ({ name: readText(profilename), product: readText(productid) }),
      lookUp: async ({ profilename, productid }) =>
        (await findProfile(client, { profilename, productid })).value.id,
    }),

    update: changing(client, updateProfile, ({ profilename, newprofilename, productid }) => ({
      name: readText(newprofilename) ?? readText(profilename),
      product: readText(productid),
    })),
  };
}
