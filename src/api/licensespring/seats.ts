/**
 * Seats of floating cloud licences. `check_license` takes a slot and renews it; the device is the proof of the
 * hold, there is no token (License API v4 documentation, floating licences).
 */
import { RejectedError } from '../../errors.js';
import type { Answer, Client } from '../client.js';
import type { Input } from '../operation.js';
import type { CapabilityDeps, Read, SeatCapability } from '../provider.js';
import { type JsonObject, member, readText } from '../read.js';
import type { SeatRecord } from '../records.js';
import { borrowIn, licenseObject, release } from './license-answer.js';
import { withNames } from './next-step.js';
import { borrowFloating, checkLicense, releaseFloating } from './operations.js';
import { readFloating } from './read.js';
import { readBorrow } from './read-usage.js';
import { seatBorrowed } from './seat-notices.js';

export function createSeats(client: Client, deps: CapabilityDeps): SeatCapability {
  const take = async (input: Input): Promise<Read<SeatRecord>> => {
    const answer = await client.call(checkLicense, input);
    const body = licenseObject(answer, checkLicense);
    return { value: seat(body, answer, input, deps.now()), raw: answer.body };
  };

  return {
    async request(input) {
      const taken = await take(input);
      const { borrowedUntil } = taken.value;
      if (typeof borrowedUntil === 'string') deps.notice(seatBorrowed(borrowedUntil), 'seat_borrowed');
      return taken;
    },
    heartbeat: take,
    async release(input) {
      const answer = await client.call(releaseFloating, input);
      return { value: release(input), raw: answer.body };
    },
    async borrow(input) {
      const answer = await client.call(borrowFloating, input);
      return { value: readBorrow(borrowIn(answer, borrowFloating), input), raw: answer.body };
    },
  };
}

/** @throws RejectedError `not_floating` when the licence has no slots that the cloud hands out. */
function seat(body: JsonObject, answer: Answer, input: Input, now: number): SeatRecord {
  const floating = readFloating(body);
  if (!floating.cloud) {
    throw new RejectedError('This is not a floating cloud licence: there is no seat to hold.', {
      code: 'not_floating',
      hint: floating.ownServer
        ? 'Its seats are handed out by a floating server of the customer.'
        : withNames(
            'To see whether the licence is valid: licensectl check KEY --product PRODUCT --hardware-id ID',
            input,
          ),
      provider: 'licensespring',
      operation: checkLicense.id,
      httpStatus: answer.status,
    });
  }
  const minutes = floating.timeoutMinutes;
  const borrowedUntil = readText(member(body, 'borrowed_until'));
  return {
    provider: 'licensespring',
    key: readText(member(body, 'license_key')),
    licenseId: readText(member(body, 'id')),
    token: null,
    active: true,
    expiresAt: latest(minutes === null ? null : lapse(answer, now, minutes), borrowedUntil),
    // Half the timeout, as the vendor's own clients beat: one lost beat does not lose the seat. Whoever beats does so
    // a little earlier by chance, so that a fleet which started together does not stay in step.
    heartbeatSeconds: minutes === null ? null : Math.max(1, Math.floor((minutes * 60) / 2)),
    seatsUsed: floating.seatsUsed,
    seatsAllowed: floating.seatsAllowed,
    borrowedUntil,
    timeoutMinutes: minutes,
  };
}

/** The timeout counts from the server's last contact, so from its clock where it is known. */
function lapse(answer: Answer, now: number, minutes: number): string {
  const server = Date.parse(answer.headers.date ?? '');
  return new Date((Number.isNaN(server) ? now : server) + minutes * 60_000).toISOString();
}

/** A borrowed seat does not lapse before its time, beats or not. */
function latest(lapsesAt: string | null, borrowedUntil: string | null): string | null {
  const borrowed = Date.parse(borrowedUntil ?? '');
  if (Number.isNaN(borrowed) || (lapsesAt !== null && Date.parse(lapsesAt) >= borrowed)) return lapsesAt;
  return new Date(borrowed).toISOString();
}
