/** Comparing the names and codes that people give to things. */

/**
 * Without regard to case or blanks around. Not documented as such, but an example deletes as `test3` the field
 * that another has renamed to `Test3`.
 */
export function sameName(left: string, right: string): boolean {
  return left.trim().toLowerCase() === right.trim().toLowerCase();
}
