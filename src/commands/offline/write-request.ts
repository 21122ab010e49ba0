/** The work of `offline request`. */
import { randomUUID } from 'node:crypto';
import { REQUEST_FORMS, type RequestFacts } from '../../api/offline-files.js';
import { UnsupportedError, UsageError } from '../../errors.js';
import type { Outcome } from '../../output/result.js';
import { switchOption, textArgument, textOption } from '../arguments.js';
import type { Command, Parsed } from '../command.js';
import { outputPath, tryWrite } from '../file-output.js';
import { prepare } from '../prepare.js';
import { recordOf } from '../rows.js';
import type { RunContext } from '../run-context.js';

export async function writeRequest(context: RunContext, command: Command, parsed: Parsed): Promise<Outcome> {
  const [key, user] = [textOption(parsed, 'key'), textOption(parsed, 'user')];
  requireHolder(textArgument(parsed, 'KEY') ?? key, user);
  const file = await outputPath(context, parsed);
  if (file === null) {
    throw new UsageError('--out needs the name of a file: a request holds credentials, and is not printed.', {
      code: 'file_name_missing',
    });
  }
  const { connection, input } = await prepare(context, command, parsed, [
    { field: 'license_key', flag: 'key', value: key },
    { field: 'username', flag: 'user', value: user },
  ]);
  const { provider } = connection;
  const files = await provider.offlineFiles?.();
  if (files === undefined) {
    throw new UnsupportedError(`${provider.id} has no request files.`, { code: 'unsupported' });
  }
  const request = files.makeRequest({
    kind: switchOption(parsed, 'deactivate') ? 'deactivation' : 'activation',
    form: REQUEST_FORMS.find((form) => form === textOption(parsed, 'form')) ?? 'documented',
    input: {
      ...input,
      consumptions: textOption(parsed, 'consumptions'),
      request_id: textOption(parsed, 'request-id'),
      app_name: textOption(parsed, 'app-name'),
    },
    account: { settings: { ...connection.context.settings }, secrets: connection.context.secrets },
    requestId: randomUUID(),
    now: context.clock.now(),
  });
  const { content, secrets, ...facts } = request;
  const record = { ...facts, file };
  if (context.settings.dryRun) {
    const message = `Dry run: ${file} was not written.`;
    return { result: recordOf({ dryRun: true, ...record }, 'file', { preview: true, message }) };
  }
  const failure = await tryWrite(file, content);
  if (failure !== null) {
    throw new UsageError(`'${file}' cannot be written: ${failure.message}.`, {
      code: 'file_not_writable',
      cause: failure,
    });
  }
  if (facts.username !== null) tellPassword(context, file, facts.username);
  return { result: recordOf(record, 'file', { message: sentence(request, file) }) };
}

/** @throws UsageError when the request would be for nobody, or for two */
function requireHolder(key: string | undefined, user: string | undefined): void {
  if (key === undefined && user === undefined) {
    throw new UsageError('KEY or --user is needed.', { code: 'missing_input' });
  }
  if (key === undefined || user === undefined) return;
  throw new UsageError('KEY and --user exclude each other.', { code: 'conflicting_options' });
}

/** Base64 hides nothing, and such files are sent by mail. */
function tellPassword(context: RunContext, file: string, username: string): void {
  context.notice(
    `${file} holds the password of ${username}, which anybody who gets the file can read: send it by a safe way only.`,
    'file_holds_password',
  );
}

function sentence({ kind, key, username, deviceId }: RequestFacts, file: string): string {
  return `Wrote the ${kind} request of ${key ?? username} on ${deviceId} to ${file}. Nothing was sent.`;
}
