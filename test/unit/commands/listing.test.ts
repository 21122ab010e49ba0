import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Listing, Page } from '../../../src/api/provider.js';
import type { Parsed } from '../../../src/commands/command.js';
import { listOutcome } from '../../../src/commands/listing.js';
import { walkPages } from '../../../src/commands/pages.js';
import { NetworkError } from '../../../src/errors.js';
import { fakeContext, listIn, recordIn, rowsIn } from './fake-context.js';

interface Item {
  readonly id: number;
}

const VIEW = { columns: [{ key: 'id', header: 'Id' }], id: 'id', noun: 'code' };
const ids = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ id: from + index }));

/** A listing of `total` items that notes each call. */
function listingOf(total: number, more: Partial<Listing<Item>> = {}) {
  const calls: string[] = [];
  const listing: Listing<Item> = {
    maxPageSize: 10_000,
    async count() {
      calls.push('count');
      return { value: total, raw: String(total) };
    },
    async page(_, page, pageSize) {
      calls.push(`${page}/${pageSize}`);
      const rows = ids(1, total).slice((page - 1) * pageSize, page * pageSize);
      return { rows, raw: JSON.stringify(rows) };
    },
    ...more,
  };
  return { listing, calls };
}

async function listed(total: number, options: Parsed['options'], raw = false) {
  const { listing, calls } = listingOf(total);
  const fake = fakeContext({ settings: { raw } });
  const list = listIn(await listOutcome(fake.context, { args: {}, options }, listing, {}, VIEW));
  const rows = await rowsIn(list);
  return { count: rows.length, last: rows.at(-1)?.id, calls, notices: fake.notices, meta: list.meta?.() };
}

describe('how much is listed', () => {
  it('prints the first 100 and says how many there are', async () => {
    expect(await listed(250, {})).toEqual({
      count: 100,
      last: 100,
      calls: ['1/101', 'count'],
      notices: ['There are 250 codes; these are the first 100. Use --all, or --limit N.'],
      meta: { count: 100, more: true, total: 250 },
    });
  });

  it.each([
    ['no more than there are', 40, {}, { count: 40, calls: ['1/101'], meta: { count: 40, more: false } }],
    ['exactly 100', 100, {}, { count: 100, calls: ['1/101'], meta: { count: 100, more: false } }],
    ['none', 0, {}, { count: 0, calls: ['1/101'], meta: { count: 0, more: false } }],
    [
      'a limit, without a word',
      50,
      { limit: '5' },
      { count: 5, calls: ['1/6'], meta: { count: 5, more: true } },
    ],
    [
      'a limit over several pages',
      1250,
      { limit: '750' },
      { count: 750, calls: ['1/500', '2/500'], meta: { count: 750, more: true } },
    ],
    [
      'a limit at the end of a page',
      1250,
      { limit: '500' },
      { count: 500, calls: ['1/500'], meta: { count: 500, more: null } },
    ],
    [
      'a page',
      50,
      { page: '2', 'page-size': '20' },
      { count: 20, calls: ['2/20'], meta: { count: 20, more: null } },
    ],
    [
      'the last page',
      50,
      { page: '3', 'page-size': '20' },
      { count: 10, calls: ['3/20'], meta: { count: 10, more: false } },
    ],
    [
      'everything',
      1125,
      { all: true },
      { count: 1125, calls: ['1/500', '2/500', '3/500'], meta: { count: 1125, more: false } },
    ],
    [
      'everything, ending with a page',
      1000,
      { all: true },
      { count: 1000, calls: ['1/500', '2/500', '3/500'], meta: { count: 1000, more: false } },
    ],
    [
      'everything in pages of a given size',
      25,
      { all: true, 'page-size': '10' },
      { count: 25, calls: ['1/10', '2/10', '3/10'], meta: { count: 25, more: false } },
    ],
  ] as const)('%s', async (_, total, options, expected) => {
    const result = await listed(total, options);
    expect(result).toMatchObject(expected);
    expect(result.notices).toEqual([]);
  });

  it('gives each body for --raw, asking for no row too many', async () => {
    const { listing, calls } = listingOf(250);
    const { context } = fakeContext({ settings: { raw: true } });
    const list = listIn(await listOutcome(context, { args: {}, options: {} }, listing, {}, VIEW));
    const bodies: string[] = [];
    for await (const body of list.raw?.() ?? []) bodies.push(body);
    expect(bodies).toEqual([JSON.stringify(ids(1, 100))]);
    expect(calls).toEqual(['1/100']);
  });

  it('counts', async () => {
    const { listing, calls } = listingOf(7);
    const outcome = await listOutcome(
      fakeContext().context,
      { args: {}, options: { count: true } },
      listing,
      {},
      VIEW,
    );
    expect(recordIn(outcome)).toEqual({
      kind: 'record',
      record: { count: 7 },
      id: 'count',
      raw: '7',
      document: '7',
    });
    expect(calls).toEqual(['count']);
  });

  it.each([
    [{ all: true, limit: '5' }, 'conflicting_options'],
    [{ count: true, page: '1' }, 'conflicting_options'],
    [{ limit: '5', 'page-size': '5' }, 'conflicting_options'],
    [{ limit: '0' }, 'invalid_value'],
    [{ limit: 'x' }, 'invalid_value'],
    [{ page: '-1' }, 'invalid_value'],
    [{ 'page-size': '10001' }, 'out_of_range'],
  ])('refuses %j before anything is sent', async (options, code) => {
    const { listing, calls } = listingOf(7);
    const outcome = listOutcome(fakeContext().context, { args: {}, options }, listing, {}, VIEW);
    await expect(outcome).rejects.toEqual(expect.objectContaining({ kind: 'usage', code }));
    expect(calls).toEqual([]);
  });

  it('does not fail for a total that cannot be had', async () => {
    const { listing } = listingOf(250, {
      count: () => Promise.reject(new NetworkError('No.', { code: 'x' })),
    });
    const fake = fakeContext();
    const list = listIn(await listOutcome(fake.context, { args: {}, options: {} }, listing, {}, VIEW));
    expect(await rowsIn(list)).toHaveLength(100);
    expect(fake.notices).toEqual(['There are more; these are the first 100. Use --all, or --limit N.']);
  });
});

