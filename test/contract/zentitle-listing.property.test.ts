/**
 * Listing codes against a plain model: in 500 random worlds, every filter, every page size and every shape of a count give
 * what the world holds. The client's own listing asks the emulated service, without sockets between them.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClient } from '../../src/api/create-client.js';
import type { Input } from '../../src/api/operation.js';
import type { Listing } from '../../src/api/provider.js';
import type { CodeRecord } from '../../src/api/records.js';
import { createRedactor } from '../../src/api/redactor.js';
import type { Transport } from '../../src/api/transport.js';
import { zentitle } from '../../src/api/zentitle/provider.js';
import { walkPages } from '../../src/commands/pages.js';
import { API_KEYS } from '../../src/emulator/zentitle/authorize.js';
import { zentitleSystem } from '../../src/emulator/zentitle/system.js';
import { type OneSystem, oneSystem } from '../support/one-system.js';
import {
  expectedOf,
  factsOf,
  fill,
  inputOf,
  matches,
  modelFilter,
  modelWorld,
  settle,
} from './zentitle-listing-model.js';

const WORLDS = 500;
const COUNT_SHAPES = ['number', 'string', 'object', 'array'] as const;

/** The client's listing, asking the system directly. */
function listingFrom(system: OneSystem): Listing<CodeRecord> {
  const transport: Transport = {
    async send({ method, url, headers, body = '' }) {
      const lower = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
      );
      const answer = system.call({ method, path: new URL(url).pathname, headers: lower, body });
      return { status: answer.status, headers: answer.headers ?? {}, body: answer.body ?? '' };
    },
    close() {},
  };
  const deps = {
    settings: { customerId: '1234' },
    now: () => 0,
    sleep: () => Promise.resolve(),
    notice: () => {},
  };
  const client = createClient({
    provider: zentitle,
    baseUrl: 'http://127.0.0.1',
    settings: deps.settings,
    secrets: { apiKey: API_KEYS['read-only'] },
    transport,
    redactor: createRedactor(),
    dryRun: false,
    timeoutMs: 1000,
    clock: { now: deps.now, sleep: deps.sleep },
    random: () => 0,
    signal: new AbortController().signal,
    trace: null,
    notice: deps.notice,
    contextName: null,
  });
  const { codes } = zentitle.createCapabilities(client, deps);
  if (codes === undefined) throw new Error('Zentitle lists no codes.');
  return codes;
}

async function walk(
  codes: Listing<CodeRecord>,
  filter: Input,
  pageSize: number,
): Promise<readonly CodeRecord[]> {
  const rows: CodeRecord[] = [];
  const fetch = (page: number) => codes.page(filter, page, pageSize);
  for await (const page of walkPages({ fetch, pageSize, limit: Number.POSITIVE_INFINITY })) {
    expect(page.rows.length).toBeLessThanOrEqual(pageSize);
    rows.push(...page.rows);
  }
  return rows;
}

describe('codes list', () => {
  it(`agrees with a plain model in ${WORLDS} random worlds`, async () => {
    const system = oneSystem(zentitleSystem, '2026-03-02T09:00:00Z');
    settle(system);
    const codes = listingFrom(system);
    const seen = { empty: 0, some: 0, all: 0 };

    await fc.assert(
      fc.asyncProperty(modelWorld, modelFilter, async (world, modelled) => {
        fill(system, world);
        for (const filter of [modelled, { byId: false }]) {
          const input = inputOf(filter);
          const expected = world.filter((code) => matches(code, filter));
          if (filter === modelled) {
            seen[expected.length === 0 ? 'empty' : expected.length < world.length ? 'some' : 'all'] += 1;
          }
          for (const shape of COUNT_SHAPES) {
            system.settings.zentitleCount = shape;
            expect((await codes.count(input)).value).toBe(expected.length);
          }
          for (let pageSize = 1; pageSize <= expected.length + 1; pageSize += 1) {
            expect((await walk(codes, input, pageSize)).map(factsOf)).toEqual(expected.map(expectedOf));
          }
          expect((await codes.page(input, 1, codes.maxPageSize)).rows).toHaveLength(expected.length);
          expect((await codes.page(input, 2, expected.length + 1)).rows).toEqual([]);
        }
      }),
      { numRuns: WORLDS },
    );
    // The worlds and filters are of use: each kind of outcome has come up often.
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(WORLDS / 10);
  });
});
