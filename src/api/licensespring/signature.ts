/** Request signatures of the License API v4 (API key authorization). */
import { createHmac } from 'node:crypto';

/**
 * The signature of a request: HMAC-SHA256 with the shared key, as Base64. Only the date is signed; the two
 * lines have no final line feed (License API v4 documentation, API key authorization).
 *
 * @param date the value of the Date header, an RFC 7231 date in GMT.
 */
export function signDate(date: string, sharedKey: string): string {
  return createHmac('sha256', sharedKey).update(`licenseSpring\ndate: ${date}`).digest('base64');
}

/** The value of the Authorization header. */
export function authorizationHeader(apiKey: string, signature: string): string {
  return `algorithm="hmac-sha256",headers="date",signature="${signature}",apikey="${apiKey}"`;
}

/** An RFC 7231 date in GMT. @param now milliseconds since the epoch. */
export function httpDate(now: number): string {
  return new Date(now).toUTCString();
}
