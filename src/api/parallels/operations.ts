/** The calls of the Parallels RAS REST licensing sample, and the table of all. */
import { text } from '../field-kinds.js';
import type { Field, HttpMethod, Operation } from '../operation.js';

const SAMPLE = 'Parallels REST licensing sample';
const GUIDE = 'Parallels RAS REST API guide';

type RowFacts = Omit<Operation, 'provider' | 'method' | 'path' | 'encoding'> &
  Partial<Pick<Operation, 'encoding'>>;

/** One row. Input travels as JSON unless the row says otherwise. @param path what stands behind `/api/` */
function row(method: HttpMethod, path: string, facts: RowFacts): Operation {
  return {
    provider: 'parallels',
    method,
    path: `/api/${path}`,
    encoding: facts.input.length === 0 ? 'none' : 'json',
    ...facts,
  };
}

const EMAIL: Field = text('email', 'E-mail of the Parallels My Account; not the RAS administrator.', {
  required: true,
});

const PASSWORD: Field = text('password', 'Password of the Parallels My Account.', {
  required: true,
  secret: true,
});

/**
 * `read`, like the other session calls: it opens an administrator session and changes nothing about the
 * licence, so a dry run may log on to look. The provider makes these calls by itself around the others.
 */
export const logon: Operation = row('POST', 'Session/logon', {
  id: 'parallels.session.logon',
  summary: 'Opens an administrator session.',
  effect: 'read',
  input: [
    text('username', 'RAS administrator.', { required: true, minLength: 1, maxLength: 255 }),
    { ...PASSWORD, note: 'Password of the RAS administrator.' },
  ],
  answer: { kind: 'record' },
  source: SAMPLE,
});

export const logoff: Operation = row('POST', 'Session/logoff', {
  id: 'parallels.session.logoff',
  summary: 'Closes our own administrator session.',
  effect: 'read',
  input: [],
  answer: { kind: 'empty' },
  source: SAMPLE,
});

/** Takes away the session of somebody who may be at work. */
export const endSession: Operation = row('POST', 'Session/{SessionId}/logoff', {
  id: 'parallels.session.end',
  summary: 'Ends the session of another administrator.',
  effect: 'destroy',
  encoding: 'none',
  input: [{ name: 'SessionId', type: 'integer', required: true, note: 'Id of the session.' }],
  answer: { kind: 'empty' },
  source: GUIDE,
});

/**
 * `create`: nothing says whether activating a farm twice replaces, refuses or counts a second time; and a trial
 * cannot be had again.
 */
export const activateLicense: Operation = row('POST', 'License/activate', {
  id: 'parallels.license.activate',
  summary: 'Activates the farm with a licence key, or as a trial without one.',
  effect: 'create',
  input: [EMAIL, PASSWORD, text('key', 'Licence key; a trial is started when it is left out.')],
  answer: { kind: 'undocumented' },
  source: SAMPLE,
  guess: 'That a trial is started without a key is documented for the PowerShell cmdlet only.',
});

export const showLicense: Operation = row('GET', 'License', {
  id: 'parallels.license.show',
  summary: 'The licence of the farm.',
  effect: 'read',
  encoding: 'query',
  input: [
    {
      name: 'UseCache',
      type: 'boolean',
      flag: 'use-cache',
      note: 'Takes the cached number of users instead of counting; newer farms only.',
    },
  ],
  answer: { kind: 'record' },
  source: SAMPLE,
});

export const deactivateLicense: Operation = row('POST', 'License/deactivate', {
  id: 'parallels.license.deactivate',
  summary: 'Takes the licence from the farm.',
  effect: 'destroy',
  input: [EMAIL, PASSWORD],
  answer: { kind: 'undocumented' },
  source: SAMPLE,
});

const reading = (id: string, path: string, summary: string): Operation =>
  row('GET', path, {
    id: `parallels.${id}`,
    summary,
    effect: 'read',
    input: [],
    answer: { kind: 'record' },
    source: GUIDE,
  });

export const parallelsOperations: readonly Operation[] = [
  logon,
  logoff,
  endSession,
  activateLicense,
  showLicense,
  deactivateLicense,
  reading('webservice.version', 'WebService/version', 'Version of the web administration service.'),
  reading('webservice.settings', 'WebService/settings', 'Settings of the web administration service.'),
  reading('farm.settings', 'FarmSettings', 'Settings of the farm.'),
  reading('site.status', 'Site/status', 'State of the site.'),
  reading('broker.list', 'Broker', 'Connection brokers.'),
  reading('administrator.list', 'AdminAccount', 'Administrator accounts.'),
  reading('notification.events', 'Notifications/Events', 'Notification events.'),
];
