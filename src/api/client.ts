/**
 * The contract of the shared API client: what providers build their capabilities on. `create-client.ts`
 * implements it.
 */
import type { Notice } from '../notice.js';
import type { Effect, HttpMethod, Input, Operation, ProviderId } from './operation.js';
import type { WireRequest, WireResponse } from './transport.js';

/** A server's answer, judged a success by the provider's {@link Wire}. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it came. */
  readonly body: string;
  /** The body parsed as JSON; the trimmed text itself when it is not JSON; undefined when empty. */
  readonly value: unknown;
}

/** A call that is not (necessarily) a row of the table: the `api` command. */
export interface RawCall {
  readonly method: HttpMethod;
  /** Path behind the base URL, query included. */
  readonly path: string;
  readonly body?: string | undefined;
  readonly contentType?: string | undefined;
  /** The matching row, when there is one; else undefined and {@link RawCall.effect} is a careful guess. */
  readonly operation?: Operation | undefined;
  readonly effect: Effect;
}

/** A person's word for a wide call: how many things it takes away, as shown to them and confirmed. */
export interface Consent {
  readonly count: number;
}

export interface Client {
  /**
   * Checks the input against the row, refuses in a dry run what is not a read, signs, sends, retries as the
   * effect allows, and returns an answer that the provider judged a success.
   *
   * @throws UsageError input breaks a rule of the row, or a `destroy-wide` effect without consent; nothing was sent.
   * @throws DryRunStop in a dry run, for any effect but `read`; nothing was sent.
   * @throws PermissionError the key kind is known and may not make the call; nothing was sent.
   * @throws AuthenticationError, PermissionError, NotFoundError, RejectedError, RateLimitError as the server said.
   * @throws NetworkError no answer, and nothing can have changed.
   * @throws UnknownOutcomeError a changing call was sent and no answer came.
   */
  call(operation: Operation, input: Input, consent?: Consent): Promise<Answer>;
  raw(call: RawCall): Promise<Answer>;
  /** Ends what the provider opened (a Parallels session); never throws. */
  close(): Promise<void>;
  /** Milliseconds the server's clock is ahead of ours, from its last Date header; null before an answer. */
  clockSkewMs(): number | null;
  /** {@link Wire.facts}, where the wire has any. */
  facts?(): Readonly<Record<string, unknown>>;
}

/** A request being prepared; a provider's {@link Wire.authorize} adds headers. */
export interface DraftRequest {
  readonly method: HttpMethod;
  readonly url: string;
  readonly headers: Record<string, string>;
  body?: string | undefined;
}

/** A call as it went out, for {@link Wire.judge} and {@link Wire.verify}. */
export interface SentCall {
  readonly operation: Operation | undefined;
  /** Behind the base URL, query included. */
  readonly path: string;
  readonly body: string | undefined;
}

/** What a {@link Wire} gets to work with. */
export interface WireDeps {
  /** Base URL without a trailing slash. */
  readonly baseUrl: string;
  /** Non-secret settings of the context, such as `customerId`, `username`, `apiKeyHeader`. */
  readonly settings: Readonly<Record<string, string | undefined>>;
  readonly secrets: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Sends one request of the wire's own (a logon, a token request), traced and bounded like any call. */
  readonly send: (request: WireRequest) => Promise<WireResponse>;
  /** Registers a secret that the wire has obtained, so that nothing prints it. */
  readonly protect: (secret: string) => void;
  readonly notice: Notice;
}

/** The way one system speaks: how a call is signed, and how an answer is judged. */
export interface Wire {
  readonly provider: ProviderId;
  /** Adds authentication and the media types of the system. Called before every attempt. */
  authorize(draft: DraftRequest, operation: Operation | undefined): void | Promise<void>;
  /** Forgets a session that the server no longer accepts; true when one more attempt makes sense. */
  renew?(response: WireResponse): boolean;
  /**
   * Whether a 429 to a changing call is a refusal of the system itself, such as a full pool, for {@link judge},
   * and not a request to slow down.
   */
  refuses?(response: WireResponse): boolean;
  /**
   * Judges a whole answer: returns for a success, throws the class that fits otherwise. Transport-level
   * statuses (429, 502-504, HTML from a proxy) are judged by the client before this is asked.
   */
  judge(answer: Answer, operation: Operation | undefined, sent?: SentCall): void;
  /**
   * Verifies that a success was signed by the vendor, before anything of it is used.
   * @throws RejectedError when it is not and the context requires it
   */
  verify?(answer: Answer, sent: SentCall): void;
  /** What the wire learned when it opened a session (the name of a farm, …); never a secret. */
  facts?(): Readonly<Record<string, unknown>>;
  close?(): Promise<void>;
}

/** Ends a dry run at the guard: what would have been sent. Not an error for a person. */
export class DryRunStop extends Error {
  constructor(
    readonly plan: {
      readonly operation: string | null;
      readonly effect: Effect;
      readonly method: HttpMethod;
      readonly url: string;
      /** Secrets replaced. */
      readonly headers: Readonly<Record<string, string>>;
      /** Parsed where it is JSON; secrets replaced. */
      readonly body: unknown;
    },
  ) {
    super('dry run');
    this.name = 'DryRunStop';
  }
}
