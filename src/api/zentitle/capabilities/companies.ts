/** Companies. */
import { NotFoundError } from '../../../errors.js';
import type { Client } from '../../client.js';
import type { Input } from '../../operation.js';
import type { Capabilities, CapabilityDeps } from '../../provider.js';
import { readBoolean, readText } from '../../read.js';
import { recordsIn } from '../answers.js';
import { changing, creating } from '../changes.js';
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
    const [record] = recordsIn(answer, findCompany, 'companyID');
    if (record !== undefined) return { value: readCompanyEntry(record), raw: answer.body };
    throw new NotFoundError(`There is no company ${readText(input.company)}.`, {
      code: 'company_not_found',
      provider: 'zentitle',
      operation: findCompany.id,
      httpStatus: answer.status,
      hint: 'licensectl company list shows those that there are.',
    });
  };

  return {
    find,

    async show(input) {
      const answer = await client.call(showCompany, input);
      const [record] = recordsIn(answer, showCompany, 'company');
      const id = readText(input.companyid) ?? '';
      if (record !== undefined) return { value: readCompany(record, id), raw: answer.body };
      throw new NotFoundError(`There is no company ${id}.`, {
        code: 'company_not_found',
        provider: 'zentitle',
        operation: showCompany.id,
        httpStatus: answer.status,
        hint: 'licensectl company find NAME tells the id of a company.',
      });
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
        const owner = readBoolean(global) === true ? {} : { productid };
        return (await find({ company, ...owner })).value.id;
      },
    }),
    update: changing(client, updateCompany, ({ companyid }) => ({ id: readId(companyid) })),
    delete: changing(client, deleteCompany, ({ companyid }) => ({ id: readId(companyid) })),
  };
}
