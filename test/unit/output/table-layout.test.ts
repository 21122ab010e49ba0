import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GAP, layOut } from '../../../src/output/table-layout.js';

const size = (natural: number, minimum = natural, pinned = false) => ({ natural, minimum, pinned });

describe('layOut', () => {
  it('leaves widths as they are where there is room or no limit', () => {
    expect(layOut([size(10), size(20)], 32, true)).toEqual({ widths: [10, 20] });
    expect(layOut([size(10), size(2000)], null, true)).toEqual({ widths: [10, 2000] });
  });

  it('takes from the widest first', () => {
    expect(layOut([size(18, 18, true), size(40, 8), size(20, 8)], 60, true)).toEqual({
      widths: [18, 19, 19],
    });
  });

  it('leaves out columns from the right, never the pinned one', () => {
    expect(layOut([size(10), size(30, 30, true), size(10)], 30, true)).toEqual({ widths: [null, 30, null] });
  });

  it('leaves out empty columns before it cuts others, as many as it takes, from the right', () => {
    const empty = { ...size(10), empty: true };
    const text = size(40, 8);
    expect(layOut([size(16), empty, text, empty], 80, true)).toEqual({ widths: [16, 10, 40, null] });
    expect(layOut([size(16), empty, text, empty], 60, true)).toEqual({ widths: [16, null, 40, null] });
    expect(layOut([size(16), empty, text, empty], 82, true)).toEqual({ widths: [16, 10, 40, 10] });
    expect(layOut([{ ...size(10, 10, true), empty: true }, text], 30, true)).toEqual({ widths: [10, 18] });
  });

  it('leaves out nothing that was asked for by name', () => {
    expect(layOut([size(30, 10), size(30, 10)], 10, false)).toEqual({ widths: [10, 10] });
  });

  it('fits whenever what is pinned fits', () => {
    const column = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => size(Math.max(a, b), Math.min(a, b)));
    fc.assert(
      fc.property(
        fc.array(column, { maxLength: 10 }),
        fc.integer({ min: 20, max: 120 }),
        (columns, available) => {
          const { widths } = layOut([size(20, 20, true), ...columns], available, true);
          const shown = widths.filter((width) => width !== null);
          const total = shown.reduce((sum, width) => sum + width, 0) + GAP * (shown.length - 1);
          expect(total).toBeLessThanOrEqual(available);
          expect(widths[0]).toBe(20);
        },
      ),
    );
  });
});
