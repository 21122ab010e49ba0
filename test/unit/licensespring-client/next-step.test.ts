import { describe, expect, it } from 'vitest';
import { nextStep, withNames } from '../../../src/api/licensespring/next-step.js';

const CHECK = 'Look: licensectl check KEY --product PRODUCT --hardware-id ID';
const CALL = { license_key: '1111-2222', product: 'paint', hardware_id: 'HWID-1' };

describe('a hint with the names of the call', () => {
  it('has key, product and device in place of their words', () => {
    expect(withNames(CHECK, CALL)).toBe(
      'Look: licensectl check 1111-2222 --product paint --hardware-id HWID-1',
    );
  });

  it('names a user by --username, whether the key is an argument or a flag', () => {
    const user = { username: 'ada@example.com', product: 'paint', hardware_id: 'HWID-1' };
    expect(withNames(CHECK, user)).toContain('check --username ada@example.com --product paint');
    expect(withNames('licensectl feature check FEATURE --key KEY', { ...user, feature: 'EXPORT' })).toBe(
      'licensectl feature check EXPORT --username ada@example.com',
    );
  });

  it('keeps the word for what the call did not name, and for another device', () => {
    expect(withNames(CHECK, { product: 'paint' })).toBe(
      'Look: licensectl check KEY --product paint --hardware-id ID',
    );
    expect(withNames('--hardware-id OTHER-ID', CALL)).toBe('--hardware-id OTHER-ID');
  });

  it.each(['two words', '$(reboot)', "o'clock", '-rf', 'a;b', 'a\u001b[2J', 'x'.repeat(200), ''])(
    'keeps the word for what a shell would not take as it is: %j',
    (hardware_id) => {
      expect(withNames(CHECK, { ...CALL, hardware_id })).toBe(
        'Look: licensectl check 1111-2222 --product paint --hardware-id ID',
      );
    },
  );

  it('takes a value as it is, even where it is one of the words', () => {
    expect(withNames('KEY of PRODUCT', { license_key: 'PRODUCT', product: 'p' })).toBe('PRODUCT of p');
    expect(withNames('--key KEY', { license_key: 'A1' })).toBe('--key A1');
  });
});

describe('the next step after a refusal', () => {
  const sent = (path: string, body?: string) => ({ operation: undefined, path, body });

  it('reads a query and a body', () => {
    const query = 'license_key=1111-2222&product=paint&hardware_id=HWID-1';
    const expected = 'Look: licensectl check 1111-2222 --product paint --hardware-id HWID-1';
    expect(nextStep(CHECK, sent(`/api/v4/check_license?${query}`))).toBe(expected);
    expect(nextStep(CHECK, sent('/api/v4/activate_license', JSON.stringify(CALL)))).toBe(expected);
  });

  it.each([
    ['licensectl activate KEY', 'licensectl bundle activate 1111-2222'],
    ['licensectl deactivate KEY', 'licensectl bundle deactivate 1111-2222'],
    ['licensectl check KEY', 'licensectl bundle check 1111-2222'],
    ['licensectl show KEY', 'licensectl bundle check 1111-2222'],
    ['licensectl seat release KEY', 'licensectl seat release 1111-2222'],
  ])('of a bundle, %s is %s', (text, expected) => {
    expect(nextStep(text, sent('/api/v4/check_bundle?license_key=1111-2222'))).toBe(expected);
  });

  it('keeps the words after the call of a file, which is no JSON', () => {
    expect(nextStep(CHECK, sent('/api/v4/activate_offline', 'bm90IEpTT04='))).toBe(CHECK);
  });
});
