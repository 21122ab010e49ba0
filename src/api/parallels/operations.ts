/** The calls of the Parallels RAS REST licensing sample, and the table of all. */
import type { Field, Operation } from '../operation.js';

const SAMPLE = 'Parallels REST licensing sample';
const GUIDE = 'Parallels RAS REST API guide';

const EMAIL: Field = {
  name: 'email',
  type: 'string',
  required: true,
  note: 'E-mail of the Parallels My Account; not the RAS administrator.',
};

const PASSWORD: Field = {
  name: 'password',
  type: 'string',
  required: true,
  secret: true,
  note: 'Password of the Parallels My Account.',
};

/**
 * `read`, like the other session calls: it opens an administrator session and changes nothing about the
 * licence, so a dry run may log on to look. The provider makes these calls by itself around the others.
 */
export const logon: Operation = {
  id: 'parallels.session.logon',
  provider: 'parallels',
  method: 'POST',
  path: '/api/Session/logon',
  summary: 'Opens an administrator session.',
  effect: 'read',
  encoding: 'json',
  input: [
    {
      name: 'username',
      type: 'string',
      required: true,
      minLength: 1,
      maxLength: 255,
      note: 'RAS administrator.',
    },
    { ...PASSWORD, note: 'Password of the RAS administrator.' },
  ],
  answer: { kind: 'record' },
  source: SAMPLE,
};

export const logoff: Operation = {
  id: 'parallels.session.logoff',
  provider: 'parallels',
  method: 'POST',
  path: '/api/Session/logoff',
  summary: 'Closes our own administrator session.',
  effect: 'read',
  encoding: 'none',
  input: [],
  answer: { kind: 'empty' },
  source: SAMPLE,
};

/** Takes away the session of somebody who may be at work. */
export const endSession: Operation = {
  id: 'parallels.session.end',
  provider: 'parallels',
  method: 'POST',
  path: '/api/Session/{SessionId}/logoff',
  summary: 'Ends the session of another administrator.',
  effect: 'destroy',
  encoding: 'none',
  input: [{ name: 'SessionId', type: 'integer', required: true, note: 'Id of the session.' }],
  answer: { kind: 'empty' },
  source: GUIDE,
};

/**
 * `create`: nothing says whether activating a farm twice replaces, refuses or counts a second time; and a trial
 * cannot be had again.
 */
export const activateLicense: Operation = {
  id: 'parallels.license.activate',
  provider: 'parallels',
  method: 'POST',
  path: '/api/License/activate',
  summary: 'Activates the farm with a licence key, or as a trial without one.',
  effect: 'create',
  encoding: 'json',
  input: [
    EMAIL,
    PASSWORD,
    { name: 'key', type: 'string', note: 'Licence key; a trial is started when it is left out.' },
  ],
  answer: { kind: 'undocumented' },
  source: SAMPLE,
  guess: 'That a trial is started without a key is documented for the PowerShell cmdlet only.',
};

export const showLicense: Operation = {
  id: 'parallels.license.show',
  provider: 'parallels',
  method: 'GET',
  path: '/api/License',
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
};

export const deactivateLicense: Operation = {
  id: 'parallels.license.deactivate',
  provider: 'parallels',
  method: 'POST',
  path: '/api/License/deactivate',
  summary: 'Takes the licence from the farm.',
  effect: 'destroy',
  encoding: 'json',
  input: [EMAIL, PASSWORD],
  answer: { kind: 'undocumented' },
  source: SAMPLE,
};

const reading = (id: string, path: string, summary: string): Operation => ({
  id: `parallels.${id}`,
  provider: 'parallels',
  method: 'GET',
  path: `/api/${path}`,
  summary,
  effect: 'read',
  encoding: 'none',
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
