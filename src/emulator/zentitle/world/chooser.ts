/** Choices for the default world, drawn from the emulator's seeded randomness. */

export interface Chooser {
  /** One of a list that is not empty. */
  one<T>(of: readonly T[]): T;
  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number;
  /** So many digits, the first a 2. */
  digits(length: number): string;
  /** 20 characters of the base64 alphabet, as in the document. */
  computerId(): string;
}

const COMPUTER_ID_BYTES = 15;
const NUMBER_BYTES = 4;
/** Randomness is drawn by the block: a block costs as much as a single number. */
const POOL_BYTES = 4096;

export function createChooser(randomHex: (bytes: number) => string): Chooser {
  let pool = '';
  const take = (bytes: number): string => {
    if (pool.length < bytes * 2) pool = randomHex(POOL_BYTES);
    const taken = pool.slice(0, bytes * 2);
    pool = pool.slice(bytes * 2);
    return taken;
  };
  const between = (min: number, max: number): number =>
    min + (Number.parseInt(take(NUMBER_BYTES), 16) % (max - min + 1));
  return {
    between,
    one: <T>(of: readonly T[]): T => {
      const [chosen] = of.slice(between(0, of.length - 1));
      if (chosen === undefined) throw new RangeError('there is nothing to choose from');
      return chosen;
    },
    digits: (length) => {
      const drawn = BigInt(`0x${take(length)}`).toString();
      return `2${drawn.slice(-(length - 1)).padStart(length - 1, '0')}`;
    },
    computerId: () => Buffer.from(take(COMPUTER_ID_BYTES), 'hex').toString('base64'),
  };
}
