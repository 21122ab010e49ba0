/** `offline verify`. */
import type { LicenseFileFacts, OfflineFiles } from '../../api/offline-files.js';
import { loadProvider } from '../../api/providers.js';
import { UnsupportedError, UsageError } from '../../errors.js';
import { refuseBlank, textArgument, textOption } from '../arguments.js';
import type { Command, Parsed } from '../command.js';
import { readInput } from '../file-input.js';
import { recordOf } from '../rows.js';
import type { RunContext } from '../run-context.js';
import { resolveHardwareId } from '../this-machine.js';
import { sourceName } from './request-input.js';

export const command: Command = {
  name: 'offline verify',
  summary: 'Verify a licence file without a network',
  description:
    'Whether the vendor made it as it is (license_signature and license_signature_v2, with the public key), whether it ' +
    'is for the device of --hardware-id, and whether it is valid by the clock of this computer. With --public-key no ' +
    'context is needed, and none is used unless --context names one; a context also has the shared key, which verifies ' +
    'offline_signature. Takes the file as JSON, as Base64 of it, and either under a key "request". Anything wrong exits ' +
    '6, with the code of what it is: signature_mismatch, signature_missing, hardware_id_mismatch, license_expired and so ' +
    'on. A file that is no licence file exits 2.',
  args: [{ name: 'FILE', description: 'the licence file; - for standard input', required: true }],
  options: [
    {
      flag: 'public-key',
      value: 'FILE',
      description: 'the key of the vendor as PEM (without it, that of the context)',
    },
    {
      flag: 'hardware-id',
      value: 'ID',
      description: 'the device that it must be for; "auto" for this computer (without it, any)',
      aliases: ['hardware_id'],
    },
  ],
  examples: [
    {
      command: 'licensectl offline verify laptop.lic --public-key vendor.pem --hardware-id HWID-1',
      explains: 'on a computer without a context or a network',
    },
    {
      command: 'licensectl offline verify - --public-key vendor.pem --json < laptop.lic',
      explains: 'as data, in a script',
    },
  ],
  async run(context, parsed) {
    refuseBlank(parsed);
    const path = textArgument(parsed, 'FILE') ?? '-';
    const text = await readInput(context, path, 'FILE');
    const { files, publicKey, account } = await meansOf(context, parsed, path);
    const device = textOption(parsed, 'hardware-id');
    const facts = files.verifyLicense(text, sourceName(path), {
      publicKey,
      hardwareId: device === undefined ? null : await resolveHardwareId(context, device),
      account,
      now: context.clock.now(),
    });
    return { result: recordOf(facts, 'key', { message: sentence(facts) }) };
  },
};

interface Means {
  readonly files: OfflineFiles;
  readonly publicKey: string;
  readonly account: Parameters<OfflineFiles['verifyLicense']>[2]['account'];
}

/** @throws UsageError `public_key_missing`; UnsupportedError when the context's system has no licence files */
async function meansOf(context: RunContext, parsed: Parsed, licensePath: string): Promise<Means> {
  const file = textOption(parsed, 'public-key');
  if (file === '-' && licensePath === '-') {
    throw new UsageError('Only one of FILE and --public-key can read standard input.', {
      code: 'stdin_taken',
    });
  }
  const given = file === undefined ? undefined : await readInput(context, file, '--public-key');
  if (given !== undefined && context.settings.contextName === null) {
    return { files: await filesOf('licensespring'), publicKey: given, account: null };
  }
  const { provider, settings, secrets } = await context.resolveContext();
  const files = await filesOf(provider);
  const publicKey = given ?? settings.publicKey;
  if (publicKey !== undefined) return { files, publicKey, account: { settings: { ...settings }, secrets } };
  throw new UsageError('There is no public key to verify the file with.', {
    code: 'public_key_missing',
    provider,
    hint: 'Give it with --public-key FILE, or keep it in the context: licensectl login licensespring --public-key FILE',
  });
}

async function filesOf(provider: Parameters<typeof loadProvider>[0]): Promise<OfflineFiles> {
  const files = await (await loadProvider(provider)).offlineFiles?.();
  if (files !== undefined) return files;
  throw new UnsupportedError(
    `The context is one of ${provider}, which has no licence files that can be verified.`,
    {
      code: 'unsupported',
      provider,
      hint: 'Choose a LicenseSpring context with --context, or give --public-key FILE, which needs none.',
    },
  );
}

function sentence({ kind, key, username, deviceId, expiresAt, deviceChecked }: LicenseFileFacts): string {
  const what = kind === 'bundle' ? 'bundle of licences' : 'licence';
  const whose = key ?? username;
  const device =
    deviceId === null ? '' : ` for ${deviceId}${deviceChecked ? '' : ' (not compared with this computer)'}`;
  const end = expiresAt === null ? 'without an end' : `until ${expiresAt}`;
  return `The ${what}${whose === null ? '' : ` ${whose}`} is genuine and valid${device}, ${end}.`;
}
