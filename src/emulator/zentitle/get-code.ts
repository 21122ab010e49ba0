/** GET LicenseCode: one code in one product, or in all of them. */
import type { Store } from '../store.js';
import { answer, type Handler } from './answer.js';
import { findCodes, type LicenseCode, requireCode } from './code-record.js';
import { companyName } from './companies.js';
import { printNotes } from './notes.js';
import { loadOptions, printFeatures, printFunctions, printUdfs } from './options.js';
import { profileName } from './profile-record.js';
import { Refusal } from './refusal.js';

interface Parts {
  readonly onlyFeaturesOn: boolean;
  readonly notes: boolean;
  readonly functions: boolean;
}

export const getLicenseCode: Handler = (input, { store }) => {
  const code = input.requiredText('licensecode').trim();
  // The shape of the breakdowns by computer and user is not documented: the example that asks shows none.
  input.bit('details');
  input.bit('userdetails');
  const parts: Parts = {
    onlyFeaturesOn: input.choice('showfeatures', ['on', 'all']) === 'on',
    notes: input.bit('getnotes'),
    functions: input.bit('getsfs'),
  };
  const found = input.text('productid') === undefined ? findCodes(store, code) : [requireCode(input, store)];
  if (found.length === 0) throw new Refusal(`License code ${code} was not found.`);
  return answer(found.map((one) => printCode(store, one, parts)));
};

function printCode(store: Store, code: LicenseCode, parts: Parts): Readonly<Record<string, unknown>> {
  const options = loadOptions(store, code.optionsId);
  return {
    licenseCode: code.code,
    productID: code.productId,
    company: companyName(store, code.companyId),
    companyID: code.companyId,
    enabledforuse: code.enabled === 1 ? 'True' : 'False',
    licensetype: code.licenseType,
    clientsallowed: code.clientsAllowed,
    clientLeaseperiod: code.clientLease,
    vmLeaseperiod: code.vmLease,
    clientOfflineLeaseperiod: code.offlineLease,
    acquiredbywebservice: code.acquired === 1 ? 'True' : 'False',
    networkseats: code.networkSeats,
    heartbeat: code.heartbeat,
    profilename: profileName(store, code.profileId, 'Default'),
    concurrentProcesses: code.concurrentProcesses,
    numActivations: code.activeCount,
    concurrencyMode: code.concurrencyMode,
    subscriptionperiod: code.subscriptionPeriod,
    subscriptionEnddate: code.subscriptionEnd,
    subscriptionlastActivated: code.lastActivated,
    maintenanceEnddate: code.maintenanceEnd,
    features: printFeatures(
      options.features.filter((feature) => feature.on || !parts.onlyFeaturesOn),
      'upper',
    ),
    udfValues: printUdfs(options.udfs),
    ...(parts.notes ? { notes: printNotes(store, code) } : {}),
    ...(parts.functions ? { serverFunctions: printFunctions(options.functions) } : {}),
  };
}
