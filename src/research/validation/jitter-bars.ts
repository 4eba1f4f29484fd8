import type { Bars } from '../../core/bars';
import type { Column } from '../../core/column';
import type { UniformStream } from '../../core/random/uniforms';

/**
 * Bars whose prices are each moved by a little: by a uniform factor of at most `share` of the mean range of a bar
 * (`(high - low) / close`) to either side. Highs and lows are widened where an open or a close would lie beyond them.
 *
 * @param bars    as of `priceRefusal`
 * @param share   above 0, at most 1
 * @param random  takes four draws a bar
 */
export function jitteredBars(bars: Bars, share: number, random: UniformStream): Bars {
  const most = Math.min(0.5, share * meanRange(bars));
  const moved = (column: Column): Column =>
    column.map((price) => price * (1 + most * (2 * random.next() - 1)));
  const open = moved(bars.open);
  const close = moved(bars.close);
  const high = moved(bars.high).map((price, i) => Math.max(price, open[i]!, close[i]!));
  const low = moved(bars.low).map((price, i) => Math.min(price, open[i]!, close[i]!));
  return { ...bars, open, high, low, close };
}

/** Mean of `(high - low) / close`, a fraction. */
function meanRange({ high, low, close }: Bars): number {
  let sum = 0;
  for (let i = 0; i < close.length; i++) sum += (high[i]! - low[i]!) / close[i]!;
  return sum / close.length;
}
