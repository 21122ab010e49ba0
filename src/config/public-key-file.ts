/** The vendor's public key from a file, in the one form that contexts keep. */
import { UsageError } from '../errors.js';
import { readKeptFile } from '../files/read-kept-file.js';

/**
 * @param source the flag or variable that names the file
 * @throws UsageError `public_key_unreadable`, `invalid_public_key`
 */
export async function readPublicKeyFile(path: string, source: string): Promise<string> {
  let pem: string;
  try {
    pem = await readKeptFile(path);
  } catch (error) {
    throw new UsageError(`The file with the public key, '${path}', cannot be read.`, {
      code: 'public_key_unreadable',
      hint: `Check ${source}. Nothing was sent.`,
      cause: error,
    });
  }
  const { parsePublicKey, publicKeyPem } = await import('../api/public-key.js');
  return publicKeyPem(parsePublicKey(pem));
}
