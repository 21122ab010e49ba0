import { isOn } from './global-options.js';

/**
 * Whether a stream gets colour: a terminal does, unless `--no-color`, `NO_COLOR` or a dumb terminal forbids it;
 * `FORCE_COLOR` wants it without a terminal too.
 */
export function wantsColor(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
  noColor: boolean,
): boolean {
  if (noColor || (env.NO_COLOR !== undefined && env.NO_COLOR !== '')) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR === '' || isOn(env.FORCE_COLOR);
  return stream.isTTY === true && env.TERM !== 'dumb';
}
