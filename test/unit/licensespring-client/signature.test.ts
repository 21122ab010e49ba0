import { describe, expect, it } from 'vitest';
import { httpDate, signDate } from '../../../src/api/licensespring/signature.js';

const SHARED_KEY = 'kw4qSnpSwXzgiv5yxYpZZmFEd9QAeiKTQ6OuyMja';

describe('request signature', () => {
  it('gives the documented example', () => {
    expect(signDate('Tue, 07 Jun 2011 20:51:35 GMT', SHARED_KEY)).toBe(
      'UDysfR6MndUZReo07Y9r+vErn8vSxrnQ5ulit18iJ/Q=',
    );
  });

  it('depends on the date and on the key', () => {
    const other = signDate('Tue, 07 Jun 2011 20:51:36 GMT', SHARED_KEY);
    expect(other).not.toBe(signDate('Tue, 07 Jun 2011 20:51:35 GMT', SHARED_KEY));
    expect(signDate('Tue, 07 Jun 2011 20:51:36 GMT', `${SHARED_KEY}x`)).not.toBe(other);
  });

  it('writes dates as RFC 7231 wants them, in GMT', () => {
    expect(httpDate(Date.parse('2011-06-07T22:51:35+02:00'))).toBe('Tue, 07 Jun 2011 20:51:35 GMT');
  });
});
