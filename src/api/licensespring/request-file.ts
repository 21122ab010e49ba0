/**
 * Request files of clients without a network, in both forms (License API v4 documentation, offline activation and
 * offline request schema).
 */
import { UsageError } from '../../errors.js';
import { base64In, valueBehind } from '../base64-json.js';
import { checkMembers } from '../field-check.js';
import { text } from '../field-kinds.js';
import { invalidInput } from '../input-errors.js';
import type { RequestFacts, RequestForm, RequestKind, RequestOrder } from '../offline-files.js';
import type { Field } from '../operation.js';
import { isObject, type JsonObject, member, readText } from '../read.js';
import { checkRules } from '../rule-check.js';
import {
  BUNDLE_CODE,
  DEVICE,
  HARDWARE_ID,
  LICENSE_ID,
  LICENSE_KEY,
  PASSWORD,
  PRODUCT,
  USERNAME,
  VARIABLES,
  VIRTUAL_MACHINE,
} from './fields.js';
import { requireSigner, signFiveLines, signText } from './file-signature.js';
import { httpDate } from './signature.js';

/**
 * What a request file may say besides who signs it, when, and what for. Without `product_features`, of which the pages
 * give the name alone; a file that has it is read and sent as it is.
 */
const CONTENT: readonly Field[] = [
  HARDWARE_ID,
  PRODUCT,
  LICENSE_KEY,
  { ...USERNAME, flag: 'user' },
  PASSWORD,
  text('request_id', 'Id that tells this request from others.'),
  LICENSE_ID,
  BUNDLE_CODE,
  ...VIRTUAL_MACHINE,
  ...DEVICE,
  VARIABLES,
  { name: 'consumptions', type: 'integer', note: 'Adds this many to the total consumption.' },
  text('app_name', 'Name of the application.'),
];

/** Members that only the newer form has. */
const SDK_ONLY = 'app_name';

/** Members that no request has. */
const NAMES_OF_A_LICENSE = ['license_signature', 'license_signature_v2', 'bundle_signature_v2'];

/**
 * @throws UsageError `invalid_input` for input that breaks a rule; AuthenticationError `missing_credentials`
 */
export function makeRequestFile(order: RequestOrder): RequestFacts {
  const { kind, form, account, now } = order;
  const checked = checkMembers(CONTENT, order.input);
  checkRules(
    [
      { kind: 'exactly-one', fields: ['license_key', 'username'] },
      { kind: 'needs', field: 'username', needs: ['password'] },
      { kind: 'needs', field: 'password', needs: ['username'] },
    ],
    CONTENT,
    checked,
  );
  if (form === 'documented' && checked[SDK_ONLY] !== undefined) {
    throw invalidInput('--app-name goes with --form sdk: the documented form has no place for it.');
  }
  const signer = requireSigner(account);
  const { request_id: requestId = order.requestId, ...content } = checked;
  const date = form === 'sdk' ? sdkDate(now) : httpDate(now);
  const body = { [signer.field]: signer.id, date, request: kind, request_id: requestId, ...content };
  const holder = String(checked.license_key ?? checked.username);
  const file =
    form === 'sdk'
      ? signedWhole({ schema_version: 2, app_name: 'licensectl', ...body }, (whole) =>
          signText(signer, whole),
        )
      : { ...body, signature: signFiveLines(signer, date, holder, String(checked.hardware_id)) };
  return factsOf(Buffer.from(JSON.stringify(file), 'utf8').toString('base64'), file, form);
}

/** @throws UsageError `not_a_request_file` */
export function readRequestFile(given: string, source: string, kind?: RequestKind): RequestFacts {
  const content = base64In(given);
  if (content === null) {
    throw noRequest(
      source,
      /^\s*[{[]/.test(given) ? 'it is JSON, and a request is Base64 of it' : NOT_BASE64,
    );
  }
  const file = valueBehind(content);
  if (!isObject(file)) throw noRequest(source, NOT_BASE64);
  const form: RequestForm = isObject(member(file, 'request')) ? 'sdk' : 'documented';
  if (NAMES_OF_A_LICENSE.some((name) => member(contentOf(file), name) !== undefined)) {
    throw noRequest(source, 'it is a licence file, which licensectl offline verify takes');
  }
  const facts = factsOf(content, file, form);
  const lacking = [
    ...(facts.deviceId === null ? ['hardware_id'] : []),
    ...(facts.product === null ? ['product'] : []),
    ...(facts.key === null && facts.username === null ? ['license_key or username'] : []),
    ...(readText(member(file, 'signature')) === null ? ['signature'] : []),
  ];
  if (lacking.length > 0) throw noRequest(source, `it lacks ${lacking.join(', ')}`);
  const word = member(contentOf(file), 'request');
  if (facts.kind === null && word !== undefined) {
    throw noRequest(source, 'its "request" is neither activation nor deactivation');
  }
  if (kind === undefined || facts.kind === null || facts.kind === kind) return facts;
  throw new UsageError(`${source} is a request for ${facts.kind}, not for ${kind}.`, {
    code: 'wrong_request',
    provider: 'licensespring',
    hint: `It goes to: licensectl offline ${facts.kind === 'activation' ? 'activate' : 'deactivate'}. Nothing was sent.`,
  });
}

const NOT_BASE64 = 'it is not Base64 of a JSON object';

function noRequest(source: string, why: string): UsageError {
  return new UsageError(`${source} is no request file: ${why}.`, {
    code: 'not_a_request_file',
    provider: 'licensespring',
    hint: 'The client makes it, or: licensectl offline request. Nothing was sent.',
  });
}

/** The newer form: everything is in `request`, and its compact text is signed. */
function signedWhole(request: JsonObject, sign: (text: string) => string): JsonObject {
  return { request, signature: sign(JSON.stringify(request)) };
}

/** In the newer form the content stands under `request`, which in the older one is a word. */
function contentOf(file: JsonObject): JsonObject {
  const inner = member(file, 'request');
  return isObject(inner) ? inner : file;
}

function factsOf(content: string, file: JsonObject, form: RequestForm): RequestFacts {
  const inside = contentOf(file);
  const read = (name: string): string | null => readText(member(inside, name));
  const time = Date.parse(read('date') ?? '');
  const kind = read('request')?.toLowerCase();
  return {
    provider: 'licensespring',
    form,
    kind: kind === 'activation' || kind === 'deactivation' ? kind : null,
    key: read('license_key'),
    username: read('username'),
    product: read('product'),
    deviceId: read('hardware_id'),
    requestId: read('request_id'),
    madeAt: Number.isNaN(time) ? null : new Date(time).toISOString(),
    content,
    secrets: [read('password'), read('api_key')].filter((secret) => secret !== null),
  };
}

/** As the vendor's client for Node.js writes it: `Fri Nov 20 2026 22:15:37 GMT+0000`. */
function sdkDate(now: number): string {
  const [day, date, month, year, time] = httpDate(now).replace(',', '').split(' ');
  return `${day} ${month} ${date} ${year} ${time} GMT+0000`;
}
