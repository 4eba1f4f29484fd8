import type { Bars } from '../../src/core/bars';
import type { Column } from '../../src/core/column';
import { noiseTrials } from './noise-trials';

/**
 * Daily bars of a random walk, each opening where the last one closed; returns may carry over to the next bar.
 *
 * @param carry  share of a return that is added to the next one
 */
export function randomWalk(seed: number, rows: number, carry = 0): Bars {
  const [noise] = noiseTrials(seed, 1, rows) as [Column];
  const close: Column = new Float64Array(rows);
  let move = 0;
  for (let i = 0; i < rows; i++) {
    move = carry * move + noise[i]!;
    close[i] = (close[i - 1] ?? 100) * (1 + move);
  }
  return barsOfCloses(close);
}

/** Daily bars of closes, each opening where the last one closed. */
export function barsOfCloses(close: Column): Bars {
  const open = close.map((value, i) => close[i - 1] ?? value);
  return {
    time: close.map((_, i) => Date.UTC(2010, 0, 1) + i * 86_400_000),
    open,
    high: close.map((value, i) => Math.max(value, open[i]!) * 1.002),
    low: close.map((value, i) => Math.min(value, open[i]!) * 0.998),
    close,
    volume: close.map(() => 1000),
    extra: {},
  };
}
