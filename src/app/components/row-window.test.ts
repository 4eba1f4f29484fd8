import { describe, expect, it } from 'vitest';
import { rowWindow, scrollTopFor } from './row-window';

const small = { count: 1000, rowHeight: 27, height: 270 };
const huge = { count: 1_000_000, rowHeight: 27, height: 270 };

describe('rowWindow', () => {
  it('holds what is in sight and some rows beyond, with room for the others', () => {
    expect(rowWindow(small, 0, 3)).toEqual({ first: 0, last: 13, above: 0, below: 987 * 27 });
    expect(rowWindow(small, 2700, 3)).toEqual({ first: 97, last: 113, above: 97 * 27, below: 887 * 27 });
    expect(rowWindow(small, 27_000 - 270, 3)).toEqual({ first: 987, last: 1000, above: 987 * 27, below: 0 });
    expect(rowWindow({ ...small, count: 4 }, 0, 3)).toEqual({ first: 0, last: 4, above: 0, below: 0 });
  });

  it('keeps a million rows below the height that browsers cut', () => {
    const middle = rowWindow(huge, 7_500_000, 3);
    expect(middle.above + middle.below + (middle.last - middle.first) * 27).toBeCloseTo(15_000_000, 6);
    expect(middle.first).toBeGreaterThan(499_000);
    expect(rowWindow(huge, 15_000_000 - 270, 3)).toMatchObject({ last: 1_000_000, below: 0 });
  });
});

describe('scrollTopFor', () => {
  it.each([small, huge])('brings each row whole in sight of $count', (size) => {
    for (const row of [0, 1, 500, size.count - 1]) {
      const at = scrollTopFor(size, 1234, row);
      const { first, last } = rowWindow(size, at, 0);
      expect(row).toBeGreaterThanOrEqual(first);
      expect(row).toBeLessThan(last);
    }
  });

  it('stays where the row is in sight', () => {
    expect(scrollTopFor(small, 2700, 104)).toBe(2700);
    expect(scrollTopFor(small, 2700, 99)).toBe(99 * 27);
    expect(scrollTopFor(small, 2700, 120)).toBe(111 * 27);
  });
});
