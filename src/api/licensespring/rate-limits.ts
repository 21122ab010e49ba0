/**
 * Limits on requests to the License API (documentation, rate limiting). For one Authorization 50 in a second and from
 * one address 200 in ten; those of the plans, for a whole company in a rolling minute, begin at 1,800, which is more
 * than the second of these lets through.
 */
import type { RateLimits } from '../provider.js';

export const LICENSESPRING_RATE_LIMITS: RateLimits = {
  rates: [
    { requests: 50, perMs: 1000 },
    { requests: 200, perMs: 10_000 },
  ],
  windowMs: 60_000,
};
