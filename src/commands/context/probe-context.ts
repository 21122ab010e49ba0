/** One harmless call with a stored context, and what it tells. */
import type { ResolvedContext, StoredContext } from '../../config/context.js';
import { LicensectlError } from '../../errors.js';
import type { Column, Row } from '../../output/result.js';
import type { RunContext } from '../run-context.js';

export const PROBE_COLUMNS: readonly Column[] = [
  { key: 'name', header: 'Name' },
  { key: 'provider', header: 'System' },
  { key: 'works', header: 'Works', format: 'boolean' },
  { key: 'milliseconds', header: 'ms', format: 'number' },
  { key: 'clockSkewSeconds', header: 'Clock skew (s)', format: 'number' },
  { key: 'code', header: 'Error' },
  { key: 'problem', header: 'Problem' },
  { key: 'baseUrl', header: 'Base URL', hidden: true },
];

/** @throws whatever the login would: AuthenticationError, NetworkError, … */
export async function probeContext(context: RunContext, resolved: ResolvedContext): Promise<Row> {
  const { provider, client, deps } = await context.connectTo(resolved);
  const started = context.clock.now();
  const facts = await provider.probe(client, deps);
  const skew = client.clockSkewMs();
  return {
    name: resolved.name,
    provider: resolved.provider,
    baseUrl: resolved.baseUrl,
    works: true,
    milliseconds: context.clock.now() - started,
    clockSkewSeconds: skew === null ? null : Math.round(skew / 1000),
    ...facts,
  };
}

/** A stored context with its secrets. @throws AuthenticationError when they are missing */
export async function storedContext(
  context: RunContext,
  name: string,
  { provider, baseUrl, settings }: StoredContext,
): Promise<ResolvedContext> {
  const secrets = await (await context.contexts()).secrets(name);
  return { name, provider, baseUrl, settings, secrets };
}

/** Like {@link probeContext}, but a context that does not work is a row too. */
export async function tryContext(context: RunContext, name: string, entry: StoredContext): Promise<Row> {
  try {
    return await probeContext(context, await storedContext(context, name, entry));
  } catch (error) {
    if (!(error instanceof LicensectlError) || error.kind === 'interrupted') throw error;
    const { provider, baseUrl } = entry;
    return { name, provider, baseUrl, works: false, code: error.code, problem: error.message };
  }
}
