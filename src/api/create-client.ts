/** The {@link Client}: check, guard, sign, send, repeat as the effect allows, judge. */
import { setMaxListeners } from 'node:events';
import { LicensectlError, NetworkError, UnknownOutcomeError } from '../errors.js';
import type { Notice } from '../notice.js';
import { type CallFacts, detailsOf, outcomeUnknown, wayToFindOut } from './call-facts.js';
import type { Answer, Client, Consent, DraftRequest, RawCall, Wire, WireDeps } from './client.js';
import { joinUrl, requireSecure } from './endpoint.js';
import { type Job, type RunnerDeps, run } from './exchange-runner.js';
import { requireConsent, requireKeyKind, stopOf } from './guard.js';
import { checkInput, encodeInput } from './input-check.js';
import { expectBody, limitText, transportError, wholeAnswer } from './judge-common.js';
import { type Effect, effectOf, type Field, type Input, isPresent, type Operation } from './operation.js';
import { createPace, UNPACED } from './pace.js';
import type { ProviderModule } from './provider.js';
import { isObject } from './read.js';
import type { Redactor } from './redactor.js';
import { MAX_ATTEMPTS } from './retry.js';
import { createTracer } from './trace.js';
import type { Transport, WireRequest, WireResponse } from './transport.js';

export interface ClientOptions {
  readonly provider: ProviderModule;
  /** As `parseBaseUrl` gives it. */
  readonly baseUrl: string;
  readonly settings: Readonly<Record<string, string | undefined>>;
  readonly secrets: Readonly<Record<string, string | undefined>>;
  readonly transport: Transport;
  readonly redactor: Redactor;
  readonly dryRun: boolean;
  /** For one attempt. */
  readonly timeoutMs: number;
  /** Tries of one call in all; the usual number when absent. */
  readonly maxAttempts?: number | undefined;
  /** `sleep` rejects when the person interrupts. */
  readonly clock: { now(): number; sleep(ms: number): Promise<void> };
  /** 0 up to 1, for the jitter of retries. */
  readonly random: () => number;
  readonly signal: AbortSignal;
  /** Takes the lines of `--verbose`; null for none. */
  readonly trace: ((line: string) => void) | null;
  readonly notice: Notice;
  /** null when the environment describes the context. */
  readonly contextName: string | null;
}

/** A logoff must not keep a person waiting who has already gone. */
const CLOSE_TIMEOUT_MS = 3000;

/** @throws UsageError `insecure_base_url`: credentials for a plain http server on another computer */
export function createClient(options: ClientOptions): Client {
  const secrets = Object.values(options.secrets).filter((secret) => isPresent(secret));
  requireSecure(options.baseUrl, secrets.length > 0);
  for (const secret of secrets) if (secret !== undefined) options.redactor.protect(secret);
  // Each call under way listens; from the eleventh on Node would take that for a leak and warn on standard error.
  setMaxListeners(0, options.signal);
  return new ProviderClient(options);
}

/** A request before it is signed, and what is known about it. */
interface Plan {
  readonly facts: CallFacts;
  readonly method: DraftRequest['method'];
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

class ProviderClient implements Client {
  readonly #options: ClientOptions;
  readonly #wire: Wire;
  readonly #runner: RunnerDeps;
  /** Names of headers and fields that hold credentials here. */
  readonly #secretNames: string[];
  #skewMs: number | null = null;
  #closing: Promise<void> | null = null;

