/** The variables that describe a call, and shell files that set them for the systems of an emulator. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CALL_VARIABLES } from '../../config/resolve-context.js';
import type { EmulatorContext } from '../../emulator/server.js';
import { writeAtomic } from '../../files/write-atomic.js';
import { shellQuoted } from '../shell-word.js';

/** Variables that describe a call or choose a context; `emulator exec` keeps them from its command. */
export const STEERING_VARIABLES: readonly string[] = [
  'LICENSECTL_PROVIDER',
  'LICENSECTL_CONTEXT',
  ...CALL_VARIABLES,
];

const variableOf = (key: string): string =>
  `LICENSECTL_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

/** Files that the variables name, by absolute path. */
interface NamedFiles {
  readonly caFile: string | null;
  readonly publicKeyFile: string | null;
}

/** Lines for a shell: nothing of another system is left standing. */
function shellText(
  { provider, baseUrl, settings, secrets }: Omit<EmulatorContext, 'name'>,
  { caFile, publicKeyFile }: NamedFiles,
): string {
  const values: Record<string, string> = { LICENSECTL_PROVIDER: provider, LICENSECTL_BASE_URL: baseUrl };
  if (caFile !== null) values.LICENSECTL_CA_FILE = caFile;
  if (publicKeyFile !== null) values.LICENSECTL_PUBLIC_KEY = publicKeyFile;
  for (const [key, value] of Object.entries({ ...settings, ...secrets })) {
    const name = variableOf(key);
    if (STEERING_VARIABLES.includes(name)) values[name] = value;
  }
  const lines = Object.entries(values).map(([name, value]) => `export ${name}=${shellQuoted(value)}`);
  return `unset ${STEERING_VARIABLES.join(' ')}\n${lines.join('\n')}\n`;
}

/**
 * Writes one file a system, `<provider>.env`, mode 0600, into `folder`, with TLS the certificate, and the public key of
 * a system that signs its answers.
 * @returns their paths by provider
 */
export async function writeCallFiles(
  folder: string,
  contexts: readonly EmulatorContext[],
  certPem: string | null,
): Promise<ReadonlyMap<string, string>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const caFile = certPem === null ? null : join(folder, 'certificate.pem');
  if (caFile !== null && certPem !== null) await writeAtomic(caFile, certPem, 0o600);
  const files = new Map<string, string>();
  for (const context of contexts) {
    const file = join(folder, `${context.name}.env`);
    const { publicKey, ...settings } = context.settings;
    const publicKeyFile = publicKey === undefined ? null : join(folder, `${context.name}-public-key.pem`);
    if (publicKeyFile !== null && publicKey !== undefined) await writeAtomic(publicKeyFile, publicKey, 0o600);
    await writeAtomic(file, shellText({ ...context, settings }, { caFile, publicKeyFile }), 0o600);
    files.set(context.name, file);
  }
  return files;
}
