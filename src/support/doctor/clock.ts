/** Whether the clock of this computer is near enough to that of a licence system. */
import type { ProviderInfo } from '../../api/providers.js';
import { type Finding, finder } from './finding.js';

/** Where no limit is documented, and before one is reached: more is no network, but a wrong clock. */
const NOTABLE_SECONDS = 120;
/** A Date header has whole seconds. */
const RESOLUTION_SECONDS = 1;

const SET_CLOCK = 'Set the clock of this computer by a time server (NTP).';
const EMULATED = 'Of an emulator whose clock was moved: licensectl emulator clock real';

/**
 * @param skewSeconds how far the server's clock is ahead of ours
 * @param refused whether the server refused the call for it
 * @param local whether the server is on this computer, as an emulator is
 */
export function clockFinding(
  context: string,
  { title, clockToleranceSeconds }: Pick<ProviderInfo, 'title' | 'clockToleranceSeconds'>,
  skewSeconds: number,
  { refused, local }: { readonly refused: boolean; readonly local: boolean },
): Finding {
  const { ok, warning, problem } = finder(context, 'clock');
  const off = Math.abs(skewSeconds);
  const direction = skewSeconds > 0 ? 'behind' : 'ahead of';
  const limit =
    clockToleranceSeconds === undefined
      ? `${title} documents no limit.`
      : `${title} accepts up to ${clockToleranceSeconds} seconds.`;
  const what =
    off <= RESOLUTION_SECONDS
      ? `It agrees with the server’s. ${limit}`
      : `The clock of this computer is ${off} seconds ${direction} the server’s. ${limit}`;
  const remedy = local ? `${SET_CLOCK} ${EMULATED}` : SET_CLOCK;
  if (refused || off > (clockToleranceSeconds ?? Number.POSITIVE_INFINITY)) return problem(what, remedy);
  return off > NOTABLE_SECONDS ? warning(what, remedy) : ok(what);
}
