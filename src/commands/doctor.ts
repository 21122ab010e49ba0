/** `doctor`. */
import { DryRunStop } from '../api/client.js';
import type { ContextsFile, ResolvedContext } from '../config/context.js';
import { LicensectlError, PartialError } from '../errors.js';
import type { Column, Outcome } from '../output/result.js';
import { connectionFindings, type Probed } from '../support/doctor/connection.js';
import { type Finding, finder, findingsText } from '../support/doctor/finding.js';
import { contextsFinding, folderFinding, nodeFinding, proxyFinding } from '../support/doctor/installation.js';
import type { Command } from './command.js';
import { storedContext } from './context/probe-context.js';
import { asRow, counted } from './rows.js';
import type { RunContext } from './run-context.js';

const COLUMNS: readonly Column[] = [
  { key: 'status', header: 'Status' },
  { key: 'context', header: 'Context' },
  { key: 'check', header: 'Check' },
  { key: 'what', header: 'What' },
  { key: 'remedy', header: 'Remedy' },
];

/** What answers later than this is taken for a server that does not answer. */
const LONGEST_WAIT_MS = 10_000;
/** What a context is called that the environment describes. */
const ENVIRONMENT = '(environment)';

export const command: Command = {
  name: 'doctor',
  summary: 'Find out why calls do not work: this computer, contexts, network, credentials, clock',
  description:
    'Looks at the config folder, and makes one harmless call with every context, or with that of --context alone, all ' +
    'at the same time. Exit 10 when there is a problem; a warning is none. Secrets are never shown.',
  examples: [
    { command: 'licensectl doctor', explains: 'everything, in sentences on a terminal' },
    {
      command: 'licensectl doctor --json | jq -r \'.data[] | select(.status != "ok") | .remedy\'',
      explains: 'what is to be done, for a script',
    },
    { command: 'licensectl doctor --context licensespring', explains: 'one context' },
  ],
  async run(context): Promise<Outcome> {
    const { findings: general, file } = await examineComputer(context);
    const examined = await Promise.all([
      ...Object.entries(file.contexts)
        .filter(([name]) => context.settings.contextName === null || name === context.settings.contextName)
        .map(([name, entry]) =>
          examine(context, name, entry.secretStore, () => storedContext(context, name, entry)),
        ),
      ...(isDescribed(context) ? [examine(context, ENVIRONMENT, null, () => context.resolveContext())] : []),
    ]);
    const findings = [...general, ...examined.flat()];
    const problems = findings.filter(({ status }) => status === 'problem');
    return {
      result: {
        kind: 'list',
        columns: COLUMNS,
        id: 'check',
        rows: findings.map(asRow),
        prose: findingsText(findings),
      },
      ...(problems.length > 0 && { partial: found(problems) }),
    };
  },
};

function found(problems: readonly Finding[]): PartialError {
  const [first] = problems;
  return new PartialError(`${counted(problems.length, 'problem')} found.`, {
    code: 'problems_found',
    hint: first?.remedy ?? undefined,
  });
}

/** Without --context the environment comes before the context in use. */
function isDescribed({ env, settings }: RunContext): boolean {
  return settings.contextName === null && (env.LICENSECTL_PROVIDER ?? '') !== '';
}

interface Computer {
  readonly findings: readonly Finding[];
  /** Empty where it cannot be read. */
  readonly file: ContextsFile;
}

/** @throws NotFoundError when --context names none that there is */
async function examineComputer(context: RunContext): Promise<Computer> {
  const node = nodeFinding(context.program?.nodeVersion);
  const proxy = proxyFinding(context.env);
  let file: ContextsFile = { schemaVersion: 1, current: null, contexts: {} };
  try {
    const folder = await folderFinding(context.configDir);
    file = await (await context.contexts()).read();
    const contexts = contextsFinding(file, isDescribed(context));
    await requireNamed(context, file);
    return { findings: [node, folder, contexts, proxy], file };
  } catch (error) {
    if (error instanceof LicensectlError && error.kind === 'not-found') throw error;
    return { findings: [node, finder(null, 'contexts').failure(error), proxy], file };
  }
}

async function requireNamed({ settings }: RunContext, file: ContextsFile): Promise<void> {
  if (settings.contextName === null) return;
  const { findContext } = await import('../config/find-context.js');
  findContext(file, settings.contextName);
}

/** Everything about one context; what keeps it from being read is a finding, too. */
async function examine(
  context: RunContext,
  name: string,
  kept: 'keyring' | 'file' | null,
  resolve: () => Promise<ResolvedContext>,
): Promise<readonly Finding[]> {
  const secrets = finder(name, 'secrets');
  let resolved: ResolvedContext;
  try {
    resolved = await resolve();
  } catch (error) {
    return [secrets.failure(error)];
  }
  const where = { keyring: 'the keyring of this system', file: 'a file that only you can read' };
  const place = kept === null ? 'the environment' : where[kept];
  const probed = await probe(context, resolved);
  return [
    secrets.ok(`They are kept in ${place}.`),
    ...connectionFindings(name, resolved, probed, context.env),
  ];
}

async function probe(context: RunContext, resolved: ResolvedContext): Promise<Probed> {
  const timeoutMs = Math.min(context.settings.timeoutMs, LONGEST_WAIT_MS);
  let started = context.clock.now();
  let skew: () => number | null = () => null;
  const outcome = await (async () => {
    try {
      const { provider, client, deps } = await context.connectTo(resolved, { timeoutMs, maxAttempts: 1 });
      skew = () => client.clockSkewMs();
      started = context.clock.now();
      return { facts: await provider.probe(client, deps), error: null, tried: true };
    } catch (error) {
      if (error instanceof DryRunStop) return { facts: { note: NOT_TRIED }, error: null, tried: false };
      if (!(error instanceof LicensectlError) || error.kind === 'interrupted') throw error;
      return { facts: null, error, tried: true };
    }
  })();
  const skewMs = skew();
  return {
    ...outcome,
    skewSeconds: skewMs === null ? null : Math.round(skewMs / 1000),
    milliseconds: context.clock.now() - started,
  };
}

const NOT_TRIED =
  'Not tried: this is a dry run, and the one harmless call of this system counts as a change.';
