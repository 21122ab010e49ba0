/** Bodies as the server sent them. */
import type { ListResult, RecordResult } from './result.js';
import { sanitizeBlock } from './sanitize.js';
import type { Writer } from './writer.js';

/** Unchanged in a pipe; on a terminal, harmless and with a newline at the end. */
function bodyText(body: string, terminal: boolean): string {
  if (!terminal) return body;
  const shown = sanitizeBlock(body);
  return shown === '' || shown.endsWith('\n') ? shown : `${shown}\n`;
}

/** Prints the bodies behind a result; false when there are none to print. */
export async function printRaw(
  result: ListResult | RecordResult,
  writer: Writer,
  terminal: boolean,
): Promise<boolean> {
  if (result.raw === undefined) return false;
  if (typeof result.raw === 'string') {
    await writer.write(bodyText(result.raw, terminal));
    await writer.flush();
    return true;
  }
  let first = true;
  for await (const body of result.raw()) {
    // Pages stand on lines of their own, so that `jq` and `split` can take them apart.
    if (!first && !terminal) await writer.write('\n');
    first = false;
    await writer.write(bodyText(body, terminal));
  }
  await writer.flush();
  return true;
}
