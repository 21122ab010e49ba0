/**
 * The key pair with which the emulated LicenseSpring signs its answers. Published, as all credentials of the default
 * world are: it is the same wherever the emulator runs, so that a world's answers can be foretold byte for byte, a reset
 * or a loaded world leaves the contexts in use good, and licence files can be verified long after. It vouches for
 * nothing but emulators. Making a pair takes 65 to 450 ms, which no start has to wait for either.
 */
import { createPrivateKey, type KeyObject } from 'node:crypto';

/** PEM, for those who verify. */
export const PUBLIC_KEY = [
  '-----BEGIN PUBLIC KEY-----',
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAnvRl9vdkfgtJ2BSaduKQ',
  'vjqPPSAO+K+2X8QMAFY2JmM6mpMtBk4xV6MWYKhe36qXy5Fe/vAUIMJcSbivZT4+',
  'ver5KGZq7a5Jk4n/xcWaDFtPRvrG2QN2jQgGwW0Ib7sIeCDBkUjC9T+MT32lPfyu',
  'RgStnAHamM9Bpb3bW4g2ZIUl1AA2UDgtON4InMuEQ7ef7Wd89IiBOYcTHvDT5GZ/',
  'qmDneyiufmZ1j69P8GgMWv4UZb0i6SI0la1TZJDewXphm4tbt5VD7W3tzXRVeW3Z',
  'qSIXsmmIsp2QBeQ29d2WR0A1tteg6s7E0Kc+LG2u1UOA6SKyZjpZXplp+dwGNtNz',
  'aQIDAQAB',
  '-----END PUBLIC KEY-----',
  '',
].join('\n');

const PRIVATE_KEY = {
  kty: 'RSA',
  n:
    'nvRl9vdkfgtJ2BSaduKQvjqPPSAO-K-2X8QMAFY2JmM6mpMtBk4xV6MWYKhe36qXy5Fe_vAUIMJcSbivZT4-ver5KG' +
    'Zq7a5Jk4n_xcWaDFtPRvrG2QN2jQgGwW0Ib7sIeCDBkUjC9T-MT32lPfyuRgStnAHamM9Bpb3bW4g2ZIUl1AA2UDgt' +
    'ON4InMuEQ7ef7Wd89IiBOYcTHvDT5GZ_qmDneyiufmZ1j69P8GgMWv4UZb0i6SI0la1TZJDewXphm4tbt5VD7W3tzX' +
    'RVeW3ZqSIXsmmIsp2QBeQ29d2WR0A1tteg6s7E0Kc-LG2u1UOA6SKyZjpZXplp-dwGNtNzaQ',
  e: 'AQAB',
  d:
    'EeLNieh8xO-TfbZUyrGUCKm5di7yLFLGRlieopeQ1Ik4Hg5XQ8U-6V3zLcloUonlNn1rN2vPkf-Yx51Z1B44zGFBK8' +
    'X5fHju88R0lL4XR1JrdWDQyPjKKVSowPFaQItGyNCjw0uxD0xZJxUr57GT8RJD8EDnpmf02rfmM9KcDzucNkCYtkGm' +
    'xbOSJZuLwvLlxHL2I377nPFupn5y5VUlADqRiZJ7Cpx1bVPjCh-VqDAKPkixsdxA0xo9HNW3JVysJ74xaNt4GRS019' +
    'WUqSSc1_VIEuUOzUR6N6ZQRap8n-hDWpySeaf7rXzd0mtyIRw_15715xzL_bw-UFD43LVJ4Q',
  p:
    '2b1TUZYSnSj_rh1b2JK1elJMceIRWM8UTF1C_iBSpxdTcEiNET9Qra-x-glxRGDruE079uxBf2omXqhCBwRtWKcaIR' +
    'y77dxttDGQGVzfYZOI_TfS8dfAfhyCmthfbp61cNX0zbdr65F3aydtZ4v8ZGvPWE5CuQ6lAhmsii4Ftsk',
  q:
    'uuK6GotmOO_w07lxOowho4R46dNT-ZeqyjIlsRR4pW5PFJOjtAQijw7-3P-0_b_SdftR_aVfSe_I_lKvexGnIibtX1' +
    'lH__e1kbNg9gBm6XpStH1D8IQt_rtM90XM-25Yui6VrVCKEbCUyTCM2ZtxeUK8-al7AVFAsbZIkYVcB6E',
  dp:
    'ftorAVwiKgdpteGK0cjfC42I1cwz-P5jv_2RewYPwSL4zHCoJsUxVo8GbDo2D_U7PxtX9Qo9OmL4SatTFE2C-uQXd_' +
    'UKk5AZJaK-ZdhSl8FhTMzKC3V7wr0PZfDq4EJ8SGmN_o9-wzXzUa0dsva-Ky8YFEU74B5lCa01dSdM0uk',
  dq:
    'iIjsfkgpvp9NyuFIoAWQ7e3yiKIkT81GscJBV0YlfndAvz-98d6zgODrwnnuuRRTpm6eUDlpjJLqvSOboMYc3Q6jjW' +
    '2k9JT8yh3LUO6qQRllIwgBgs6O6_PbHyyXvXm4yQ0PvTeCJ7pieTpHLRQrqvPfLGdtvmCmay9JhUdxHQE',
  qi:
    'HJeDljjreZz8Uutp_jGQixcQmlphyqufkdo3WWUG3BsOWk_g254W4BZft3PLVz-LEtUiegKViMspc8TiNROn1Jphij' +
    'jE_LAc6h98KzJ3fsdj4jRJuOapQD6FEZ3Jw4kB6W0ATy5_8qwY1YpYI2ML__Zcx5tcnBvzz3E6uqV6lsI',
} as const;

let kept: KeyObject | undefined;

/** RSA, 2048 bits; the vendor's own has 4096. Read once: a key that has signed before signs twice as fast. */
export function privateKey(): KeyObject {
  kept ??= createPrivateKey({ key: PRIVATE_KEY, format: 'jwk' });
  return kept;
}
