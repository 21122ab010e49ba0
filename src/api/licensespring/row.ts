/** Makes rows of the License API v4. */
import type { AnswerShape, Operation } from '../operation.js';

type RowParts = Omit<Operation, 'provider' | 'path' | 'encoding' | 'source'> & {
  /** The last part of the documented path. */
  readonly call: string;
  readonly encoding?: Operation['encoding'];
};

/** GET takes a query string and POST a JSON body, but for the offline calls. */
export function row({ call, encoding, ...parts }: RowParts): Operation {
  return {
    provider: 'licensespring',
    path: `/api/v4/${call}`,
    encoding: encoding ?? (parts.method === 'GET' ? 'query' : 'json'),
    source: 'License API v4 documentation',
    ...parts,
  };
}

/** Deactivations answer this bare word. */
export const DEACTIVATED: AnswerShape = { kind: 'text', texts: ['license_deactivated'] };
