/** How deep JSON may nest. What writes, copies or shows it recurses, and a hostile depth would end the program. */

/** The documents of the four systems go five deep. */
export const MAX_JSON_DEPTH = 200;

/** Whether lists and objects stand in each other more than {@link MAX_JSON_DEPTH} times. */
export function nestsTooDeep(value: unknown): boolean {
  return isContainer(value) && isDeeper(value, MAX_JSON_DEPTH);
}

type Container = Readonly<Record<string, unknown>>;

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

/** Every answer is looked through, so the members are not copied into a list first. */
function isDeeper(container: Container, levels: number): boolean {
  if (levels === 0) return true;
  if (Array.isArray(container)) {
    return container.some((entry) => isContainer(entry) && isDeeper(entry, levels - 1));
  }
  // Parsed JSON inherits no members that could be met here.
  for (const name in container) {
    const member = container[name];
    if (isContainer(member) && isDeeper(member, levels - 1)) return true;
  }
  return false;
}
