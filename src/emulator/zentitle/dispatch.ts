/**
 * One request of the emulated service: controller, verb, key, body, handler, and how refusals are written.
 * HTTP statuses are not documented; 401, 403, 404, 405 and 415 are assumed here for what a web framework
 * answers before the service.
 */
import { mediaTypeOf } from '../json-body.js';
import type { EmulatedRequest, EmulatedResponse, SystemDeps } from '../system.js';
import { ACCOUNT_HANDLERS } from './account-handlers.js';
import {
  deleteLicenseCodeActivity,
  getActivatedLicenseCodes,
  getLicenseCodeActivity,
  getSystemDetails,
  putLicenseCodeActivity,
} from './activity.js';
import { type Handler, spellNames } from './answer.js';
import { authenticate, requireKeyKind } from './authorize.js';
import { postProfile, putProfile } from './change-profile.js';
import { getCompaniesProducts, getCompany, getCompanyId } from './companies.js';
import { postLicenseCode } from './create-codes.js';
import { getLicenseCode } from './get-code.js';
import { readInputs } from './input.js';
import { getLicenseCodes } from './list-codes.js';
import { getNextLicenseCode } from './next-code.js';
import { deleteLicenseNote, getLicenseNote, postLicenseNote, putLicenseNote } from './notes.js';
import { deleteOfflineActivation, getOfflineActivation } from './offline.js';
import { postPassiveLicense } from './passive.js';
import { PRODUCT_HANDLERS } from './product-handlers.js';
import { getProduct, getProducts } from './products.js';
import { getProfile, getProfiles } from './profiles.js';
import { Refusal } from './refusal.js';
import { deleteTrial, getTrial, getTrials } from './trials.js';
import { putLicenseCode } from './update-code.js';

const OK = 200;
const NOT_FOUND = 404;
const METHOD_NOT_ALLOWED = 405;
const UNSUPPORTED_MEDIA_TYPE = 415;

/** The calls of the document, by verb and controller; what is not here is refused as the service refuses it. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
  'GET LicenseCode': getLicenseCode,
  'POST LicenseCode': postLicenseCode,
  'PUT LicenseCode': putLicenseCode,
  'GET LicenseCodes': getLicenseCodes,
  'GET Products': getProducts,
  'GET Product': getProduct,
  'GET Profile': getProfile,
  'POST Profile': postProfile,
  'PUT Profile': putProfile,
  'GET Profiles': getProfiles,
  'GET Trial': getTrial,
  'DELETE Trial': deleteTrial,
  'GET Trials': getTrials,
  'GET OfflineActivation': getOfflineActivation,
  'DELETE OfflineActivation': deleteOfflineActivation,
  'POST PassiveLicense': postPassiveLicense,
  'GET LicenseCodeActivity': getLicenseCodeActivity,
  'PUT LicenseCodeActivity': putLicenseCodeActivity,
  'DELETE LicenseCodeActivity': deleteLicenseCodeActivity,
  'GET ActivatedLicenseCodes': getActivatedLicenseCodes,
  'GET SystemDetails': getSystemDetails,
  'GET NextLicenseCode': getNextLicenseCode,
  'GET LicenseNote': getLicenseNote,
  'POST LicenseNote': postLicenseNote,
  'PUT LicenseNote': putLicenseNote,
  'DELETE LicenseNote': deleteLicenseNote,
  'GET CompaniesProducts': getCompaniesProducts,
  'GET CompanyID': getCompanyId,
  'GET Company': getCompany,
  ...PRODUCT_HANDLERS,
  ...ACCOUNT_HANDLERS,
};

const PREFIX = '/api/';

/** Answers one request; the state changes wholly or, on a refusal, not at all. */
export function handle(request: EmulatedRequest, deps: SystemDeps): EmulatedResponse {
  try {
    const { method, controller, handler } = route(request);
    requireKeyKind(authenticate(request.headers.authorization), method, controller);
    requireJson(request);
    const input = readInputs(request.body);
    const answer = deps.store.transaction(() => handler(input, deps));
    return respond(OK, spellNames(answer, deps.settings.zentitleNames));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const status = error.status ?? deps.settings.zentitleErrorStatus;
    return respond(status, JSON.stringify(error.message), error.headers);
  }
}

interface Route {
  readonly method: string;
  readonly controller: string;
  readonly handler: Handler;
}

/** Controllers are found without regard to case, as the service's framework does. */
function route({ method, path }: EmulatedRequest): Route {
  const wanted = path.toLowerCase().replace(/\/$/, '');
  const routes = Object.entries(HANDLERS)
    .map(toRoute)
    .filter(({ controller }) => `${PREFIX}${controller}`.toLowerCase() === wanted);
  if (routes.length === 0) throw new Refusal(`There is no controller at ${path}.`, NOT_FOUND);
  const found = routes.find((candidate) => candidate.method === method);
  if (found !== undefined) return found;
  const allow = routes.map((candidate) => candidate.method).join(', ');
  throw new Refusal(`The controller at ${path} does not take ${method}.`, METHOD_NOT_ALLOWED, { allow });
}

function toRoute([name, handler]: readonly [string, Handler]): Route {
  const [method = '', controller = ''] = name.split(' ');
  return { method, controller, handler };
}

/** The document asks for this header on every call; without a body it may be absent here. */
function requireJson({ headers, body }: EmulatedRequest): void {
  if (body.length === 0 || mediaTypeOf(headers) === 'application/json') return;
  throw new Refusal('Please send the header Content-Type: application/json.', UNSUPPORTED_MEDIA_TYPE);
}

function respond(
  status: number,
  json: string,
  more: Readonly<Record<string, string>> = {},
): EmulatedResponse {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...more }, body: json };
}
