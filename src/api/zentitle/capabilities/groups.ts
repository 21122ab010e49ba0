/** Groups of end users, and the codes assigned to them. */

import type { GroupRecord } from '../../account-records.js';
import type { Client } from '../../client.js';
import { type Input, isPresent } from '../../operation.js';
import type { Capabilities, CapabilityDeps, Read } from '../../provider.js';
import { readText } from '../../read.js';
import { changing, creating } from '../changes.js';
import { findCode } from '../find-code.js';
import { recordIn } from '../one-record.js';
import {
  assignGroupCode,
  createGroup,
  deleteGroup,
  showGroup,
  showGroupCode,
  unassignGroupCode,
  updateGroup,
} from '../operations/groups.js';
import { readGroup, readGroupCode } from '../read-groups.js';
import { readId } from '../read-values.js';
import { findProfile } from './profiles.js';

/** @param input `groupid` or `groupname` */
export async function findGroup(client: Client, input: Input): Promise<Read<GroupRecord>> {
  const answer = await client.call(showGroup, input);
  const record = recordIn(answer, showGroup, 'groupID', {
    what: `group ${readText(input.groupname) ?? readText(input.groupid)}`,
    code: 'group_not_found',
  });
  return { value: readGroup(record), raw: answer.body };
}

export function groupCapability(client: Client, deps: CapabilityDeps): NonNullable<Capabilities['groups']> {
  return {
    show: (input) => findGroup(client, input),
    create: creating(client, deps, {
      operation: createGroup,
      noun: 'group',
      idKeys: ['groupID', 'id'],
      named: ({ groupname }) => ({ name: readText(groupname) }),
      lookUp: async ({ groupname }) => (await findGroup(client, { groupname })).value.id,
    }),
    update: changing(client, updateGroup, ({ groupid }) => ({ id: readId(groupid) })),
    delete: changing(client, deleteGroup, ({ groupid, groupname }) => ({
      id: readId(groupid),
      name: readText(groupname),
    })),
  };
}

export function groupCodeCapability(client: Client): NonNullable<Capabilities['groupCodes']> {
  const named = ({ licensecode, productid, groupid }: Input): Readonly<Record<string, unknown>> => ({
    code: readText(licensecode),
    product: readText(productid),
    groupId: readId(groupid),
  });
  const assign = changing(client, assignGroupCode, named);
  return {
    async assign(input) {
      return assign({ ...(await presentTerms(client, input)), ...input });
    },
    unassign: changing(client, unassignGroupCode, named),
    async show(input) {
      const answer = await client.call(showGroupCode, input);
      const record = recordIn(answer, showGroupCode, 'groupID', {
        what: `group with code ${readText(input.licensecode)}`,
        code: 'not_assigned',
        hint: 'licensectl group assign CODE --group-id ID puts it into one.',
      });
      return { value: readGroupCode(record), raw: answer.body };
    },
  };
}

/**
 * The company and the profile that the code has now, for those that the person does not name: left out, either would be
 * taken from the code (section "POST GroupLicenseCode").
 */
async function presentTerms(client: Client, input: Input): Promise<Input> {
  const { productid, licensecode } = input;
  if (isPresent(input.companyid) && isPresent(input.profileid)) return {};
  const { value: code } = await findCode(client, { productid, licensecode });
  const profile =
    code.profile === null || isPresent(input.profileid)
      ? null
      : await findProfile(client, { productid, profilename: code.profile });
  return {
    ...(code.companyId !== null && { companyid: code.companyId }),
    ...(profile?.value.id && { profileid: profile.value.id }),
  };
}
