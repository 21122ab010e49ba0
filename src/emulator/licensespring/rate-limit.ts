/**
 * Rate limits, as the rate limiting page has them: rolling windows of the company's plan, of an address and of an
 * Authorization. Kept only where a setting names a plan.
 *
 * Not documented: whether refused requests count (they do not: who obeys Retry-After is served), whether those that
 * fail otherwise do (they do), and what a 429 holds (the documented error body, and Retry-After where set).
 */
import { createHash } from 'node:crypto';
import { numberOf } from '../row.js';
import type { EmulatedRequest, EmulatedResponse, EmulatorSettings, SystemDeps } from '../system.js';
import { credentialOf } from './authorization.js';
import { LicenseSpringRefusal, refusalResponse } from './refusal.js';

/** At most `requests` in any `windowMs`, counted together under one `scope`. */
interface Limit {
  readonly scope: string;
  readonly requests: number;
  readonly windowMs: number;
}

/** Calls of the License API in 60 seconds. */
const PLANS: Readonly<Record<Exclude<EmulatorSettings['licensespringPlan'], 'unlimited'>, number>> = {
  free: 1800,
  'business-starter': 3600,
  'business-plus': 4500,
  enterprise: 18_000,
};

/** The refusal, or undefined for a request that is within all limits; it is counted then. */
export function rateLimited(request: EmulatedRequest, deps: SystemDeps): EmulatedResponse | undefined {
  const limits = limitsOf(request, deps.settings);
  const waits = limits.map((limit) => waitOf(limit, deps));
  const longest = Math.max(0, ...waits);
  if (longest === 0) {
    for (const limit of limits) count(limit, deps);
    return undefined;
  }
  const response = refusalResponse(new LicenseSpringRefusal('too_many_requests'));
  if (!deps.settings.licensespringRetryAfter) return response;
  const seconds = Math.ceil(longest / 1000);
  return { ...response, headers: { ...response.headers, 'Retry-After': String(seconds) } };
}

function limitsOf({ headers, remoteAddress }: EmulatedRequest, settings: EmulatorSettings): readonly Limit[] {
  const plan = settings.licensespringPlan;
  if (plan === 'unlimited') return [];
  const { authorization } = headers;
  return [
    { scope: `company ${plan}`, requests: PLANS[plan], windowMs: 60_000 },
    { scope: `address ${remoteAddress}`, requests: 200, windowMs: 10_000 },
    ...(authorization === undefined
      ? []
      : [{ scope: `credential ${digest(credentialOf(authorization))}`, requests: 50, windowMs: 1000 }]),
  ];
}

/** Counts stand in saved worlds; what somebody has sent as credentials does not. */
function digest(credential: string): string {
  return createHash('sha256').update(credential).digest('hex');
}

/**
 * Milliseconds until the limit takes another request; 0 for now. Each scope is a ring of as many places as requests are
 * allowed: the next place holds the oldest request that may still be in the window. One that lies ahead, since the
 * clock was moved back, does not count.
 */
function waitOf({ scope, requests, windowMs }: Limit, deps: SystemDeps): number {
  const row = deps.store.get(
    'select at from licensespring_recent_call where scope = ? and place = ?',
    scope,
    nextNumber(scope, deps) % requests,
  );
  if (row === undefined) return 0;
  const age = deps.now() - numberOf(row, 'at');
  return age >= 0 && age < windowMs ? windowMs - age : 0;
}

function count({ scope, requests }: Limit, deps: SystemDeps): void {
  const number = nextNumber(scope, deps);
  deps.store.run(
    `insert into licensespring_recent_call (scope, place, number, at) values (?, ?, ?, ?)
       on conflict (scope, place) do update set number = excluded.number, at = excluded.at`,
    scope,
    number % requests,
    number,
    deps.now(),
  );
}

function nextNumber(scope: string, deps: SystemDeps): number {
  const sql = 'select number from licensespring_recent_call where scope = ? order by number desc limit 1';
  const row = deps.store.get(sql, scope);
  return row === undefined ? 0 : numberOf(row, 'number') + 1;
}
