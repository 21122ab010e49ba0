/**
 * A refusal of the emulated service, thrown by handlers and written by `dispatch.ts` as prose in a JSON
 * string. The wording of refusals is not documented; every sentence here is the emulator's own.
 */
export class Refusal extends Error {
  /** A fixed HTTP status; without one the status follows `settings.zentitleErrorStatus`. */
  readonly status: number | undefined;
  /** Headers that go with it. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(message: string, status?: number, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.headers = headers;
  }
}