  constructor(options: ClientOptions) {
    const { settings, transport, redactor, clock, random, notice, trace } = options;
    this.#options = options;
    this.#secretNames = settings.apiKeyHeader === undefined ? [] : [settings.apiKeyHeader];
    const tracer = createTracer(trace, redactor, this.#secretNames);
    const observed = (response: WireResponse): void => this.#observe(response);
    const limits = options.provider.rateLimits;
    const pace = limits === undefined ? UNPACED : createPace(limits.rates, clock);
    const windowMs = limits?.windowMs ?? null;
    this.#runner = { transport, tracer, clock, random, notice, observed, pace, windowMs };
    this.#wire = options.provider.createWire(this.#wireDeps((request) => this.#sendForWire(request)));
  }

  async call(operation: Operation, input: Input, consent?: Consent): Promise<Answer> {
    const checked = checkInput(operation, input);
    for (const secret of secretValues(operation.input, checked)) this.#options.redactor.protect(secret);
    this.#learnSecretNames(operation.input);
    const { path, body, contentType } = encodeInput(operation, checked);
    const effect = effectOf(operation, checked);
    return this.#perform(operation, effect, { method: operation.method, path, body, contentType }, consent);
  }

  async raw(call: RawCall): Promise<Answer> {
    if (call.operation !== undefined) this.#learnSecretNames(call.operation.input);
    return this.#perform(call.operation, call.effect, call);
  }

  clockSkewMs(): number | null {
    return this.#skewMs;
  }

  facts(): Readonly<Record<string, unknown>> {
    return this.#wire.facts?.() ?? {};
  }

  close(): Promise<void> {
    this.#closing ??= this.#logOff();
    return this.#closing;
  }

  async #logOff(): Promise<void> {
    try {
      // In a later turn, so that `#closing` is set when the wire sends.
      await Promise.resolve();
      await this.#wire.close?.();
    } catch {
      // A session that cannot be ended runs out by itself; the outcome of the command stands.
    } finally {
      this.#options.transport.close();
    }
  }

  async #perform(
    operation: Operation | undefined,
    effect: Effect,
    call: Pick<RawCall, 'method' | 'path' | 'body' | 'contentType'>,
    consent?: Consent,
  ): Promise<Answer> {
    const { settings, contextName, dryRun, timeoutMs, signal } = this.#options;
    requireKeyKind(operation, settings.keyKind, contextName);
    const { method, path, body, contentType } = call;
    const headers = contentType === undefined ? {} : { 'Content-Type': contentType };
    const plan: Plan = { facts: this.#facts(operation, effect), method, path, headers, body };
    if (dryRun && effect !== 'read') throw await this.#stop(plan);
    if (effect === 'destroy-wide') requireConsent(operation, consent);
    return run(
      {
        facts: plan.facts,
        timeoutMs,
        signal,
        maxAttempts: this.#options.maxAttempts ?? MAX_ATTEMPTS,
        prepare: async () => {
          const draft = this.#draft(plan);
          await this.#wire.authorize(draft, operation);
          return draft;
        },
        renew: (response) => this.#wire.renew?.(response) ?? false,
        accept: (response) => this.#accept(response, plan),
      },
      this.#runner,
    );
  }

  #draft({ method, path, headers, body }: Plan): DraftRequest {
    const url = joinUrl(this.#options.baseUrl, path);
    return { method, url, headers: { ...headers }, ...(body !== undefined && { body }) };
  }

  #accept(response: WireResponse, { facts, path, body }: Plan): Answer {
    try {
      if (!this.#isRefusal(response, facts)) {
        const error = transportError(response, facts, this.#options.clock.now());
        if (error !== null) throw error;
      }
      const answer = wholeAnswer(response, facts);
      const sent = { operation: facts.operation, path, body };
      this.#wire.judge(answer, facts.operation, sent);
      expectBody(answer, facts);
      this.#wire.verify?.(answer, sent);
      return answer;
    } catch (error) {
      throw error instanceof LicensectlError ? this.#tidy(error, facts) : error;
    }
  }

  #isRefusal(response: WireResponse, { effect }: CallFacts): boolean {
    return response.status === 429 && effect !== 'read' && this.#wire.refuses?.(response) === true;
  }

