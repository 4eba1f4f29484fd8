import { describe, expect, it } from 'vitest';
import type { Bars } from '../core/bars';
import { fitDetail, hashWithDetail } from './detail';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = Date.UTC(2020, 0, 6);

/** Bars of a low and a high each. */
function barsOf(times: readonly number[], ranges: readonly (readonly [number, number])[]): Bars {
  const column = (pick: (range: readonly [number, number]) => number) => Float64Array.from(ranges, pick);
  return {
    time: Float64Array.from(times),
    open: column(([low]) => low),
    high: column(([, high]) => high),
    low: column(([low]) => low),
    close: column(([, high]) => high),
    volume: column(() => 1),
    extra: {},
  };
}

const days = (count: number) => Array.from({ length: count }, (_, i) => START + i * DAY_MS);
const BARS = barsOf(days(3), [
  [99, 102],
  [98, 103],
  [97, 104],
]);
const at = (day: number, hour: number) => START + day * DAY_MS + hour * HOUR_MS;

describe('bars of a shorter interval beside bars', () => {
  it('are used where they have the whole range of their bar, and counted where they do not', () => {
    const hours = [at(-1, 23), at(0, 14), at(0, 15), at(1, 14), at(1, 15), at(3, 1)];
    const detail = barsOf(hours, [
      [50, 51],
      [99, 100],
      [100, 102],
      [98, 99],
      [99, 101],
      [60, 61],
    ]);
    const found = fitDetail(BARS, detail, 'hours.csv');
    expect(found).toMatchObject({ rows: 6, outside: 2, barsWithout: 1, barsIncomplete: 1 });
    expect([...found.bars.time]).toEqual([at(0, 14), at(0, 15)]);
    expect(found.intervalMs).toBe(DAY_MS);
  });

  it('lie in months of any length', () => {
    const month = (k: number) => Date.UTC(2021, k, 1);
    const bars = barsOf(
      [month(0), month(1), month(2)],
      [
        [1, 2],
        [1, 2],
        [1, 2],
      ],
    );
    const dates = [30, 58, 89].map((day) => Date.UTC(2021, 0, 1 + day));
    const detail = barsOf(
      [...dates, dates[2]! + DAY_MS],
      [
        [1, 2],
        [1, 2],
        [1, 2],
        [7, 8],
      ],
    );
    expect(fitDetail(bars, detail, 'days.csv')).toMatchObject({ barsWithout: 0, outside: 1 });
  });

  it('are missing where a row has no price', () => {
    const detail = barsOf(
      [at(0, 1), at(0, 2), at(1, 1)],
      [
        [99, 102],
        [NaN, 102],
        [98, 103],
      ],
    );
    expect(fitDetail(BARS, detail, 'x')).toMatchObject({ barsIncomplete: 1, barsWithout: 1 });
  });

  it.each([
    [
      'detail_not_shorter',
      days(3),
      [
        [99, 102],
        [98, 103],
        [97, 104],
      ],
    ],
    [
      'detail_apart',
      [at(40, 1), at(40, 2)],
      [
        [99, 102],
        [98, 103],
      ],
    ],
    [
      'detail_across_bars',
      [at(0, 1), at(0, 6), at(0, 23)],
      [
        [99, 102],
        [99, 102],
        [99, 102],
      ],
    ],
    [
      'detail_beyond_bar',
      [at(0, 1), at(0, 2)],
      [
        [99, 102],
        [98.99, 102],
      ],
    ],
    [
      'detail_beyond_bar',
      [at(2, 1), at(2, 2)],
      [
        [97, 104.01],
        [98, 102],
      ],
    ],
    ['data_insufficient', [at(0, 1)], [[99, 102]]],
  ] as const)('are refused with %s', (code, times, ranges) => {
    expect(() => fitDetail(BARS, barsOf(times, ranges), 'x.csv')).toThrow(expect.objectContaining({ code }));
  });

  it('are part of the data hash, rows that are not used as well', () => {
    const first = fitDetail(
      BARS,
      barsOf(
        [at(0, 1), at(0, 2)],
        [
          [99, 102],
          [99, 102],
        ],
      ),
      'x',
    );
    const more = barsOf(
      [at(0, 1), at(0, 2), at(9, 1)],
      [
        [99, 102],
        [99, 102],
        [1, 2],
      ],
    );
    const hashes = [null, first, fitDetail(BARS, more, 'x')].map((detail) => hashWithDetail('data', detail));
    expect(hashes[0]).toBe('data');
    expect(new Set(hashes).size).toBe(3);
  });
});
