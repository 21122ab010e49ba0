/** A request file in the documented form, made here on its own as a machine without a network would. */
import { createHmac } from 'node:crypto';

const API_KEY = 'emulator-api-key-9d3f7c21';
const SHARED_KEY = 'kw4qSnpSwXzgiv5yxYpZZmFEd9QAeiKTQ6OuyMja';
const DATE = 'Tue, 07 Jun 2011 20:51:35 GMT';

export interface RequestedLicense {
  readonly license_key: string;
  readonly product: string;
  readonly hardware_id: string;
}

/** Base64 of one object, with a signature over five lines. */
export function requestFile(license: RequestedLicense): string {
  const lines = ['licenseSpring', `date: ${DATE}`, license.license_key, license.hardware_id, API_KEY];
  const signature = createHmac('sha256', SHARED_KEY).update(lines.join('\n')).digest('base64');
  const request = { ...license, date: DATE, api_key: API_KEY, signature };
  return Buffer.from(JSON.stringify(request)).toString('base64');
}
