import type { TwoAverageSweep } from '../../src/core/backend';
import type { Column } from '../../src/core/column';
import { batch } from '../../src/indicators/batch';
import { sma } from '../../src/indicators/overlap/sma';

/**
 * Bars of a seeded walk: 32-bit xorshift, so that every machine has the same.
 *
 * @param pull  share of its distance from 100 that the price gives up with each bar: without any, a walk of 400,000 bars
 *              has fallen to 1e-12
 */
export function walk(
  rows: number,
  seed: number,
  pull = 0,
): { open: Column; high: Column; low: Column; close: Column } {
  let state = seed;
  const uniform = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const column = () => new Float64Array(rows);
  const bars = { open: column(), high: column(), low: column(), close: column() };
  let price = 100;
  for (let i = 0; i < rows; i++) {
    const open = price * (1 + (uniform() - 0.5) * 0.01);
    price = open * (1 + (uniform() - 0.5) * 0.04);
    bars.open[i] = open;
    bars.high[i] = Math.max(open, price) * (1 + uniform() * 0.01);
    bars.low[i] = Math.min(open, price) * (1 - uniform() * 0.01);
    bars.close[i] = price;
    price += (100 - price) * pull;
  }
  return bars;
}

const FAST = [2, 3, 5, 8];
const SLOW = [6, 10, 21, 40];

/** Every pair of a few averages, and their mirror, so that lanes are odd in number and some never trade. */
export function sweepOn(rows: number, bracket: 'none' | 'stop' | 'both'): TwoAverageSweep {
  const bars = walk(rows, 7);
  // Bars without usable prices: nothing fills there.
  for (let i = 50; i < rows; i += 97) bars.open[i] = NaN;
  const average = (period: number): Column => batch(sma, [bars.close], [period])[0]!;
  const pairs = FAST.flatMap((_, f) => SLOW.flatMap((__, s) => [f, s]));
  return {
    ...bars,
    fast: FAST.map(average),
    slow: SLOW.map(average),
    pairs: Uint32Array.from([...pairs, 0, 0]),
    stop: bracket === 'none' ? null : bars.close.map((x, i) => (i % 7 === 0 ? x * 1.01 : x * 0.97)),
    target: bracket === 'both' ? bars.close.map((x, i) => (i % 5 === 0 ? NaN : x * 1.04)) : null,
    capital: 10_000,
    sizeFraction: 0.95,
    feeRate: 0.001,
    slippageRate: 0.0001,
    lotSize: 1,
  };
}
