/** `whoami`. */
import { providerInfo } from '../api/providers.js';
import type { Command } from './command.js';

export const command: Command = {
  name: 'whoami',
  summary: 'Show which system and account the next command would use',
  description: 'Looks only at this computer; `context test` asks the server.',
  examples: [
    {
      command: 'licensectl whoami',
      explains: 'the context in use, or the one that LICENSECTL_* variables describe',
    },
    { command: 'licensectl whoami -q', explains: 'its name only' },
  ],
  async run(context) {
    const { name, provider, baseUrl, settings } = await context.resolveContext();
    const account = settings.customerId ?? settings.username ?? settings.oauthClientId ?? null;
    return {
      result: {
        kind: 'record',
        id: 'context',
        record: {
          context: name,
          source: name === null ? 'environment' : 'context',
          provider,
          system: providerInfo(provider).title,
          baseUrl,
          account,
          keyKind: settings.keyKind ?? null,
        },
      },
    };
  },
};
