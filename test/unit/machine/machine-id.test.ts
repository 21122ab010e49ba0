import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readMachineId } from '../../../src/machine/machine-id.js';
import { type Computer, probeOf } from './fake-probe.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const idOf = (computer: Computer) => readMachineId(probeOf(computer));

const MACHINE_ID = '3d1219c7c4c5404aaa1f6d2a48adfda4';
const IOREG = '/usr/sbin/ioreg -rd1 -c IOPlatformExpertDevice';
const REG = 'C:\\Windows\\System32\\reg.exe query HKLM\\SOFTWARE\\Microsoft\\Cryptography /reg:64';
const GUID =
  '\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography\r\n    MachineGuid    REG_SZ    6A1B8C2D-0000-4E5F-8A9B-0C1D2E3F4A5B\r\n\r\n';

describe('the id that the operating system keeps', () => {
  it('is hashed under our name, as docs/hardware-id.md says', async () => {
    expect(await idOf({ files: { '/etc/machine-id': `${MACHINE_ID}\n` } })).toEqual({
      hardwareId: sha256(`licensectl.hardware-id.v1:${MACHINE_ID}`),
      source: 'machine-id',
    });
    // Written out once, so that no change of the recipe goes unseen.
    expect(sha256(`licensectl.hardware-id.v1:${MACHINE_ID}`)).toBe(
      'c0326fa0f2ebf998192fd47c0d21e7cba2bf1173d11a934b4b56fe5bb389fb58',
    );
  });

  it('is the same from either of the two files on Linux, in whatever case', async () => {
    const one = await idOf({ files: { '/etc/machine-id': MACHINE_ID } });
    expect(await idOf({ files: { '/var/lib/dbus/machine-id': MACHINE_ID.toUpperCase() } })).toEqual(one);
  });

  it('is IOPlatformUUID on macOS', async () => {
    const text =
      '  | {\n    "IOPlatformSerialNumber" = "C02"\n    "IOPlatformUUID" = "0F1E2D3C-4B5A-6978-8796-A5B4C3D2E1F0"\n  }';
    expect(await idOf({ platform: 'darwin', programs: { [IOREG]: text } })).toEqual({
      hardwareId: sha256('licensectl.hardware-id.v1:0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0'),
      source: 'platform-uuid',
    });
  });

  it('is MachineGuid on Windows, wherever Windows is', async () => {
    const expected = {
      hardwareId: sha256('licensectl.hardware-id.v1:6a1b8c2d-0000-4e5f-8a9b-0c1d2e3f4a5b'),
      source: 'machine-guid',
    };
    expect(await idOf({ platform: 'win32', programs: { [REG]: GUID } })).toEqual(expected);
    const moved = { [REG.replace('C:\\Windows', 'D:\\Win')]: GUID };
    expect(await idOf({ platform: 'win32', env: { SystemRoot: 'D:\\Win' }, programs: moved })).toEqual(
      expected,
    );
  });
});

describe('without such an id', () => {
  const BARE: Computer = { cards: ['00:1b:21:3c:4d:5e'] };

  it.each<[string, Computer]>([
    ['none', {}],
    ['an image that was never started', { files: { '/etc/machine-id': 'uninitialized\n' } }],
    ['an empty file', { files: { '/etc/machine-id': '' } }],
    ['zeros', { files: { '/etc/machine-id': '0'.repeat(32) } }],
    ['no answer on macOS', { platform: 'darwin' }],
    ['another answer on Windows', { platform: 'win32', programs: { [REG]: 'ERROR' } }],
    ['another system', { platform: 'freebsd' }],
  ])('%s: host name, processor and cards make one', async (_name, computer) => {
    const { hardwareId, source } = await idOf({ ...BARE, ...computer });
    expect(source).toBe('fallback');
    expect(hardwareId).toBe(
      sha256(
        `licensectl.hardware-id.v1:${computer.platform ?? 'linux'}\ndesk-7\nA Processor @ 2.40GHz\n00:1b:21:3c:4d:5e`,
      ),
    );
  });

  it('does not depend on the order of the cards, nor on those that software makes', async () => {
    const one = await idOf({ cards: ['00:1b:21:3c:4d:5e', '00:1b:21:3c:4d:5f'] });
    const made = [
      '02:42:ac:11:00:02',
      '00:00:00:00:00:00',
      '00:1b:21:3c:4d:5f',
      '00:1b:21:3c:4d:5e',
      '7a:00:00:00:00:01',
    ];
    expect(await idOf({ cards: made })).toEqual(one);
  });

  it('is never the network card alone', async () => {
    const cards = ['00:1b:21:3c:4d:5e'];
    const one = await idOf({ cards });
    expect((await idOf({ cards, hostname: 'desk-8' })).hardwareId).not.toBe(one.hardwareId);
    expect((await idOf({ cards, processor: null })).hardwareId).not.toBe(one.hardwareId);
  });
});
