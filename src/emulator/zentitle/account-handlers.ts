/** Companies, groups, users and consumers: who the customers are. */
import type { Handler } from './answer.js';
import { deleteCompany, postCompany, putCompany } from './change-companies.js';
import { getConsumerData, postConsumerData } from './consumers.js';
import { deleteGroupLicenseCode, getGroupLicenseCode, postGroupLicenseCode } from './group-codes.js';
import {
  deleteGroupUser,
  getAuthenticateUser,
  getGroupUser,
  postGroupUser,
  postGroupUserLicense,
  putGroupUser,
  putGroupUserPassword,
} from './group-users.js';
import { deleteGroup, getGroup, postGroup, putGroup } from './groups.js';

export const ACCOUNT_HANDLERS: Readonly<Record<string, Handler>> = {
  'POST Company': postCompany,
  'PUT Company': putCompany,
  'DELETE Company': deleteCompany,
  'GET Group': getGroup,
  'POST Group': postGroup,
  'PUT Group': putGroup,
  'DELETE Group': deleteGroup,
  'GET GroupUser': getGroupUser,
  'POST GroupUser': postGroupUser,
  'PUT GroupUser': putGroupUser,
  'DELETE GroupUser': deleteGroupUser,
  'PUT GroupUserPassword': putGroupUserPassword,
  'GET AuthenticateUser': getAuthenticateUser,
  'GET GroupLicenseCode': getGroupLicenseCode,
  'POST GroupLicenseCode': postGroupLicenseCode,
  'DELETE GroupLicenseCode': deleteGroupLicenseCode,
  'POST GroupUserLicense': postGroupUserLicense,
  'GET ConsumerData': getConsumerData,
  'POST ConsumerData': postConsumerData,
};
