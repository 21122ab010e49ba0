/** Users of groups as stored, and the fields that their sections share. */
import { insertRow, numberOf, textOf, textOrNull } from '../row.js';
import type { SqlRow, Store } from '../store.js';
import type { SystemDeps } from '../system.js';
import { nextId } from './counters.js';
import { formatDate } from './dates.js';
import { Inputs } from './input.js';
import { hashPassword } from './passwords.js';
import { Refusal } from './refusal.js';

/** What a request may say of a user; the e-mail field has no name in the document's table, `email` in its example. */
const TEXTS = {
  firstName: 'firstname',
  lastName: 'lastname',
  email: 'email',
  telephone: 'telephone',
} as const;

const SALT_BYTES = 8;

interface UserFields {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly telephone: string;
  /** JSON text. */
  readonly data: string;
}

const NO_FIELDS: UserFields = { firstName: '', lastName: '', email: '', telephone: '', data: '{}' };

/** Adds the user that a request describes; returns its id. Throws a {@link Refusal} when the username is taken. */
export function addGroupUser(input: Inputs, deps: SystemDeps, groupId: number): number {
  const { store } = deps;
  const username = input.requiredText('username');
  requireFreeUsername(store, username);
  const password = newPassword(input, deps);
  const groupUserId = nextId(store, 'lastGroupUserId');
  const created = formatDate(deps.now());
  insertRow(store, 'zentitle_group_users', {
    groupUserId,
    groupId,
    username,
    password,
    ...readUserFields(input, NO_FIELDS),
    created,
    modified: created,
  });
  return groupUserId;
}

/** The password of a request, as it is stored. */
export function newPassword(input: Inputs, { randomHex }: SystemDeps): string {
  return hashPassword(input.requiredText('password'), randomHex(SALT_BYTES));
}

/** The fields of a request over those that a user has. */
export function readUserFields(input: Inputs, before: UserFields): UserFields {
  const data = input.object('additionaldata');
  // A user with this option has master rights in any group; the document sends it as a boolean and as text.
  if (data !== undefined) new Inputs(data, 'additionaldata.').truth('EUPMaster');
  return {
    firstName: input.blankableText(TEXTS.firstName) ?? before.firstName,
    lastName: input.blankableText(TEXTS.lastName) ?? before.lastName,
    email: input.blankableText(TEXTS.email) ?? before.email,
    telephone: input.blankableText(TEXTS.telephone) ?? before.telephone,
    data: data === undefined ? before.data : JSON.stringify(data),
  };
}

export function storedUserFields(row: SqlRow): UserFields {
  return {
    firstName: textOf(row, 'firstName'),
    lastName: textOf(row, 'lastName'),
    email: textOf(row, 'email'),
    telephone: textOf(row, 'telephone'),
    data: textOf(row, 'data'),
  };
}

/** Usernames are compared without regard to case; whether the vendor does is not documented. */
export function requireFreeUsername(store: Store, username: string, except = 0): void {
  const taken = store.get(
    'select 1 as found from zentitle_group_users where username = ? and groupUserId <> ?',
    username,
    except,
  );
  if (taken !== undefined) throw new Refusal(`A user named ${username} already exists.`);
}

/** By id or by username. Throws a {@link Refusal} for an unknown user. */
export function requireGroupUser(store: Store, key: number | string): SqlRow {
  const column = typeof key === 'number' ? 'groupUserId' : 'username';
  const row = store.get(`select * from zentitle_group_users where ${column} = ?`, key);
  if (row === undefined) throw new Refusal(`Group user ${key} was not found.`);
  return row;
}

/** The users of a group as GET Group lists them. */
export function printGroupUsers(store: Store, groupId: number): readonly unknown[] {
  return store
    .all('select * from zentitle_group_users where groupId = ? order by groupUserId', groupId)
    .map((row) => {
      const printed = textOrNull(row, 'printed');
      return printed === null ? printGroupUser(row) : JSON.parse(printed);
    });
}

export function printGroupUser(row: SqlRow): Readonly<Record<string, unknown>> {
  return {
    groupUserID: numberOf(row, 'groupUserId'),
    groupID: numberOf(row, 'groupId'),
    userName: textOf(row, 'username'),
    firstName: textOf(row, 'firstName'),
    lastName: textOf(row, 'lastName'),
    email: textOf(row, 'email'),
    telephone: textOf(row, 'telephone'),
    additionalData: textOf(row, 'data'),
    created: textOf(row, 'created'),
    modified: textOf(row, 'modified'),
  };
}
