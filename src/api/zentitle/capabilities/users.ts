/** End users in groups, and the making of group, user and licence in one. */
import type { UserRecord } from '../../account-records.js';
import type { Client } from '../../client.js';
import type { Input } from '../../operation.js';
import type { Capabilities, CapabilityDeps, Read } from '../../provider.js';
import { readText } from '../../read.js';
import { unexpectedAnswer } from '../../refusal.js';
import { messageIn } from '../answers.js';
import { changing, creating, lookedUp, memberIdIn } from '../changes.js';
import { recordIn } from '../one-record.js';
import {
  authenticateUser,
  createGroupUser,
  deleteGroupUser,
  setGroupUserPassword,
  showGroupUser,
  updateGroupUser,
} from '../operations/group-users.js';
import { provisionGroup } from '../operations/groups.js';
import { readUser } from '../read-groups.js';
import { readId } from '../read-values.js';
import { signInOf } from '../sign-in.js';
import { findGroup } from './groups.js';

/** Members under which an answer might hold the id of a new user. */
const USER_ID_KEYS = ['groupUserID', 'userID', 'id'];

/** @param input `groupuserid` or `username` */
async function findUser(client: Client, input: Input): Promise<Read<UserRecord>> {
  const answer = await client.call(showGroupUser, input);
  const record = recordIn(answer, showGroupUser, 'groupUserID', {
    what: `user ${readText(input.username) ?? readText(input.groupuserid)}`,
    code: 'user_not_found',
  });
  return { value: readUser(record), raw: answer.body };
}

export function userCapability(client: Client, deps: CapabilityDeps): NonNullable<Capabilities['users']> {
  return {
    show: (input) => findUser(client, input),
    create: creating(client, deps, {
      operation: createGroupUser,
      noun: 'user',
      idKeys: USER_ID_KEYS,
      named: ({ username, groupid }) => ({ username: readText(username), groupId: readId(groupid) }),
      lookUp: async ({ username }) => (await findUser(client, { username })).value.id,
    }),
    update: changing(client, updateGroupUser, ({ groupuserid, groupid }) => ({
      id: readId(groupuserid),
      groupId: readId(groupid),
    })),
    delete: changing(client, deleteGroupUser, ({ groupuserid }) => ({ id: readId(groupuserid) })),

    async authenticate(input) {
      const answer = await client.call(authenticateUser, input);
      const signIn = signInOf(answer);
      if (signIn === null) throw unexpectedAnswer('zentitle', answer, authenticateUser, 'a yes or a no');
      return { value: { username: readText(input.username) ?? '', ...signIn }, raw: answer.body };
    },
  };
}

export function userPasswordCapability(client: Client): NonNullable<Capabilities['userPassword']> {
  return changing(client, setGroupUserPassword, ({ username }) => ({ username: readText(username) }));
}

/** Creates all three, and tells the ids of group and user: from the answer, or looked up by their names. */
export function onboardCapability(
  client: Client,
  { notice }: Pick<CapabilityDeps, 'notice'>,
): NonNullable<Capabilities['onboard']> {
  return async (input) => {
    const { groupname, username, productid, licensecode } = input;
    const answer = await client.call(provisionGroup, input);
    const groupId =
      memberIdIn(answer, ['groupID']) ??
      (await lookedUp(async () => (await findGroup(client, { groupname })).value.id));
    const userId =
      memberIdIn(answer, USER_ID_KEYS.slice(0, 2)) ??
      (await lookedUp(async () => (await findUser(client, { username })).value.id));
    if (groupId === null || userId === null) {
      notice('Group, user and licence are made; not all ids could be looked up.', 'id_unknown');
    }
    return {
      value: {
        groupId,
        group: readText(groupname),
        userId,
        username: readText(username),
        product: readText(productid),
        code: readText(licensecode),
        message: messageIn(answer),
      },
      raw: answer.body,
    };
  };
}
