import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/api/operation.js';
import type { SeatRecord } from '../../../src/api/records.js';
import { command as heartbeat } from '../../../src/commands/heartbeat.js';
import { fakeContext, listIn, noting, parsedFor, recordIn, rowsIn } from './fake-context.js';
import { DEACTIVATION } from './records.js';

describe('heartbeat', () => {
  const held: SeatRecord = {
    provider: 'babel',
    key: 'K',
    licenseId: 'lic1',
    token: 'fltk_secret',
    active: true,
    expiresAt: null,
    heartbeatSeconds: 300,
    seatsUsed: 1,
    seatsAllowed: 2,
  };
  const machine = { 'machine-id': 'M', 'client-id': 'C', 'client-name': 'desk' };

  function babel(seat: SeatRecord = held) {
    const requests: Input[] = [];
    const beats: Input[] = [];
    const releases: Input[] = [];
    let time = Date.parse('2026-11-20T12:00:00Z');
    const clock = {
      now: () => time,
      sleep: async (ms: number) => {
        time += ms;
      },
    };
    const seats = {
      request: noting(requests, held),
      heartbeat: noting(beats, seat),
      release: noting(releases, DEACTIVATION),
    };
    return {
      requests,
      beats,
      releases,
      fake: fakeContext({ provider: 'babel', capabilities: { seats }, clock }),
    };
  }

  it('holds the seat with its token, which is not among the data', async () => {
    const story = babel();
    const outcome = await heartbeat.run(
      story.fake.context,
      parsedFor(heartbeat, ['K'], { ...machine, for: '6m' }),
    );
    const rows = await rowsIn(listIn(outcome));
    expect(rows.map(({ event, active, seatsUsed }) => [event, active, seatsUsed])).toEqual([
      ['requested', true, 1],
      ['renewed', true, 1],
      ['released', false, null],
    ]);
    const token = { licenseToken: 'fltk_secret', machineId: 'M', clientId: 'C', clientName: 'desk' };
    expect(story.beats).toEqual([token]);
    expect(story.releases).toEqual([token]);
    expect(story.fake.secrets).toContain('fltk_secret');
    expect(JSON.stringify(rows)).not.toContain('fltk_secret');
  });

  it('takes no seat before anybody reads', async () => {
    const story = babel();
    await heartbeat.run(story.fake.context, parsedFor(heartbeat, ['K'], { ...machine, for: '6m' }));
    expect(story.requests).toEqual([]);
  });

  it('sends a single beat for a seat of somebody else', async () => {
    const story = babel();
    const options = { ...machine, once: true, token: 'fltk_other' };
    const outcome = await heartbeat.run(story.fake.context, parsedFor(heartbeat, [], options));
    expect(story.beats).toEqual([
      { licenseToken: 'fltk_other', machineId: 'M', clientId: 'C', clientName: 'desk' },
    ]);
    expect([story.requests, story.releases]).toEqual([[], []]);
    expect(story.fake.secrets).toEqual(['fltk_other']);
    expect(recordIn(outcome).message).toBe('The seat is renewed (1 of 2 used).');
  });

  it('exits with seat_lost when that seat is gone', async () => {
    const story = babel({ ...held, active: false });
    const options = { ...machine, once: true, token: 'fltk_other' };
    await expect(heartbeat.run(story.fake.context, parsedFor(heartbeat, [], options))).rejects.toMatchObject({
      kind: 'rejected',
      code: 'seat_lost',
    });
  });

  it.each([
    [['K'], { ...machine, token: 'T' }, '--token goes with --once'],
    [[], { ...machine, once: true }, 'Missing --token.'],
    [[], { ...machine, once: true, token: 'T', for: '1m' }, '--for means nothing to it.'],
    [['K'], { ...machine, for: '10' }, '--for takes a duration such as 90s'],
    [['K'], { ...machine, once: true, token: 'T' }, 'babel takes no KEY here.'],
  ])('refuses %j %j', async (args, options, message) => {
    await expect(heartbeat.run(babel().fake.context, parsedFor(heartbeat, args, options))).rejects.toThrow(
      message,
    );
  });
});
