/** The store of contexts: conf's file for what is not secret, the keyring or a private file for what is. */
import { AuthenticationError, UsageError } from '../errors.js';
import { inConfigFolder } from './config-folder.js';
import type { ContextsFile, Secrets, StoredContext } from './context.js';
import { checkContextName } from './context-name.js';
import type { ContextStore } from './context-store.js';
import { CONTEXTS_FILE, NO_CONTEXTS, readContextsFile } from './contexts-file.js';
import { findContext, ownEntry } from './find-context.js';
import { readKeyring, removeFromKeyring, writeKeyring } from './keyring.js';
import { readSecretsFile, writeSecretsFile } from './secrets-file.js';

export interface ContextStoreOptions {
  readonly configDir: string;
  /** Everything is checked, and nothing is changed. */
  readonly dryRun?: boolean;
}

interface Change {
  /** Keeps secrets. */
  readonly before?: () => Promise<void>;
  readonly file: ContextsFile;
  /** Drops secrets. */
  readonly afterwards?: () => Promise<void>;
}

export function openContextStore({ configDir, dryRun = false }: ContextStoreOptions): ContextStore {
  const account = (name: string): string => `${configDir}#${name}`;

  async function keepSecrets(name: string, context: StoredContext, secrets: Secrets): Promise<void> {
    if (context.secretStore === 'keyring') return writeKeyring(account(name), secrets);
    return writeSecretsFile(configDir, { ...(await readSecretsFile(configDir)), [name]: secrets });
  }

  async function dropSecrets(name: string, context: StoredContext): Promise<void> {
    if (context.secretStore === 'keyring') return removeFromKeyring(account(name));
    const { [name]: _dropped, ...rest } = await readSecretsFile(configDir);
    return writeSecretsFile(configDir, rest);
  }

  /** A keyring that is gone is why people move to a file: what it may still hold does no harm there. */
  async function dropMovedSecrets(name: string, old: StoredContext): Promise<void> {
    try {
      await dropSecrets(name, old);
    } catch (error) {
      if (old.secretStore !== 'keyring' || !(error instanceof AuthenticationError)) throw error;
    }
  }

  /** Secrets that could not be dropped afterwards are found out before anything is changed. */
  async function checkSecrets({ secretStore }: StoredContext): Promise<void> {
    if (secretStore === 'file') await readSecretsFile(configDir);
  }

  async function secretsOf(name: string, context: StoredContext): Promise<Secrets> {
    const secrets =
      context.secretStore === 'keyring'
        ? await readKeyring(account(name))
        : ownEntry(await readSecretsFile(configDir), name);
    if (secrets) return secrets;
    throw new AuthenticationError(`The credentials of context '${name}' are gone.`, {
      code: 'credentials_missing',
      hint: `Run \`licensectl login --name ${name}\` again.`,
    });
  }

  /**
   * Read, change, write, with nobody in between. Secrets are kept before and dropped after the contexts are
   * written: secrets without a context do no harm, a context without its secrets does.
   */
  async function change(plan: (file: ContextsFile) => Change): Promise<void> {
    if (dryRun) {
      plan(await readContextsFile(configDir));
      return;
    }
    await inConfigFolder(configDir, async () => {
      const { before, file, afterwards } = plan(await readContextsFile(configDir));
      await before?.();
      await writeContexts(configDir, file);
      await afterwards?.();
    });
  }

  return {
    read: () => readContextsFile(configDir),

    async save(name, context, secrets, makeCurrent) {
      checkContextName(name);
      await change((file) => {
        const old = ownEntry(file.contexts, name);
        const moved = old !== undefined && old.secretStore !== context.secretStore;
        return {
          before: () => keepSecrets(name, context, secrets),
          file: {
            ...file,
            current: makeCurrent || file.current === null ? name : file.current,
            contexts: { ...file.contexts, [name]: context },
          },
          ...(moved && { afterwards: () => dropMovedSecrets(name, old) }),
        };
      });
    },

    async use(name) {
      await change((file) => {
        findContext(file, name);
        return { file: { ...file, current: name } };
      });
    },

    async rename(from, to) {
      checkContextName(to);
      await change((file) => {
        const context = findContext(file, from);
        if (from === to) return { file };
        if (Object.hasOwn(file.contexts, to)) {
          throw new UsageError(`There is a context '${to}' already.`, {
            code: 'context_exists',
            hint: `Remove it first: \`licensectl context remove ${to}\`.`,
          });
        }
        const { [from]: _moved, ...others } = file.contexts;
        return {
          before: async () => keepSecrets(to, context, await secretsOf(from, context)),
          file: {
            ...file,
            current: file.current === from ? to : file.current,
            contexts: { ...others, [to]: context },
          },
          afterwards: () => dropSecrets(from, context),
        };
      });
    },

    async remove(name) {
      await change((file) => {
        const context = findContext(file, name);
        const { [name]: _removed, ...contexts } = file.contexts;
        return {
          before: () => checkSecrets(context),
          file: { ...file, current: file.current === name ? null : file.current, contexts },
          afterwards: () => dropSecrets(name, context),
        };
      });
    },

    async forgetSecrets(name) {
      await change((file) => {
        const context = findContext(file, name);
        return { before: () => checkSecrets(context), file, afterwards: () => dropSecrets(name, context) };
      });
    },

    async secrets(name) {
      return secretsOf(name, findContext(await readContextsFile(configDir), name));
    },
  };
}

async function writeContexts(configDir: string, file: ContextsFile): Promise<void> {
  const { default: Conf } = await import('conf');
  const conf = new Conf<Record<string, unknown>>({
    cwd: configDir,
    configName: CONTEXTS_FILE,
    projectName: 'licensectl',
    // The default would be readable by everybody.
    configFileMode: 0o600,
    clearInvalidConfig: false,
    accessPropertiesByDotNotation: false,
    serialize: (value) => `${JSON.stringify(value, null, 2)}\n`,
  });
  conf.store = { ...NO_CONTEXTS, ...file };
}
