/** What is worth saying beside the data: to a person in any case, to a program where it matters. */

/** Something that whoever called must learn although the call went on. */
export interface Warning {
  /** Stable, snake_case, safe for scripts. */
  readonly code: string;
  /** One or two sentences. */
  readonly message: string;
}

/**
 * Says something to the person, on standard error. With a `code` it is a warning, which reaches a program as well:
 * under JSON it stands in `warnings`. Without one it is for people alone, since the data has what it says.
 */
export type Notice = (text: string, code?: string) => void;
