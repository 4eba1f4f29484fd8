import { trueRange as rangeOf } from '../graph/blocks';
import { linePoint, windowMax, windowMean, windowMin, windowMoments } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { TrueRange } from '../primitives/true-range';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowAverage } from '../primitives/window-average';
import { WindowLine } from '../primitives/window-line';
import { WindowMoments } from '../primitives/window-moments';
import { WindowRange } from '../primitives/window-range';

/**
 * Squeeze Momentum: whether the Bollinger Bands lie inside the Keltner Channel (the market is quiet), and
 * which way the price leans meanwhile.
 *
 * @param high           quote currency per unit, oldest first; `low` and `close` alike
 * @param bbPeriod       bars of the Bollinger Bands, integer in `[2, 100000]`, 20 when omitted
 * @param bbDeviations   their deviations, `[0, 100]`, 2 when omitted
 * @param kcPeriod       bars of the Keltner Channel and the momentum, integer in `[2, 100000]`, 20 when
 *                       omitted
 * @param kcMultiplier   its mean true ranges, `[0, 100]`, 1.5 when omitted
 * @returns              `momentum` in quote currency per unit; `squeeze` 1 while the bands are inside the
 *                       channel, -1 while the channel is inside the bands, else 0;
 *                       `max(bbPeriod - 1, 2 kcPeriod - 2)` rows are NaN in both (warm-up)
 *
 * The momentum is the end of the least-squares line through the last closes less the mean of the middle of
 * their range and their average. Both bands have plain averages, the channel the plain mean of true ranges.
 * The published script takes `kcMultiplier` for the Bollinger Bands as well, by mistake; this is the
 * corrected form. Equal bands, as in a market that stands still, are no squeeze. Leading rows with a NaN are
 * skipped: warm-up begins at the first full row. A later NaN makes the rows NaN whose windows hold it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Carter, Mastering the Trade, 2005; LazyBear, Squeeze Momentum Indicator, TradingView, 2014
 * @see tests/golden/beyond/squeeze_momentum.json
 */
export const squeezeMomentum: Indicator = {
  name: 'squeeze_momentum',
  title: 'Squeeze Momentum',
  group: 'momentum',
  pane: 'own',
  summary: 'Momentum, and whether Bollinger Bands lie inside the Keltner Channel.',
  inputs: prices('high', 'low', 'close'),
  params: [
    period('bbPeriod', 2, 20),
    real('bbDeviations', 2, { min: 0, max: 100 }),
    period('kcPeriod', 2, 20),
    real('kcMultiplier', 1.5, { min: 0, max: 100 }),
  ],
  outputs: [
    { name: 'momentum', kind: 'real', style: 'histogram' },
    { name: 'squeeze', kind: 'integer', style: 'line' },
  ],
  unstable: false,
  lookback: ([bb = NaN, , kc = NaN]) => Math.max(bb - 1, 2 * (kc - 1)),
  stream(params) {
    checkParameters(squeezeMomentum.params, params);
    return new SqueezeMomentumStream(params);
  },
  graph([high, low, close], [bb = NaN, deviations = NaN, kc = NaN, multiplier = NaN]) {
    const average = windowMean(close!, kc);
    const middle = windowMax(high!, kc).plus(windowMin(low!, kc)).times(0.5);
    const line = linePoint(close!.minus(middle.plus(average).times(0.5)), kc, (kc - 1) / 2);
    const { mean, variance } = windowMoments(close!, bb);
    const reach = windowMean(rangeOf(high!, low!, close!), kc).times(multiplier);
    const width = variance.max(0).sqrt().times(deviations);
    const above = average.plus(reach).minus(mean.plus(width));
    const below = mean.minus(width).minus(average.minus(reach));
    const isInside = above.above(0).and(below.above(0));
    const isOutside = above.below(0).and(below.below(0));
    return [line, isInside.pick(1, isOutside.pick(-1, 0))];
  },
};

class SqueezeMomentumStream extends BlankedStream {
  private readonly bands: WindowMoments;
  private readonly deviations: number;
  private readonly average: WindowAverage;
  private readonly trueRange = new TrueRange();
  private readonly trueRanges: WindowAverage;
  private readonly multiplier: number;
  private readonly range: WindowRange;
  private readonly line: WindowLine;
  private readonly kcPeriod: number;
  private readonly bbPeriod: number;
  private previous = NaN;
  /** Closes since the last change. */
  private equalRows = 0;

  constructor(params: readonly number[]) {
    super(squeezeMomentum.lookback(params));
    const [bb = NaN, deviations = NaN, kc = NaN, multiplier = NaN] = params;
    this.bands = new WindowMoments(bb);
    this.deviations = deviations;
    this.average = new WindowAverage(kc);
    this.trueRanges = new WindowAverage(kc);
    this.multiplier = multiplier;
    this.range = new WindowRange(kc);
    this.line = new WindowLine(kc);
    this.kcPeriod = kc;
    this.bbPeriod = bb;
  }

  protected override compute(row: Float64Array, out: Float64Array, today: number): void {
    const close = row[2]!;
    this.bands.push(close);
    this.equalRows = close === this.previous ? this.equalRows + 1 : 1;
    this.previous = close;
    this.range.push(row[0]!, row[1]!);
    const average = this.average.push(close);
    const reach = this.multiplier * this.trueRanges.push(this.trueRange.push(row[0]!, row[1]!, close));
    if (today < this.kcPeriod - 1) return;
    const middle = (this.range.highest + this.range.lowest) / 2;
    this.line.push(close - (middle + average) / 2);
    out[0] = this.line.intercept + this.line.slope * (this.kcPeriod - 1);
    out[1] = this.squeeze(average, reach);
  }

  private squeeze(average: number, reach: number): number {
    const { mean, variance } = this.bands;
    const isFlat = this.equalRows >= this.bbPeriod;
    const width = isFlat ? 0 : this.deviations * Math.sqrt(Math.max(variance, 0));
    const above = average + reach - (mean + width);
    const below = mean - width - (average - reach);
    if (Number.isNaN(above + below)) return NaN;
    if (above > 0 && below > 0) return 1;
    return above < 0 && below < 0 ? -1 : 0;
  }
}
