/** GET Profile and GET Profiles: the same record in two spellings. */
import { answer, type Handler } from './answer.js';
import { loadOptions, printFeatures, printFunctions, printUdfs } from './options.js';
import { listRows, readPage } from './paging.js';
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

export const getProfiles: Handler = (input, deps) => {
  const productId = input.text('productId');
  const page = readPage(input);
  const withFunctions = input.bit('getSfs');
  const selection = {
    table: 'zentitle_profiles',
    where: productId === undefined ? '' : 'where productId = ?',
    values: productId === undefined ? [] : [productId],
  };
  return listRows(deps, selection, page, (row) => {
    const profile = readProfile(row);
    const options = loadOptions(deps.store, profile.optionsId);
    return {
      productId: profile.productId,
      ...listedTerms(profile),
      features: printFeatures(options.features, 'lower'),
      udfValues: printUdfs(options.udfs),
      ...(withFunctions ? { serverFunctions: printFunctions(options.functions) } : {}),
    };
  });
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
