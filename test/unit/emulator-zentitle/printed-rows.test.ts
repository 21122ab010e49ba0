/** What a list prints of a code is kept beside it; each change of the code, or of what it shows, forgets that. */
import { expect, test } from 'vitest';
import { makeActivationRequest } from '../../../src/emulator/zentitle/certificates.js';
import { type Service, startService } from './service.js';

const CODE = { productid: '6453300110', licensecode: '206454320110930859' };
const PROFILE = { productid: CODE.productid, profilename: 'Test-PC' };
const PRODUCT = { productId: CODE.productid };
/** A code of company 7. */
const HELD = { productid: '6843607105', licensecode: '286502700212974761' };
const COMPUTER = 'AAAAAAAAAAAAAAAAAAA1';

const features = (feature: object) => [{ featureName: 'New', notes: 'n', ...feature }];
const request = makeActivationRequest({
  productId: CODE.productid,
  code: CODE.licensecode,
  computerId: COMPUTER,
});

interface Key {
  readonly productid: string;
  readonly licensecode: string;
}

/** Whether the list prints what was kept of a code before. */
function isStale(service: Service, { productid, licensecode }: Key): boolean {
  const rows = service.ok('GET LicenseCodes', { productid, pagenumber: 1 }) as Record<string, unknown>[];
  return rows.some((row) => row.licenseCode === licensecode && row.kept === true);
}

function keepRows(service: Service): void {
  service.deps.store.run(`update zentitle_codes set printed = '{"licenseCode":"' || code || '","kept":true'`);
}

test.each([
  ['PUT LicenseCode', CODE, CODE],
  ['PUT LicenseCodeActivity', CODE, CODE],
  ['DELETE LicenseCodeActivity', CODE, CODE],
  ['GET OfflineActivation', { productid: CODE.productid, activationcertificate: request }, CODE],
  ['POST GroupLicenseCode', { ...CODE, groupid: 7 }, CODE],
  ['PUT Profile', { ...PROFILE, newprofilename: 'Renamed' }, CODE],
  ['PUT Profile', { ...PROFILE, inheritprofile: 'true' }, CODE],
  ['POST ProductFeatures', { ...PRODUCT, features: features({ featureCode: 'NEW' }) }, CODE],
  ['PUT ProductFeatures', { ...PRODUCT, features: features({ featureCode: 'FLOAT' }) }, CODE],
  [
    'PUT ProductFeatures',
    { ...PRODUCT, features: features({ featureCode: 'FLOAT', newfeatureCode: 'F' }) },
    CODE,
  ],
  ['DELETE ProductFeatures', { ...PRODUCT, featureCode: 'FLOAT' }, CODE],
  ['POST ProductUDF', { ...PRODUCT, udfValues: [{ fieldName: 'NEW' }] }, CODE],
  ['PUT ProductUDF', { ...PRODUCT, udfValues: [{ fieldName: 'TEST1', newFieldName: 'FIRST' }] }, CODE],
  ['DELETE ProductUDF', { ...PRODUCT, fieldName: 'TEST1' }, CODE],
  ['PUT Company', { companyid: 7, productid: HELD.productid, company: 'abc plc' }, HELD],
  ['DELETE Company', { companyid: 7 }, HELD],
])('%s %j', (call, input, key) => {
  const service = startService();
  keepRows(service);
  expect(isStale(service, key)).toBe(true);
  service.ok(call, input);
  expect(isStale(service, key)).toBe(false);
});

test('GET NextLicenseCode', () => {
  const service = startService();
  keepRows(service);
  const productid = '3659400101';
  const licensecode = String(service.ok('GET NextLicenseCode', { productid }));
  expect(isStale(service, { productid, licensecode })).toBe(false);
});
