/** Code profiles. */
import { NotFoundError } from '../../../errors.js';
import type { Client } from '../../client.js';
import type { Input } from '../../operation.js';
import type { Capabilities, CapabilityDeps, Read } from '../../provider.js';
import { readText } from '../../read.js';
import type { ProfileRecord } from '../../records.js';
import { recordsIn } from '../answers.js';
import { changing, creating } from '../changes.js';
import { createProfile, listProfiles, showProfile, updateProfile } from '../operations/profiles.js';
import { readProfile } from '../read-profiles.js';
import { listingOf } from './listings.js';

/** @throws NotFoundError `profile_not_found` */
export async function findProfile(client: Client, input: Input): Promise<Read<ProfileRecord>> {
  const answer = await client.call(showProfile, input);
  const [record] = recordsIn(answer, showProfile, 'profileName');
  const product = readText(input.productid);
  if (record !== undefined) return { value: readProfile(record, product), raw: answer.body };
  throw new NotFoundError(`Product ${product} has no profile ${readText(input.profilename)}.`, {
    code: 'profile_not_found',
    provider: 'zentitle',
    operation: showProfile.id,
    httpStatus: answer.status,
    hint: 'licensectl profile list --product ID shows those that there are.',
  });
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
