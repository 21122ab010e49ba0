/** Tables of groups, their users and codes, and of consumer records. */

export const ACCOUNT_SCHEMA = '';
