/**
 * The documented part of Babel's management API: here so that the raw command knows what a call does. Bodies
 * are given as far as they are published; nothing checks what stands inside the wrapped objects.
 */
import { text } from '../field-kinds.js';
import type { AnswerShape, Effect, Field, HttpMethod, Operation } from '../operation.js';

const RECORD: AnswerShape = { kind: 'record' };
const UNKNOWN: AnswerShape = { kind: 'undocumented' };

const LIST_QUERY: readonly Field[] = [
  text('select', 'Fields to return.'),
  text('filter', 'Which to return.'),
  text('sort', 'In which order.'),
  { name: 'take', type: 'integer', min: 0, note: 'How many to return.' },
  { name: 'skip', type: 'integer', min: 0, note: 'How many to pass over.' },
];

const pathId = (name: string, note: string): Field => ({ name, type: 'string', required: true, note });
const wrapped = (name: string, note: string, fields?: readonly Field[]): Field => ({
  name,
  type: 'object',
  note,
  ...(fields === undefined ? {} : { fields }),
});

const LICENSE = wrapped('license', 'The licence.', [
  text('templateId', 'Template to start from.'),
  { name: 'licensingMode', type: 'integer', note: '0 licence file, 1 activation, 2 floating.' },
  text('userKey', 'Licence key; generated when absent.'),
  text('licenseeName', 'Name of the licensee.'),
  text('licenseeEmail', 'E-mail of the licensee.'),
  text('licenseeCompany', 'Company of the licensee.'),
  { name: 'maxAllowedSites', type: 'integer', min: 0, note: 'Number of seats.' },
  { name: 'features', type: 'list', note: 'Features: name, data, expireDate.' },
  { name: 'fields', type: 'list', note: 'Fields: name, value.' },
]);

const API_KEY = wrapped('apiKey', 'The API key.', [
  text('name', 'Name of the key.'),
  text('ownerId', 'Owner.'),
  { name: 'permissions', type: 'integer', note: 'Sum of 1 read, 2 write, 4 delete.' },
]);

const LICENSE_ID = pathId('licenseId', 'Id of the licence.');

interface Parts {
  readonly input: readonly Field[];
  readonly answer?: AnswerShape;
  readonly guess?: string;
}

const management = (
  id: string,
  effect: Effect,
  method: HttpMethod,
  path: string,
  summary: string,
  { input, answer = UNKNOWN, guess }: Parts,
): Operation => ({
  id: `babel.${id}`,
  provider: 'babel',
  method,
  path: `/v1/${path}`,
  summary,
  effect,
  encoding: method === 'GET' ? 'query' : method === 'DELETE' ? 'none' : 'json',
  input,
  answer,
  source: 'Babel management API pages',
  ...(guess === undefined ? {} : { guess }),
});

const TOKEN_PATH = 'The exact path of one token is inferred.';

export const managementOperations: readonly Operation[] = [
  management('licenses.list', 'read', 'GET', 'licenses', 'Lists licences.', {
    input: LIST_QUERY,
    answer: RECORD,
  }),
  management('licenses.create', 'create', 'POST', 'licenses', 'Makes a licence.', {
    input: [LICENSE],
    answer: RECORD,
  }),
  management(
    'licenses.update',
    'write',
    'PUT',
    'licenses/{licenseId}',
    'Replaces a licence; also how one is revoked.',
    {
      input: [LICENSE_ID, LICENSE],
      guess: 'That revoking is done by replacing is inferred.',
    },
  ),
  management('licenses.delete', 'destroy', 'DELETE', 'licenses/{licenseId}', 'Removes a licence.', {
    input: [LICENSE_ID],
  }),
  management('tokens.list', 'read', 'GET', 'licenses/{licenseId}/tokens', 'Lists the seats of a licence.', {
    input: [LICENSE_ID, ...LIST_QUERY],
    answer: RECORD,
  }),
  management('tokens.create', 'create', 'POST', 'licenses/{licenseId}/tokens', 'Issues a seat.', {
    input: [LICENSE_ID],
    guess: 'The body is not published.',
  }),
  management(
    'tokens.delete',
    'destroy',
    'DELETE',
    'licenses/{licenseId}/tokens/{tokenId}',
    'Revokes a stuck seat.',
    {
      input: [LICENSE_ID, pathId('tokenId', 'Id of the token.')],
      guess: TOKEN_PATH,
    },
  ),
  management('products.create', 'create', 'POST', 'products', 'Makes a product.', {
    input: [wrapped('product', 'The product.')],
  }),
  management('products.delete', 'destroy', 'DELETE', 'products/{productId}', 'Removes a product.', {
    input: [pathId('productId', 'Id of the product.')],
  }),
  management('api-keys.list', 'read', 'GET', 'api-keys', 'Lists API keys.', {
    input: LIST_QUERY,
    answer: RECORD,
  }),
  management('api-keys.create', 'create', 'POST', 'api-keys', 'Makes an API key.', {
    input: [API_KEY],
    answer: RECORD,
  }),
  management('assemblies.list', 'read', 'GET', 'assemblies', 'Lists assemblies.', {
    input: LIST_QUERY,
    answer: RECORD,
  }),
  management('assemblies.create', 'create', 'POST', 'assemblies', 'Adds an assembly.', {
    input: [wrapped('assembly', 'The assembly.')],
  }),
  management('reports.list', 'read', 'GET', 'reports', 'Lists exception reports.', {
    input: LIST_QUERY,
    answer: RECORD,
  }),
];