  /** A server's words may be long and may repeat what was sent, secrets included. */
  #tidy(error: LicensectlError, facts: CallFacts): LicensectlError {
    const message = limitText(this.#options.redactor.redact(error.message));
    if (error instanceof UnknownOutcomeError && error.hint === undefined) {
      const { code, httpStatus, cause } = error;
      return new UnknownOutcomeError(
        message,
        detailsOf(facts, { code, httpStatus, cause, hint: facts.wayToFindOut }),
      );
    }
    // A judge knows effects from rows only: the failure of a server at a call without one may hide a change.
    if (facts.operation === undefined && facts.effect !== 'read' && isServerFault(error)) {
      return outcomeUnknown(facts, message, { httpStatus: error.httpStatus, cause: error.cause });
    }
    error.message = message;
    return error;
  }

  /**
   * The plan of a dry run. A second wire signs it, one that cannot reach the network: where a session would be
   * needed first, the plan is shown without its header.
   */
  async #stop(plan: Plan): Promise<Error> {
    const { provider, redactor } = this.#options;
    const draft = this.#draft(plan);
    const { operation, effect } = plan.facts;
    const offline = new OfflineRehearsal();
    const wire = provider.createWire(this.#wireDeps(() => Promise.reject(offline)));
    try {
      await wire.authorize(draft, operation);
    } catch (error) {
      if (error !== offline) throw error;
    }
    return stopOf(draft, effect, operation, redactor, this.#secretNames);
  }

  /**
   * A request of the wire's own. It is repeated like a read: a logon or token that got lost grants nothing to
   * anyone and ends by itself.
   */
  #sendForWire(request: WireRequest): Promise<WireResponse> {
    const { timeoutMs, signal, clock } = this.#options;
    const facts = this.#facts(undefined, 'read');
    const leaving = this.#closing !== null;
    const job: Job<WireResponse> = {
      facts,
      timeoutMs: leaving ? Math.min(timeoutMs, CLOSE_TIMEOUT_MS) : timeoutMs,
      signal: leaving ? undefined : signal,
      maxAttempts: leaving ? 1 : (this.#options.maxAttempts ?? MAX_ATTEMPTS),
      prepare: async () => {
        requireSecure(request.url, true);
        return request;
      },
      renew: () => false,
      accept: (response) => {
        const error = transportError(response, facts, clock.now());
        if (error !== null) throw error;
        return response;
      },
    };
    // Calls that wait for a token have their turns: a request for it that waited behind them would wait for ever. Where
    // rates are documented, its server is another.
    return run(job, { ...this.#runner, pace: UNPACED });
  }

  #wireDeps(send: WireDeps['send']): WireDeps {
    const { baseUrl, settings, secrets, clock, redactor, notice } = this.#options;
    return {
      baseUrl,
      settings,
      secrets,
      now: () => clock.now(),
      send,
      protect: (secret) => redactor.protect(secret),
      notice,
    };
  }

  #facts(operation: Operation | undefined, effect: Effect): CallFacts {
    const { provider, baseUrl } = this.#options;
    return {
      provider: provider.id,
      operation,
      effect,
      baseUrl,
      wayToFindOut: wayToFindOut(provider.rows, effect, operation),
    };
  }

  #observe({ headers }: WireResponse): void {
    const server = Date.parse(headers.date ?? '');
    if (!Number.isNaN(server)) this.#skewMs = server - this.#options.clock.now();
  }

  #learnSecretNames(fields: readonly Field[]): void {
    for (const field of fields) {
      if (field.secret === true && !this.#secretNames.includes(field.name))
        this.#secretNames.push(field.name);
      this.#learnSecretNames(field.fields ?? []);
    }
  }
}

function isServerFault(error: LicensectlError): boolean {
  const status = error.httpStatus ?? 0;
  return error instanceof NetworkError && status >= 500 && status !== 501 && status !== 505;
}

/** Thrown instead of sending while a dry run is being signed. */
class OfflineRehearsal extends Error {}

/** The values of secret fields, at any depth. */
function secretValues(fields: readonly Field[], input: Input): string[] {
  return fields.flatMap((field) => {
    const value = input[field.name];
    if (!isPresent(value)) return [];
    if (field.secret === true) return [String(value)];
    const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
    return entries.filter(isObject).flatMap((entry) => secretValues(field.fields ?? [], entry));
  });
}
