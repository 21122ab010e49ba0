/** `context test`. */
import type { Command } from '../command.js';
import { NAME_ARGUMENT, namedContext } from './name-argument.js';

export const command: Command = {
  name: 'context test',
  summary: 'Check with one harmless call that a context works',
  description:
    'Says whether the server is reachable, how long it took, how far its clock is from ours, and what the ' +
    'credentials may do, as far as the system tells.',
  args: [NAME_ARGUMENT],
  examples: [
    { command: 'licensectl context test', explains: 'the context in use' },
    {
      command: 'licensectl context test parallels --json',
      explains: 'another one; exit 4 when the credentials are refused',
    },
  ],
  async run(context, parsed) {
    const { name, entry } = await namedContext(context, parsed);
    const secrets = await (await context.contexts()).secrets(name);
    const { provider, client, deps } = await context.connectTo({ name, ...entry, secrets });
    const started = context.clock.now();
    const facts = await provider.probe(client, deps);
    return {
      result: {
        kind: 'record',
        id: 'name',
        record: {
          name,
          provider: entry.provider,
          baseUrl: entry.baseUrl,
          works: true,
          milliseconds: context.clock.now() - started,
          clockSkewSeconds: seconds(client.clockSkewMs()),
          ...facts,
        },
        message: `Context “${name}” works.`,
      },
    };
  },
};

function seconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : Math.round(milliseconds / 1000);
}
