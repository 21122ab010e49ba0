/** A line of the documentation of a default world: a value to type and what it shows. */
export interface WorldNote {
  /** What kind of value it is: `licence key`, `user key`, `API key`, `hardware id`. */
  readonly kind: string;
  readonly value: string;
  /** What happens when it is used. */
  readonly shows: string;
}
