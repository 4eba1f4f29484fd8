import type { Bars } from '../../src/core/bars';
import type { Column } from '../../src/core/column';
import type { RandomSource } from './random-source';

const PRICES = ['open', 'high', 'low', 'close'] as const;
const isPrice = (value: number): boolean => value > 0 && value < Infinity;

/** Rows of a shorter interval, as `Bars` grow. */
type Rows = Record<'time' | (typeof PRICES)[number] | 'volume', number[]>;

/**
 * Bars of a shorter interval that make up the given ones: two to six a bar, on a way from its open to its close that
 * reaches its high and its low. Some bars have none, and a row without a price now and then.
 *
 * @param intervalMs  from the open to the close of a given bar
 * @param damage      share of the rows that hold no price
 */
export function drawDetail(random: RandomSource, bars: Bars, intervalMs: number, damage: number): Bars {
  const rows: Rows = { time: [], open: [], high: [], low: [], close: [], volume: [] };
  for (let bar = 0; bar < bars.time.length; bar++) {
    const isSane = PRICES.every((name) => isPrice(bars[name][bar]!)) && bars.high[bar]! >= bars.low[bar]!;
    if (isSane && random.chance(0.9)) drawWay(random, bars, bar, intervalMs, rows, damage);
  }
  const column = (values: readonly number[]): Column => Float64Array.from(values);
  const { time, open, high, low, close, volume } = rows;
  return {
    time: column(time),
    open: column(open),
    high: column(high),
    low: column(low),
    close: column(close),
    volume: column(volume),
    extra: {},
  };
}

function drawWay(
  random: RandomSource,
  bars: Bars,
  bar: number,
  intervalMs: number,
  rows: Rows,
  damage: number,
): void {
  const count = random.whole(2, 6);
  const [high, low] = [bars.high[bar]!, bars.low[bar]!];
  const top = random.whole(0, count - 1);
  const bottom = random.whole(0, count - 1);
  let last = bars.open[bar]!;
  for (let k = 0; k < count; k++) {
    const close = k === count - 1 ? bars.close[bar]! : random.pick([random.between(low, high), last]);
    rows.time.push(bars.time[bar]! + Math.floor((intervalMs / count) * k));
    rows.open.push(last);
    rows.close.push(close);
    rows.high.push(k === top ? high : Math.max(last, close));
    rows.low.push(k === bottom ? low : Math.min(last, close));
    rows.volume.push(random.whole(0, 500));
    if (random.chance(damage)) rows[random.pick(PRICES)][rows.time.length - 1] = random.pick([NaN, 0, -1]);
    last = close;
  }
}
