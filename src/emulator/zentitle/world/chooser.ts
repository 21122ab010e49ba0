/** Choices for the default world, drawn from the emulator's seeded randomness. */

export interface Chooser {
  one<T>(of: readonly T[]): T;
  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number;
  /** Digits that do not begin with 0. */
  digits(length: number): string;
  /** 20 characters of the base64 alphabet, as in the document. */
  computerId(): string;
}

const COMPUTER_ID_BYTES = 15;

export function createChooser(randomHex: (bytes: number) => string): Chooser {
  const between = (min: number, max: number): number =>
    min + (Number.parseInt(randomHex(4), 16) % (max - min + 1));
  return {
    between,
    one: <T>(of: readonly T[]): T => {
      const index = between(0, of.length - 1);
      const [chosen] = of.slice(index, index + 1);
      if (index >= of.length) throw new RangeError('nothing to choose from');
      return chosen as T;
    },
    digits: (length) =>
      `2${BigInt(`0x${randomHex(length)}`)
        .toString()
        .slice(-(length - 1))
        .padStart(length - 1, '0')}`,
    computerId: () => Buffer.from(randomHex(COMPUTER_ID_BYTES), 'hex').toString('base64'),
  };
}
