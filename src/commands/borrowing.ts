/** Commands that hold a floating seat until a date. */
import type { BorrowRecord } from '../api/device-records.js';
import type { Ask, Capabilities } from '../api/provider.js';
import { textOption } from './arguments.js';
import { BORROWED_UNTIL, borrowEnd } from './borrow-end.js';
import type { Command, FlagSource } from './command.js';
import { offered, prepare } from './prepare.js';
import { recordOf } from './rows.js';

export interface BorrowSpec extends Omit<Command, 'run' | 'options'> {
  readonly flagsFrom: FlagSource;
  readonly borrow: (capabilities: Capabilities) => Ask<BorrowRecord> | undefined;
}

const FIELD = 'borrowed_until';

export function borrowCommand({ borrow, flagsFrom, ...declared }: BorrowSpec): Command {
  const command: Command = {
    ...declared,
    options: [BORROWED_UNTIL],
    flagsFrom: { ...flagsFrom, omit: [FIELD] },
    async run(context, parsed) {
      const { flag } = BORROWED_UNTIL;
      const value = borrowEnd(textOption(parsed, flag), context.clock.now());
      const { connection, input } = await prepare(context, command, parsed, [{ field: FIELD, flag, value }]);
      const { value: borrowed, raw } = await offered(connection, borrow, flagsFrom)(input);
      return { result: recordOf(borrowed, 'borrowedUntil', { raw, message: sentence(borrowed) }) };
    },
  };
  return command;
}

function sentence({ feature, deviceId, borrowedUntil }: BorrowRecord): string {
  const seat = feature === null ? 'a seat' : `a seat of feature ${feature}`;
  const until = borrowedUntil === null ? '' : ` until ${borrowedUntil}`;
  return `${deviceId ?? 'The device'} has borrowed ${seat}${until}.`;
}