describe('walkPages', () => {
  const pageOf = (rows: readonly Item[]): Page<Item> => ({ rows, raw: JSON.stringify(rows) });

  it('fetches one page ahead of the reader, and never two', async () => {
    const asked: number[] = [];
    const fetch = async (page: number): Promise<Page<Item>> => {
      asked.push(page);
      return pageOf(ids(page * 2, page * 2 + 1));
    };
    const pages = walkPages({ fetch, pageSize: 2, limit: Number.POSITIVE_INFINITY });
    await pages.next();
    expect(asked).toEqual([1, 2]);
    await pages.next();
    expect(asked).toEqual([1, 2, 3]);
    await pages.return(undefined);
    expect(asked).toEqual([1, 2, 3]);
  });

  it('stops at a server that sends the same page for ever', async () => {
    const seen: number[] = [];
    const fetch = async () => pageOf(ids(1, 2));
    const walk = async () => {
      for await (const page of walkPages({ fetch, pageSize: 2, limit: Number.POSITIVE_INFINITY }))
        seen.push(page.rows.length);
    };
    await expect(walk()).rejects.toEqual(expect.objectContaining({ kind: 'network', code: 'repeated_page' }));
    expect(seen).toEqual([2]);
  });

  it('gives what it has before a later page fails', async () => {
    const fetch = (page: number) =>
      page === 1
        ? Promise.resolve(pageOf(ids(1, 2)))
        : Promise.reject(new NetworkError('Gone.', { code: 'gone' }));
    const pages = walkPages({ fetch, pageSize: 2, limit: Number.POSITIVE_INFINITY });
    expect((await pages.next()).value).toEqual(pageOf(ids(1, 2)));
    await expect(pages.next()).rejects.toThrow('Gone.');
  });

  it('gives every row once, in order, with as few calls as can be', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(60), fc.integer({ min: 1, max: 20 }), async (total, pageSize) => {
        let calls = 0;
        const fetch = async (page: number): Promise<Page<Item>> => {
          calls += 1;
          return pageOf(ids(1, total).slice((page - 1) * pageSize, page * pageSize));
        };
        const seen: Item[] = [];
        for await (const page of walkPages({ fetch, pageSize, limit: Number.POSITIVE_INFINITY }))
          seen.push(...page.rows);
        expect(seen).toEqual(ids(1, total));
        expect(calls).toBe(Math.floor(total / pageSize) + 1);
      }),
    );
  });
});
