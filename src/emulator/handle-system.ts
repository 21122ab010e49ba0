/** One request to an emulated system: its faults, the transaction around its handler, its line in the log. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, jsonResponse, spoil, statusOf } from './answer.js';
import type { Emulation, MountedSystem } from './emulation.js';
import type { Failures } from './failures.js';
import { isCommitted } from './fault-rules.js';
import type { EmulatedRequest, EmulatedResponse } from './system.js';

export interface DatedAnswer {
  readonly answer: Answer;
  /** For the Date header; milliseconds since the epoch. */
  readonly date: number;
}

export const FAILED = jsonResponse(500, {
  error: { code: 'emulator_failure', message: 'The emulator failed; its status tells how.' },
});

/** Runs the handler in one transaction; the generator's state is kept along with what was drawn from it. */
function runHandler(
  emulation: Emulation,
  { system }: MountedSystem,
  request: EmulatedRequest,
): EmulatedResponse {
  const { store, random, saved, deps } = emulation;
  return store.transaction(() => {
    const { counter } = random.state();
    const response = system.handle(request, deps);
    if (random.state().counter !== counter) saved.write('random', random.state());
    return response;
  });
}

/**
 * Answers one request. A handler that throws is rolled back, answered with 500 and noted as a failure.
 * @throws AbortError when `stopping` ends a delay.
 */
export async function handleSystem(
  emulation: Emulation,
  failures: Failures,
  mounted: MountedSystem,
  request: EmulatedRequest,
  stopping: AbortSignal,
): Promise<DatedAnswer> {
  const { clock, faults, log } = emulation;
  const { method, path } = request;
  const system = mounted.system.provider;
  const { operation, effect } = mounted.classify(request);
  const plan = faults.plan({ system, method, path, operation });
  if (plan.delayMs > 0) await wait(plan.delayMs, undefined, { signal: stopping });

  const rule = plan.answer;
  let response: EmulatedResponse | null = null;
  let answer: Answer;
  try {
    if (rule === null || isCommitted(rule)) response = runHandler(emulation, mounted, request);
    answer =
      rule === null ? { kind: 'whole', response: response ?? FAILED } : spoil(rule, response, clock.now());
  } catch (error) {
    failures.add(`${method} /${system}${path}`, error);
    answer = { kind: 'whole', response: FAILED };
  }
  log.add({
    at: new Date(clock.now()).toISOString(),
    system,
    method,
    path,
    operation,
    effect,
    status: statusOf(answer),
    committed: response !== null,
    fault: plan.label,
    ...(emulation.deps.settings.logInputs && {
      input: { query: request.query.toString(), body: request.body.toString('utf8') },
    }),
  });
  return { answer, date: clock.now() + plan.skewMs };
}
