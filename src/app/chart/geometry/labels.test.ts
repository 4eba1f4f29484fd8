import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels, pushApart, touches, type LabelBox } from './labels';

const box = (x: number, y: number, width = 10, height = 10): LabelBox => ({ x, y, width, height });

describe('placeLabels', () => {
  it('lets the earlier box win', () => {
    expect(placeLabels([box(0, 0), box(5, 5), box(20, 0)], 2)).toEqual([true, false, true]);
  });

  it('keeps clear of what is blocked', () => {
    expect(placeLabels([box(0, 0), box(40, 0)], 0, [box(8, 8)])).toEqual([false, true]);
  });

  it('never lets two drawn boxes touch', () => {
    const place = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { maxLength: 30 }), (corners) => {
        const boxes = corners.map(([x, y]) => box(x, y));
        const flags = placeLabels(boxes, 1);
        const shown = boxes.filter((_, k) => flags[k]);
        for (const [k, a] of shown.entries()) {
          for (const b of shown.slice(k + 1)) expect(touches(a, b, 1)).toBe(false);
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('pushApart', () => {
  it('leaves labels alone that do not touch', () => {
    expect(
      pushApart(
        [
          { at: 10, size: 8 },
          { at: 40, size: 8 },
        ],
        100,
      ),
    ).toEqual([10, 40]);
  });

  it('moves touching ones apart and keeps them inside', () => {
    expect(
      pushApart(
        [
          { at: 96, size: 20 },
          { at: 90, size: 20 },
        ],
        100,
      ),
    ).toEqual([90, 70]);
    expect(
      pushApart(
        [
          { at: 0, size: 20 },
          { at: 1, size: 20 },
        ],
        100,
      ),
    ).toEqual([10, 30]);
  });
});
