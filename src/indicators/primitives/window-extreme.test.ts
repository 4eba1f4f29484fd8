import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WindowExtreme, type Ties } from './window-extreme';
import { WindowPeak } from './window-peak';
import { WindowPeakRow } from './window-peak-row';

const RUNS = { seed: 1, numRuns: 200 };
const few = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 60 });
const period = fc.integer({ min: 1, max: 9 });

/** The definition: every window looked through, as TA-Lib does when its extreme has left. */
function scanned(rows: readonly number[], length: number, kind: 'max' | 'min', ties: Ties): number[] {
  const sign = kind === 'max' ? 1 : -1;
  let best = -1;
  return rows.map((x, today) => {
    const oldest = Math.max(today - length + 1, 0);
    if (best < oldest || today < length) {
      best = oldest;
      for (let i = oldest; i <= today; i++) {
        const distance = sign * (rows[i]! - rows[best]!);
        if (ties === 'latest' ? distance >= 0 : distance > 0) best = i;
      }
    } else if (sign * (x - rows[best]!) >= 0) best = today;
    return best;
  });
}

describe.each(['max', 'min'] as const)('WindowExtreme %s', (kind) => {
  it.each(['latest', 'kept'] as const)('is the scan of every window, ties %s', (ties) => {
    fc.assert(
      fc.property(few, period, (rows, length) => {
        const window = new WindowExtreme(length, kind, ties);
        const found = rows.map((x) => [window.push(x), window.row]);
        expect(found).toEqual(scanned(rows, length, kind, ties).map((row) => [rows[row], row]));
      }),
      RUNS,
    );
  });

  it('is NaN while a NaN is inside the window', () => {
    const window = new WindowExtreme(3, kind);
    const values = [NaN, 1, 2, 3, 4, NaN, NaN, 5, 6, 7].map((x) => window.push(x));
    const want = kind === 'max' ? [3, 4, 7] : [1, 2, 5];
    expect(values).toEqual([NaN, NaN, NaN, want[0], want[1], NaN, NaN, NaN, NaN, want[2]]);
  });

  it('keeps infinities', () => {
    const window = new WindowExtreme(2, kind);
    const infinite = kind === 'max' ? Infinity : -Infinity;
    expect([1, infinite, 1, 1].map((x) => window.push(x))).toEqual([1, infinite, infinite, 1]);
  });
});

describe.each(['max', 'min'] as const)('WindowPeak and WindowPeakRow %s', (kind) => {
  it('are the value and the row of the latest extreme, also where rows are NaN, infinite or a zero of either sign', () => {
    const odd = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom(NaN, Infinity, -Infinity, 0, -0));
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 60 }), period, (rows, length) => {
        const extreme = new WindowExtreme(length, kind);
        const peak = new WindowPeak(length, kind);
        const place = new WindowPeakRow(length, kind);
        for (const x of rows) {
          expect(peak.push(x)).toBe(extreme.push(x));
          expect(place.push(x)).toBe(extreme.row);
        }
      }),
      RUNS,
    );
  });
});
