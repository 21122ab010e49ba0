/** `context test`. */
import type { ResolvedContext } from '../../config/context.js';
import { PartialError, UsageError } from '../../errors.js';
import type { Outcome, Row } from '../../output/result.js';
import type { Command, Parsed } from '../command.js';
import type { RunContext } from '../run-context.js';
import { NAME_ARGUMENT, namedContext } from './name-argument.js';
import { PROBE_COLUMNS, probeContext, storedContext, tryContext } from './probe-context.js';

export const command: Command = {
  name: 'context test',
  summary: 'Check with one harmless call that a context works',
  description:
    'Says whether the server is reachable, how long it took, how far its clock is from ours, and what the ' +
    'credentials may do, as far as the system tells. With --all, exit 10 when some do not work.',
  args: [NAME_ARGUMENT],
  options: [{ flag: 'all', description: 'every context on this computer' }],
  examples: [
    {
      command: 'licensectl context test',
      explains: 'the context in use, or what LICENSECTL_* variables describe',
    },
    {
      command: 'licensectl context test parallels --json',
      explains: 'another one; exit 4 when the credentials are refused',
    },
    { command: 'licensectl context test --all', explains: 'each of them, one row each' },
  ],
  async run(context, parsed) {
    if (parsed.options.all === true) {
      if (parsed.args.NAME === undefined) return testAll(context);
      throw new UsageError('NAME and --all exclude each other.', { code: 'conflicting_options' });
    }
    const resolved = await chosenContext(context, parsed);
    const record = await probeContext(context, resolved);
    const what = resolved.name === null ? 'What the environment describes' : `Context '${resolved.name}'`;
    return { result: { kind: 'record', id: 'name', record, message: `${what} works.` } };
  },
};

/** The one named, else what the next command would use: that may be described by the environment alone. */
async function chosenContext(context: RunContext, parsed: Parsed): Promise<ResolvedContext> {
  if (parsed.args.NAME === undefined) return context.resolveContext();
  const { name, entry } = await namedContext(context, parsed);
  return storedContext(context, name, entry);
}

async function testAll(context: RunContext): Promise<Outcome> {
  const { contexts } = await (await context.contexts()).read();
  const rows: Row[] = [];
  for (const [name, entry] of Object.entries(contexts)) rows.push(await tryContext(context, name, entry));
  const failed = rows.filter((row) => row.works === false).map((row) => row.name);
  return {
    result: {
      kind: 'list',
      id: 'name',
      columns: PROBE_COLUMNS,
      rows,
      empty: 'There are no contexts. Make one with `licensectl login`.',
    },
    ...(failed.length > 0 && {
      partial: new PartialError(
        `${failed.length} of ${rows.length} contexts do not work: ${failed.join(', ')}.`,
        {
          code: 'some_contexts_failed',
          hint: `Look closer with \`licensectl context test ${failed[0]} --verbose\`.`,
        },
      ),
    }),
  };
}
