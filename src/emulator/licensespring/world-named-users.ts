/** Licences of users. */
import { forUser, type NamedLicense } from './world-named-entry.js';

export const NAMED_USERS: readonly NamedLicense[] = [
  forUser('someone@example.com', 'works with the password somepassword: 2 activations', {
    users: [['someone@example.com', 2]],
    columns: { max_activations: 5 },
  }),
  forUser('full@example.com', 'license_user_activated_max_times: 1 activation, used by user-device-01', {
    users: [['full@example.com', 1]],
    columns: { max_activations: 5 },
    devices: [{ hardwareId: 'user-device-01', user: 'full@example.com' }],
  }),
  forUser(
    'shared@example.com',
    'license_device_exists for the hardware id shared-device-01, which another user of the licence holds',
    {
      users: [
        ['shared@example.com', 2],
        ['nora@harbour-dental.example', 2],
      ],
      columns: { max_activations: 5 },
      devices: [{ hardwareId: 'shared-device-01', user: 'nora@harbour-dental.example' }],
    },
  ),
  forUser(
    'sso@example.com',
    'works by single sign-on: an id_token or code above with customer_account_code harbour-sso',
    {
      users: [['sso@example.com', 3]],
      columns: { max_activations: 5 },
    },
  ),
  forUser('initial@example.com', 'works with the initial password initial-3f9a, until it is changed', {
    users: [['initial@example.com', 2]],
    columns: { max_activations: 5 },
    company: 'Harbour Dental',
  }),
  ofTeam('lsuser'),
  ofTeam('lsreport'),
];

function ofTeam(product: string): NamedLicense {
  return {
    license: {
      product,
      bundle: 'lsteam',
      users: [['team@example.com', 2]],
      columns: { max_activations: 5 },
      company: 'Okafor Surveying',
    },
    note: {
      kind: 'bundle user of lsteam',
      value: 'team@example.com',
      shows: 'works with the password somepassword: licences of lsuser and lsreport at once',
    },
  };
}
