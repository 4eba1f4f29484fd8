import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  barAtX,
  barX,
  clampRange,
  firstView,
  fitRange,
  pan,
  placeAt,
  reveal,
  revealSpan,
  span,
  visibleRows,
  zoom,
} from './range';

const COUNT = 5105;

describe('range', () => {
  it('starts at the newest bars', () => {
    expect(firstView(COUNT).to).toBe(COUNT);
    expect(span(firstView(COUNT))).toBe(200);
    expect(span(firstView(50))).toBeCloseTo(53, 9);
  });

  it('keeps the bar under the pointer when zooming', () => {
    const before = { from: 2000, to: 2400 };
    const x = 300;
    const anchor = placeAt(before, 800, x);
    const after = zoom(before, 0.5, anchor, COUNT);
    expect(span(after)).toBe(200);
    expect(placeAt(after, 800, x)).toBeCloseTo(anchor, 9);
  });

  it('keeps the span when panning and stops near the ends', () => {
    const range = { from: 100, to: 300 };
    expect(pan(range, 50, COUNT)).toEqual({ from: 150, to: 350 });
    expect(pan(range, -1e6, COUNT)).toEqual({ from: -12, to: 188 });
    expect(pan(range, 1e6, COUNT)).toEqual({ from: COUNT + 12 - 200, to: COUNT + 12 });
  });

  it('always shows some data', () => {
    const number = fc.double({ min: -1e7, max: 1e7, noNaN: true });
    fc.assert(
      fc.property(
        number,
        fc.double({ min: 0, max: 1e7, noNaN: true }),
        fc.integer({ min: 1, max: 20_000 }),
        (from, width, count) => {
          const range = clampRange({ from, to: from + width }, count);
          const { first, last } = visibleRows(range, count);
          expect(last).toBeGreaterThan(first);
          expect(span(range)).toBeGreaterThanOrEqual(Math.min(8, count));
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it('turns bars into pixels and back', () => {
    const range = { from: 10, to: 110 };
    expect(barX(range, 1000, 10)).toBe(5);
    for (const i of [10, 57, 109]) expect(barAtX(range, 1000, barX(range, 1000, i), COUNT)).toBe(i);
    expect(barAtX(range, 1000, 1e6, 60)).toBe(59);
    expect(barAtX(range, 1000, -1e6, 60)).toBe(0);
    expect(barAtX(range, 1000, 5, 0)).toBeNull();
  });

  it('moves as little as needed to reveal a bar', () => {
    const range = { from: 100, to: 200 };
    expect(reveal(range, 150, COUNT)).toBe(range);
    expect(reveal(range, 99, COUNT)).toEqual({ from: 89, to: 189 });
    expect(reveal(range, 205, COUNT)).toEqual({ from: 116, to: 216 });
  });

  it('widens only for a stretch that does not fit', () => {
    const range = { from: 100, to: 200 };
    expect(revealSpan(range, 120, 140, COUNT)).toBe(range);
    expect(revealSpan(range, 400, 420, COUNT)).toEqual({ from: 360.5, to: 460.5 });
    expect(span(revealSpan(range, 1000, 1199, COUNT))).toBe(300);
  });

  it('fits all bars', () => {
    expect(fitRange(COUNT)).toEqual({ from: 0, to: COUNT });
    expect(visibleRows(fitRange(COUNT), COUNT)).toEqual({ first: 0, last: COUNT });
  });
});
