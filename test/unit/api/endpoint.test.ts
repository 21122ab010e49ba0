import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillPath, isLoopback, joinUrl, parseBaseUrl, requireSecure } from '../../../src/api/endpoint.js';
import { UsageError } from '../../../src/errors.js';

const codeOf = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof UsageError) return error.code;
    throw error;
  }
};

describe('base URLs', () => {
  test.each([
    ['https://my.nalpeiron.com', 'https://my.nalpeiron.com'],
    [' https://my.nalpeiron.com/ ', 'https://my.nalpeiron.com'],
    ['HTTPS://Host.Example:443/base//', 'https://host.example/base'],
    ['http://127.0.0.1:8080/zentitle', 'http://127.0.0.1:8080/zentitle'],
    ['https://[fd00::1]:5455/', 'https://[fd00::1]:5455'],
  ])('%s', (given, expected) => {
    expect(parseBaseUrl(given)).toBe(expected);
  });

  test.each([
    '',
    'my.nalpeiron.com',
    'localhost:8080',
    'ftp://host',
    'file:///etc/passwd',
    'https://',
    'https://host:99999',
    'https://host/?x=1',
    'https://host/?',
    'https://host/#top',
    'https://a b',
    'https://user@host',
  ])('%j is none', (given) => {
    expect(codeOf(() => parseBaseUrl(given))).toBe('bad_base_url');
  });

  test('a password in it is not repeated', () => {
    try {
      parseBaseUrl('https://user:planted-password@host');
      expect.unreachable();
    } catch (error) {
      expect(JSON.stringify([error, String(error)])).not.toContain('planted');
    }
  });
});

describe('plain http', () => {
  test.each(['127.0.0.1', '127.8.9.10', 'localhost', 'LOCALHOST', '[::1]'])('%s is this computer', (host) => {
    expect(isLoopback(host)).toBe(true);
    expect(codeOf(() => requireSecure(`http://${host}:80/x`, true))).toBeNull();
  });

  test.each(['127.0.0.1.evil.example', 'localhost.evil.example', '128.0.0.1', '10.0.0.1', '[::2]', 'host'])(
    '%s is another',
    (host) => {
      expect(codeOf(() => requireSecure(`http://${host}/x`, true))).toBe('insecure_base_url');
      expect(codeOf(() => requireSecure(`http://${host}/x`, false))).toBeNull();
      expect(codeOf(() => requireSecure(`https://${host}/x`, true))).toBeNull();
    },
  );
});

describe('paths', () => {
  test('stand behind the base URL', () => {
    expect(joinUrl('https://h/base', '/api/x?y=1')).toBe('https://h/base/api/x?y=1');
  });

  test.each([
    'api/x',
    '.evil.example/',
    '@evil.example/',
    'https://evil.example/',
    '/a b',
    '/a#b',
    '/a\u0001',
    '/a\u001f',
    '/\u0085a',
    '',
  ])('%j is refused', (path) => expect(codeOf(() => joinUrl('https://h', path))).toBe('bad_path'));

  test('a path never changes the host', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let url = '';
        try {
          url = joinUrl('https://host.example', `/${text}`);
        } catch {
          return;
        }
        expect(new URL(url).host).toBe('host.example');
      }),
    );
  });

  test('no part of a path gets lost when the address is read', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '\0', '\u0001', '\u001f', '\u007f', '\t', '%') }),
        (text) => {
          let url = '';
          try {
            url = joinUrl('https://host.example', `/${text}`);
          } catch {
            return;
          }
          expect(new URL(url).href).toBe(url);
        },
      ),
    );
  });

  test('parts are encoded and used up', () => {
    const { path, used } = fillPath('/api/{id}/x/{name}', { id: 'a/b?c', name: 206454320110930, other: 1 });
    expect(path).toBe('/api/a%2Fb%3Fc/x/206454320110930');
    expect([...used]).toEqual(['id', 'name']);
  });

  test.each([undefined, '', '.', '..'])('%j is no part of a path', (id) => {
    expect(codeOf(() => fillPath('/api/{id}', { id }))).toBe('invalid_input');
  });
});
