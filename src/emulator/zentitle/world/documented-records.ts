/** Activities, computers, trials and notes of the document's examples. */
export interface SeedActivity {
  readonly productId: string;
  readonly code: string;
  readonly computerId: string;
  readonly activated: string;
  readonly leaseEnd?: string;
  readonly deactivated?: string;
  /** Activated when left out. */
  readonly status?: string;
  readonly vmPlatform?: string;
  readonly systemInfo?: Readonly<Record<string, string>>;
  readonly listed?: false;
}

/** `computerID` stands first, as in the example. */
const WORK_COMPUTER = {
  computerID: 'kQe0MRH12bYgemkYW2bc',
  operatingsystem: 'Microsoft Windows 10 Home Edition 16299, 64-bit',
  bitage: '64',
  screenresx: '1920',
  screenresy: '1080',
  processor: 'GenuineIntel:Intel(R) Core(TM) i7-4500U CPU @ 1.80GHz',
  cores: '4',
  memory: '8090',
  oslanguage: 'en-GB',
  applanguage: 'en-GB',
  type: 'DESKTOP',
  licensestatus: 'Activated',
  version: '2',
  build: '2',
  edition: 'ENT',
  computername: 'Work_DESKTOP',
  vmplatform: 'Physical',
} as const;

export const DOCUMENTED_SYSTEM = { productId: '6872450105', details: WORK_COMPUTER } as const;

const CODE = '206454320110930859';

export const DOCUMENTED_ACTIVITIES: readonly SeedActivity[] = [
  {
    productId: '6453300110',
    code: CODE,
    computerId: 'wN2pQ7LkZ0vR4sYt8HcE',
    activated: '2018-08-02T06:59:02.043',
    leaseEnd: '2019-08-02T06:59:02.043',
  },
  {
    productId: '6843607105',
    code: '286502700212974761',
    computerId: 'hJ5dX1mBf9Ga3UeK6oRi',
    activated: '2018-09-11T08:52:34.467',
    leaseEnd: '2018-09-11T09:52:34.467',
  },
  {
    productId: '6872450105',
    code: CODE,
    computerId: WORK_COMPUTER.computerID,
    activated: '2018-01-01T00:00:00',
    leaseEnd: '2018-01-22T11:28:55.56',
    // What the computer reported with its activation; its details have changed since.
    systemInfo: { ...WORK_COMPUTER, type: '', computername: 'Work_Laptop' },
  },
  // ActivatedLicenseCodes names this one, the activity of the code shows the computer above alone.
  {
    productId: '6872450105',
    code: CODE,
    computerId: 'BLXRrZJ5T9imK7qPrJSL',
    activated: '2018-01-01T00:00:00',
    listed: false,
  },
  // The computer of the documented certificate: its deactivation answers OK without an activation before it.
  {
    productId: '6872450105',
    code: CODE,
    computerId: 'aTkkGlWXABuOc06tWmDe',
    activated: '2018-01-01T00:00:00',
    listed: false,
  },
  {
    productId: '6872450105',
    code: '286901020157066211',
    computerId: 'BLXRrZJ5T9imK7qPrJSL',
    activated: '2018-03-05T14:21:09.88',
  },
  {
    productId: '6872450105',
    code: '276439600252847932',
    computerId: 'oLh+T3o+A39g5Sz/8Ug8',
    activated: '2018-11-16T06:12:44.883',
  },
  {
    productId: '6872450105',
    code: '298537600274878402',
    computerId: 'P5oSK0sA6aH1lCpfSTgV',
    activated: '2019-02-14T06:55:21.857',
  },
  {
    productId: '3117400101',
    code: '3274861020157066211',
    computerId: 'MauY67890Gh34567890',
    activated: '2019-06-06T09:33:58.173',
  },
  {
    productId: '6503300100',
    code: '358161020157066281',
    computerId: 'YtUAc6Xx7auMoc+t7H4+',
    activated: '2020-04-21T19:57:04.603',
  },
];

export const DOCUMENTED_TRIALS = [
  {
    productId: '3117400101',
    computerId: 'MauY67890Gh34567890',
    period: 30,
    created: '2019-06-06T09:33:58.173',
    modified: '2019-06-06T09:33:58.173',
    leaseEnd: '2019-06-21T09:33:58.173',
    expires: '2019-07-06T09:33:58.173',
    code: '3274861020157066211',
  },
  {
    productId: '6503300100',
    computerId: 'YtUAc6Xx7auMoc+t7H4+',
    period: 10,
    created: '2020-04-21T17:39:53.95',
    modified: '2020-04-21T19:57:04.603',
    leaseEnd: '2020-04-21T21:57:04.603',
    expires: '2020-05-01T17:39:53.95',
    code: '358161020157066281',
  },
] as const;

/** The computer whose trial is running: GET and DELETE Trial. */
export const TRIAL_COMPUTER = { productId: '6872450105', computerId: 'BLXRrZJ5T9imK7qPrJSL' } as const;

/** Note 10 is changed and deleted by examples but left out of the list of its code. */
export const DOCUMENTED_NOTES = [
  note(10, '6872450105', '27835001310249256', 'General', '2019-01-04T10:02:51.3', 'General note', 0),
  note(11, '6872450105', '27835001310249256', 'General', '2019-01-05T21:41:28.72', 'Rest API general note'),
  note(12, '6872450105', '27835001310249256', 'System', '2019-01-07T13:46:16.257', 'note'),
  note(102_509, '6453300110', CODE, 'System', '2020-12-18T17:11:15.7', 'note'),
  note(102_511, '6453300110', CODE, 'General', '2020-12-18T17:15:39.387', 'General note updated'),
] as const;

function note(
  noteId: number,
  productId: string,
  code: string,
  type: 'General' | 'System',
  created: string,
  description: string,
  listed = 1,
) {
  return { noteId, productId, code, type, created, createdBy: '', description, listed };
}
