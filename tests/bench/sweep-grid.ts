import type { TwoAverageSweep } from '../../src/core/backend';
import type { Column } from '../../src/core/column';
import { batch } from '../../src/indicators/batch';
import { sma } from '../../src/indicators/overlap/sma';
import { syntheticBars } from './synthetic-bars';
import csv from '../../node_modules/vega-datasets/data/sp500-2000.csv?raw';

/** Columns of the bundled S&P 500 file: date, open, high, low, close. */
function sample(): Record<'open' | 'high' | 'low' | 'close', Column> {
  const rows = csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
  const column = (k: number): Column => Float64Array.from(rows, (cells) => Number(cells[k]));
  return { open: column(1), high: column(2), low: column(3), close: column(4) };
}

/**
 * 2,500 pairs: 50 fast by 50 slow averages on the S&P 500 sample, with stop, target and fee.
 *
 * @param repeats  how often the grid is repeated, for devices that want more lanes
 */
export function grid(repeats = 1): TwoAverageSweep {
  const bars = sample();
  const average = (period: number): Column => batch(sma, [bars.close], [period])[0]!;
  const numbers = Array.from({ length: 50 }, (_, k) => k);
  const pairs = numbers.flatMap((f) => numbers.flatMap((s) => [f, s]));
  return {
    ...bars,
    fast: numbers.map((k) => average(5 + k)),
    slow: numbers.map((k) => average(60 + 4 * k)),
    pairs: Uint32Array.from(Array(repeats).fill(pairs).flat() as number[]),
    stop: bars.close.map((x) => x * 0.95),
    target: bars.close.map((x) => x * 1.2),
    capital: 100_000,
    sizeFraction: 0.95,
    feeRate: 0.001,
    slippageRate: 0.0001,
    lotSize: 1,
  };
}

/** Averages of a sweep over synthetic bars: so many, of the periods from `from` on. */
export interface Averages {
  readonly count: number;
  readonly from: number;
}

/** All pairs of some fast and some slow averages on synthetic bars, with a fee. */
export function syntheticGrid(bars: number, fast: Averages, slow: Averages): TwoAverageSweep {
  const { open, high, low, close } = syntheticBars(bars, 1, 60_000);
  const columns = ({ count, from }: Averages): Column[] =>
    Array.from({ length: count }, (_, k) => batch(sma, [close], [from + k])[0]!);
  const pairs = new Uint32Array(2 * fast.count * slow.count);
  for (let lane = 0; lane < fast.count * slow.count; lane++) {
    pairs[2 * lane] = Math.floor(lane / slow.count);
    pairs[2 * lane + 1] = lane % slow.count;
  }
  return {
    open,
    high,
    low,
    close,
    fast: columns(fast),
    slow: columns(slow),
    pairs,
    stop: null,
    target: null,
    capital: 100_000,
    sizeFraction: 0.95,
    feeRate: 0.001,
    slippageRate: 0,
    lotSize: 1,
  };
}
