/** Computers, from GET SystemDetails and the `systemInfo` of GET LicenseCodeActivity. */
import type { SystemRecord } from '../product-records.js';
import { type JsonObject, member, readNumber, readText } from '../read.js';

/** Numbers are typed as such in the document and shown as text. */
export function readSystem(record: JsonObject): SystemRecord {
  return {
    computer: readText(member(record, 'computerID')),
    computerName: readText(member(record, 'computername')),
    operatingSystem: readText(member(record, 'operatingsystem')),
    bitness: readNumber(member(record, 'bitage')),
    screenWidth: readNumber(member(record, 'screenresx')),
    screenHeight: readNumber(member(record, 'screenresy')),
    processor: readText(member(record, 'processor')),
    cores: readNumber(member(record, 'cores')),
    memory: readNumber(member(record, 'memory')),
    osLanguage: readText(member(record, 'oslanguage')),
    appLanguage: readText(member(record, 'applanguage')),
    type: readText(member(record, 'type')),
    licenseStatus: readText(member(record, 'licensestatus')),
    version: readText(member(record, 'version')),
    build: readText(member(record, 'build')),
    edition: readText(member(record, 'edition')),
    vmPlatform: readText(member(record, 'vmplatform')),
  };
}
