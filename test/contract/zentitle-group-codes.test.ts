/** Assigning a code to a group sets its company and its profile as well: what nobody names must stay. */
import { beforeEach, expect, it } from 'vitest';
import type { Input } from '../../src/api/operation.js';
import { updateCode } from '../../src/api/zentitle/operations/codes.js';
import { meeting } from './meeting.js';

const CODE = { productid: '6872450105', licensecode: '286901020157066211' };

const lab = meeting();
beforeEach(() => lab.reset());

async function assigned(terms: Input, more: Input = {}) {
  const { capabilities, client } = await lab.connect('zentitle');
  await client.call(updateCode, { ...CODE, ...terms });
  await capabilities.groupCodes?.assign({ ...CODE, groupid: '9', ...more });
  expect((await capabilities.groupCodes?.show(CODE))?.value.groupId).toBe('9');
  const [code] = (await capabilities.codes?.show(CODE))?.value ?? [];
  return { companyId: code?.companyId, profile: code?.profile };
}

const IN_USE: Input = { companyid: '2', profilename: 'Annual Subscription' };

it.each([
  ['both', IN_USE, {}, { companyId: '2', profile: 'Annual Subscription' }],
  ['none', { companyid: '0', profilename: 'default' }, {}, { companyId: null, profile: null }],
  [
    'the profile beside a new company',
    IN_USE,
    { companyid: '3' },
    { companyId: '3', profile: 'Annual Subscription' },
  ],
  ['the company beside a profile taken away', IN_USE, { profileid: '0' }, { companyId: '2', profile: null }],
] as const)('keeps %s', async (_, terms, more, after) => {
  expect(await assigned(terms, more)).toEqual(after);
});
