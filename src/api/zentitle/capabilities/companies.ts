/** Companies. */
import type { Client } from '../../client.js';
import type { Input } from '../../operation.js';
import type { Capabilities, CapabilityDeps } from '../../provider.js';
import { readBoolean, readText } from '../../read.js';
import { recordsIn } from '../answers.js';
import { changing, creating } from '../changes.js';
import { recordIn } from '../one-record.js';
import {
  createCompany,
  deleteCompany,
  findCompany,
  listCompanies,
  showCompany,
  updateCompany,
} from '../operations/companies.js';
import { readCompany, readCompanyEntry } from '../read-companies.js';
import { readId } from '../read-values.js';

export function companyCapability(
  client: Client,
  deps: CapabilityDeps,
): NonNullable<Capabilities['companies']> {
  const find = async (input: Input) => {
    const answer = await client.call(findCompany, input);
    const record = recordIn(answer, findCompany, 'companyID', {
      what: `company ${readText(input.company)}`,
      code: 'company_not_found',
    });
    return { value: readCompanyEntry(record), raw: answer.body };
  };

  return {
    find,

    async show(input) {
      const answer = await client.call(showCompany, input);
      const id = readText(input.companyid) ?? '';
      const record = recordIn(answer, showCompany, 'company', {
        what: `company ${id}`,
        code: 'company_not_found',
        hint: 'licensectl company find NAME tells the id of a company.',
      });
      return { value: readCompany(record, id), raw: answer.body };
    },

    async list() {
      const answer = await client.call(listCompanies, {});
      return {
        value: recordsIn(answer, listCompanies, 'companyID').map(readCompanyEntry),
        raw: answer.body,
      };
    },

    create: creating(client, deps, {
      operation: createCompany,
      noun: 'company',
      idKeys: ['companyID', 'id'],
      named: ({ company, productid }) => ({ name: readText(company), product: readText(productid) }),
      lookUp: async ({ company, productid, global }) => {
        const owner = readBoolean(global) === true ? null : readText(productid);
        const { id, product } = (await find({ company, ...(owner !== null && { productid: owner }) })).value;
        // A product may have a company of the same name as all products have.
        return product === owner ? id : null;
      },
    }),
    update: changing(client, updateCompany, ({ companyid }) => ({ id: readId(companyid) })),
    delete: changing(client, deleteCompany, ({ companyid }) => ({ id: readId(companyid) })),
  };
}
