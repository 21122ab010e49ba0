/** GET Profile and GET Profiles: the same record in two spellings. */
import { textOf } from '../row.js';
import { answer, countAnswer, type Handler } from './answer.js';
import { loadOptions, printFeatures, printFunctions, printUdfs } from './options.js';
import { readPage } from './paging.js';
import { requireProduct } from './products.js';
import { type Profile, readProfile, requireProfile } from './profile-record.js';

export const getProfile: Handler = (input, { store }) => {
  const product = requireProduct(store, input.requiredText('productid'));
  const profile = requireProfile(store, product.productId, input.requiredText('profilename'));
  const options = loadOptions(store, profile.optionsId);
  return answer([
    {
      profileName: profile.name,
      profileID: profile.profileId,
      enabledforuse: profile.enabled === 1 ? 'True' : 'False',
      licensetype: profile.licenseType,
      clientsallowed: profile.clientsAllowed,
      clientLeaseperiod: profile.clientLease,
      vmLeaseperiod: profile.vmLease,
      clientOfflineLeaseperiod: profile.offlineLease,
      acquiredbywebservice: profile.acquired === 1 ? 'True' : 'False',
      networkseats: profile.networkSeats,
      heartbeat: profile.heartbeat,
      concurrentProcesses: profile.concurrentProcesses,
      resellerID: profile.resellerId,
      concurrencyMode: profile.concurrencyMode,
      subscriptionperiod: profile.subscriptionPeriod,
      subscriptionEnddate: profile.subscriptionEnd,
      maintenanceEnddate: profile.maintenanceEnd,
      created: profile.created,
      modified: profile.modified,
      features: printFeatures(options.features, 'upper'),
      udfValues: printUdfs(options.udfs),
      ...(input.bit('getsfs') ? { serverFunctions: printFunctions(options.functions) } : {}),
    },
  ]);
};

export const getProfiles: Handler = (input, { store, settings }) => {
  const productId = input.text('productId');
  const page = readPage(input);
  const withFunctions = input.bit('getSfs');
  const where = productId === undefined ? '' : 'where productId = ?';
  const values = productId === undefined ? [] : [productId];
  if (page === undefined) {
    const row = store.get(`select count(*) as n from zentitle_profiles ${where}`, ...values);
    return countAnswer(Number(row?.n), settings.zentitleCount);
  }
  const rows = store.all(
    `select * from zentitle_profiles ${where} order by seq limit ? offset ?`,
    ...values,
    page.size,
    page.offset,
  );
  return answer(
    rows.map((row) => {
      const options = loadOptions(store, readProfile(row).optionsId);
      return {
        productId: textOf(row, 'productId'),
        ...listedTerms(readProfile(row)),
        features: printFeatures(options.features, 'lower'),
        udfValues: printUdfs(options.udfs),
        ...(withFunctions ? { serverFunctions: printFunctions(options.functions) } : {}),
      };
    }),
  );
};

function listedTerms(profile: Profile): Readonly<Record<string, unknown>> {
  return {
    profileName: profile.name,
    profileId: profile.profileId,
    enabledForUse: String(profile.enabled === 1),
    // The example prints both of these in lower case, other types by inference.
    licenseType: profile.licenseType.toLowerCase(),
    clientsAllowed: profile.clientsAllowed,
    clientLeasePeriod: profile.clientLease,
    vmLeasePeriod: profile.vmLease,
    clientOfflineLeasePeriod: profile.offlineLease,
    acquiredByWebservice: String(profile.acquired === 1),
    networkSeats: profile.networkSeats,
    heartBeat: profile.heartbeat,
    concurrentProcesses: profile.concurrentProcesses,
    resellerId: profile.resellerId,
    concurrencyMode: profile.concurrencyMode.toLowerCase(),
    subscriptionPeriod: profile.subscriptionPeriod,
    subscriptionEndDate: profile.subscriptionEnd,
    maintenanceEndDate: profile.maintenanceEnd,
    created: profile.created,
    modified: profile.modified,
  };
}
