/** What the computers of the default world report of themselves, in the fields of the section SystemDetails. */
import type { Chooser } from './chooser.js';

const MACHINES = [
  { operatingsystem: 'Microsoft Windows 11 Pro 22631, 64-bit', type: 'LAPTOP', vmplatform: 'Physical' },
  { operatingsystem: 'Microsoft Windows Server 2022 20348, 64-bit', type: 'DESKTOP', vmplatform: 'VMware' },
  { operatingsystem: 'macOS 14.5 23F79, 64-bit', type: 'LAPTOP', vmplatform: 'Physical' },
  { operatingsystem: 'Ubuntu 24.04 LTS 6.8.0, 64-bit', type: 'DESKTOP', vmplatform: 'KVM' },
] as const;

const PROCESSORS = [
  'GenuineIntel:13th Gen Intel(R) Core(TM) i7-1365U',
  'AuthenticAMD:AMD Ryzen 7 7840U w/ Radeon 780M Graphics',
  'Apple:Apple M3 Pro',
] as const;

const PLACES = ['Studio', 'Reception', 'Lab', 'BuildAgent', 'Accounts', 'Field'] as const;

export function systemDetails(computerId: string, choose: Chooser): Readonly<Record<string, string>> {
  const machine = choose.one(MACHINES);
  const language = choose.one(['en-GB', 'en-US', 'de-DE', 'fr-FR'] as const);
  return {
    computerID: computerId,
    operatingsystem: machine.operatingsystem,
    bitage: '64',
    screenresx: '2560',
    screenresy: '1440',
    processor: choose.one(PROCESSORS),
    cores: String(choose.between(2, 8) * 2),
    memory: String(choose.between(1, 8) * 8192),
    oslanguage: language,
    applanguage: language,
    type: machine.type,
    licensestatus: 'Activated',
    version: '2',
    build: String(choose.between(2, 40)),
    edition: choose.one(['ENT', 'PRO', 'STD'] as const),
    computername: `${choose.one(PLACES)}-${choose.between(1, 99)}`,
    vmplatform: machine.vmplatform,
  };
}
