import { exp } from '../../core/math/exp';
import { windowMean } from '../graph/kernels';
import { exponential } from '../graph/math-kernels';
import { logRatio as logOfRatio, notNegative } from '../graph/price-blocks';
import { series, type Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { logRatio } from '../primitives/returns';
import { square } from '../primitives/square';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowSum } from '../primitives/window-sum';

/** `3 - 2 sqrt(2)`. */
const ROOT_TERM = 3 - 2 * Math.SQRT2;

/**
 * Corwin-Schultz spread: the bid-ask spread from highs and lows, as the range of two bars together holds twice
 * the variance of one but only one spread.
 *
 * @param high        prices above zero, oldest first; `low`, `close` alike
 * @param timePeriod  estimates averaged, each of two successive bars, integer in `[1, 100000]`, 20 when
 *                    omitted
 * @returns           fraction of the price, 0 to 2; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * As in the paper: where a bar lies wholly above or below the close before, it is moved to touch it, and a
 * negative estimate counts as 0. Leading rows with a NaN are skipped: warm-up begins at the first full row. A
 * later NaN, or a price that is not above zero, makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Corwin and Schultz, A Simple Way to Estimate Bid-Ask Spreads from Daily High and Low Prices, 2012
 * @see numpy over each window (tests/golden/beyond/corwin_schultz.json)
 */
export const corwinSchultz: Indicator = {
  name: 'corwin_schultz',
  title: 'Corwin-Schultz Spread',
  group: 'volatility',
  pane: 'own',
  summary: 'Bid-ask spread as a fraction of the price, from highs and lows.',
  inputs: prices('high', 'low', 'close'),
  params: [period('timePeriod', 1, 20)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream(params) {
    checkParameters(corwinSchultz.params, params);
    const [timePeriod = NaN] = params;
    return new CorwinSchultzStream(timePeriod);
  },
  graph: ([high, low, close], [timePeriod = NaN]) => [windowMean(estimates(high!, low!, close!), timePeriod)],
};

/** The spread that each bar and the one before show. */
function estimates(high: Series, low: Series, close: Series): Series {
  const before = close.lag(1);
  const gap = low.minus(before).max(0).plus(high.minus(before).min(0));
  const [top, bottom] = [high.minus(gap), low.minus(gap)];
  const [lastRange, range] = [logOfRatio(high, low).lag(1), logOfRatio(top, bottom)];
  const own = lastRange.times(lastRange).plus(range.times(range));
  const both = logOfRatio(high.lag(1).max(top), low.lag(1).min(bottom));
  const joint = both.times(both);
  const alpha = own.times(2).sqrt().minus(own.sqrt()).over(ROOT_TERM).minus(joint.over(ROOT_TERM).sqrt());
  return notNegative(series(high.graph, 2).minus(series(high.graph, 4).over(exponential(alpha).plus(1))));
}

class CorwinSchultzStream extends BlankedStream {
  private readonly window: WindowSum;
  private readonly period: number;
  private lastHigh = NaN;
  private lastLow = NaN;
  private lastClose = NaN;
  private hasLast = false;
  private sum = NaN;

  constructor(timePeriod: number) {
    super(timePeriod);
    this.window = new WindowSum(timePeriod);
    this.period = timePeriod;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    if (this.hasLast) this.sum = this.window.push(this.estimate(row[0]!, row[1]!));
    this.lastHigh = row[0]!;
    this.lastLow = row[1]!;
    this.lastClose = row[2]!;
    this.hasLast = true;
    out[0] = this.sum / this.period;
  }

  /** The spread that this bar and the one before show. */
  private estimate(high: number, low: number): number {
    const { lastHigh, lastLow, lastClose } = this;
    const gap = Math.max(0, low - lastClose) + Math.min(0, high - lastClose);
    const top = high - gap;
    const bottom = low - gap;
    const own = square(logRatio(lastHigh, lastLow)) + square(logRatio(top, bottom));
    const joint = square(logRatio(Math.max(lastHigh, top), Math.min(lastLow, bottom)));
    const alpha = (Math.sqrt(2 * own) - Math.sqrt(own)) / ROOT_TERM - Math.sqrt(joint / ROOT_TERM);
    // 2 (e^a - 1) / (1 + e^a), written so that it does not overflow.
    return Math.max(0, 2 - 4 / (1 + exp(alpha)));
  }
}
