/** Products, the licences of LAN daemons made for them, and the computers that they run on. */
import type { Client } from '../../client.js';
import type { Input } from '../../operation.js';
import type { MasterLicenseRecord, ProductRecord } from '../../product-records.js';
import type { Capabilities, CapabilityDeps, Read } from '../../provider.js';
import { readText } from '../../read.js';
import { messageIn, recordsIn } from '../answers.js';
import { changing, creating } from '../changes.js';
import { recordIn } from '../one-record.js';
import { showSystemDetails } from '../operations/activity.js';
import { createMasterLicense } from '../operations/offline.js';
import { createProduct, listProducts, showProduct, updateProduct } from '../operations/products.js';
import { certificateIn } from '../prose.js';
import { codesIn } from '../read-new-codes.js';
import { readProduct } from '../read-products.js';
import { readSystem } from '../read-systems.js';
import { readId } from '../read-values.js';

export function productCapabilities(
  client: Client,
  deps: CapabilityDeps,
): Required<Pick<Capabilities, 'products' | 'network' | 'systems'>> {
  const list = async (): Promise<Read<readonly ProductRecord[]>> => {
    const answer = await client.call(listProducts, {});
    return { value: recordsIn(answer, listProducts, 'productID').map(readProduct), raw: answer.body };
  };

  return {
    products: {
      list,

      async show(input) {
        const answer = await client.call(showProduct, input);
        const id = readText(input.productid) ?? '';
        const record = recordIn(answer, showProduct, 'productName', {
          what: `product ${id}`,
          code: 'product_not_found',
        });
        return { value: { ...readProduct(record), product: id, id }, raw: answer.body };
      },

      create: creating(client, deps, {
        operation: createProduct,
        noun: 'product',
        idKeys: ['productID', 'id'],
        named: ({ productname }) => ({ name: readText(productname) }),
        lookUp: async ({ productname }) => {
          const named = (await list()).value.filter(({ name }) => name === productname);
          const [product] = named;
          // Names are unique by the document; should they not be, which one is new is anybody's guess.
          return product === undefined || named.length > 1 ? null : product.id;
        },
      }),
      update: changing(client, updateProduct, ({ productid }) => ({ id: readText(productid) })),
    },

    network: { master: (input) => createMaster(client, input) },

    systems: {
      async show(input) {
        const answer = await client.call(showSystemDetails, input);
        const record = recordIn(answer, showSystemDetails, 'computerID', {
          what: `computer ${readText(input.computerid)} with system details`,
          code: 'computer_not_found',
        });
        return { value: readSystem(record), raw: answer.body };
      },
    },
  };
}

/** Nothing of the answer is documented: a code or certificate in it is taken for the licence. */
async function createMaster(client: Client, input: Input): Promise<Read<MasterLicenseRecord>> {
  const answer = await client.call(createMasterLicense, input);
  const text = messageIn(answer);
  const [code = null] = codesIn(answer.value) ?? [];
  // The certificate first: one that is broken into lines looks like codes, line by line.
  const certificate = certificateIn(text) ?? code;
  // Of a sentence with a certificate behind it, the sentence.
  const [sentence = ''] = certificate === null ? [text] : text.split(/[\r\n:]/);
  return {
    value: {
      kind: 'network-master',
      product: readText(input.productid),
      companyId: readId(input.companyid),
      certificate,
      message: certificate?.startsWith(sentence) ? null : readText(sentence),
    },
    raw: answer.body,
  };
}
