import type { Bars } from '../../core/bars';
import type { Column } from '../../core/column';
import type { UniformStream } from '../../core/random/uniforms';
import { shuffledRows } from './shuffle';

/**
 * Bars whose moves come in another order: gaps from close to open are shuffled by one permutation, and what happens from
 * a bar's open on (high, low, close, volume and further columns) by another. Times, the first bar and, up to rounding,
 * the last close stay, so that drift and spread of the moves are those of the bars; only their order is not.
 *
 * @param bars    prices above zero, each bar with `low <= open, close <= high` (`priceRefusal`)
 * @param random  takes `2 (n - 2)` draws
 * @returns       new columns; the bars keep their order of prices
 * @see Masters, Permutation and Randomization Tests for Trading System Development, third edition, 2020
 */
export function permutedBars(bars: Bars, random: UniformStream): Bars {
  const rows = bars.time.length;
  const gaps = shuffledRows(rows - 1, random);
  const bodies = shuffledRows(rows - 1, random);
  const [open, high, low, close] = [0, 1, 2, 3].map((): Column => new Float64Array(rows)) as [
    Column,
    Column,
    Column,
    Column,
  ];
  open[0] = bars.open[0]!;
  high[0] = bars.high[0]!;
  low[0] = bars.low[0]!;
  close[0] = bars.close[0]!;
  for (let i = 1; i < rows; i++) {
    const gap = gaps[i - 1]! + 1;
    const body = bodies[i - 1]! + 1;
    const from = bars.open[body]!;
    const start = close[i - 1]! * (bars.open[gap]! / bars.close[gap - 1]!);
    open[i] = start;
    high[i] = start * (bars.high[body]! / from);
    low[i] = start * (bars.low[body]! / from);
    close[i] = start * (bars.close[body]! / from);
  }
  const moved = (column: Column): Column =>
    column.map((value, i) => (i === 0 ? value : column[bodies[i - 1]! + 1]!));
  return {
    time: bars.time,
    open,
    high,
    low,
    close,
    volume: moved(bars.volume),
    extra: Object.fromEntries(Object.entries(bars.extra).map(([name, column]) => [name, moved(column)])),
  };
}
