import { log } from '../../core/math/log';
import type { Convention } from '../convention';
import { emaOf, ratio } from '../graph/blocks';
import { windowMean, windowVariance, windowSum } from '../graph/kernels';
import { naturalLogarithm } from '../graph/math-kernels';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';
import { quotient } from '../primitives/quotient';
import { WindowAverage } from '../primitives/window-average';
import { WindowMoments } from '../primitives/window-moments';
import { WindowSum } from '../primitives/window-sum';

/** Bars of the deviation that the least change is measured in. */
const DEVIATION_PERIOD = 30;

/**
 * Volume Flow Indicator: volume of the last bars with the sign of their change, in average volumes; changes
 * that are small for the market do not count and volume is cut off at a multiple of its average. Smoothed by
 * an EMA.
 *
 * @param high               quote currency per unit, above 0, oldest first; `low` and `close` alike
 * @param volume             units traded
 * @param timePeriod         bars summed and averaged, integer in `[1, 100000]`, 130 when omitted
 * @param coefficient        least change, in deviations of the last 30 relative changes, `[0, 100]`, 0.2 when
 *                           omitted
 * @param volumeCoefficient  most volume that counts, in averages, `[0, 1000]`, 2.5 when omitted
 * @param smoothingPeriod    bars of the EMA, integer in `[1, 100000]`, 3 when omitted; 1 does not smooth
 * @returns                  average volumes (no unit);
 *                           `max(timePeriod, 30) + timePeriod + smoothingPeriod - 2` rows are NaN (warm-up)
 *
 * Changes are those of the typical price, the average volume is that of the bars before. An average volume of
 * 0 gives 0. Leading rows with a NaN are skipped: warm-up begins at the first full row. A later NaN, or a
 * typical price not above 0, makes every later row NaN.
 *
 * Convention: an EMA that begins with a mean, as TA-Lib's, by default. TradingView's starts from its first
 * row.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Katsanos, Using Money Flow to Stay with the Trend, Technical Analysis of Stocks and Commodities, 2004
 * @see tests/golden/beyond/vfi.json, tests/golden/tradingview/vfi.json
 */
export const vfi: Indicator = {
  name: 'vfi',
  title: 'Volume Flow Indicator',
  group: 'volume',
  pane: 'own',
  summary: 'Signed volume of bars that moved enough, in average volumes.',
  inputs: prices('high', 'low', 'close', 'volume'),
  params: [
    period('timePeriod', 1, 130),
    real('coefficient', 0.2, { min: 0, max: 100 }),
    real('volumeCoefficient', 2.5, { min: 0, max: 1000 }),
    period('smoothingPeriod', 1, 3),
  ],
  outputs: VALUE,
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream(params) {
    checkParameters(vfi.params, params);
    return new VfiStream(params, 'talib');
  },
  graph: (inputs, params) => composed(inputs, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream(params) {
      checkParameters(vfi.params, params);
      return new VfiStream(params, 'tradingview');
    },
    graph: (inputs, params) => composed(inputs, params, 'tradingview'),
  },
};

function composed(
  [high, low, close, volume]: readonly Series[],
  [timePeriod = NaN, coefficient = NaN, volumeCoefficient = NaN, smoothing = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] | undefined {
  // Without the average a row that is NaN has to leave the windows as in the stream.
  if (smoothing === 1) return undefined;
  const price = high!.plus(low!).plus(close!).over(3);
  const variance = windowVariance(naturalLogarithm(price).change(), DEVIATION_PERIOD);
  const least = variance.sqrt().times(coefficient).times(close!);
  const usual = windowMean(volume!, timePeriod).lag(1);
  const most = volume!.min(usual.times(volumeCoefficient));
  const change = price.change();
  const signed = change.above(least).pick(most, change.below(least.negated()).pick(most.negated(), 0));
  // NaN where the deviation is: after a price that has no logarithm.
  const flow = windowSum(signed.plus(least.times(0)), timePeriod);
  return [emaOf(ratio(flow, usual), smoothing, convention)];
}

function lookback(
  [timePeriod = NaN, , , smoothing = NaN]: readonly number[],
  convention: Convention,
): number {
  const first = Math.max(timePeriod, DEVIATION_PERIOD);
  return first + timePeriod - 1 + movingAverageLookback('ema', smoothing, convention);
}

class VfiStream extends BlankedStream {
  private readonly deviations = new WindowMoments(DEVIATION_PERIOD);
  private readonly volumes: WindowAverage;
  private readonly flows: WindowSum;
  private readonly average: Smoother;
  private readonly coefficient: number;
  private readonly volumeCoefficient: number;
  /** First row whose change counts, and first row of a full window of these. */
  private readonly firstRow: number;
  private readonly fullRow: number;
  private price = NaN;
  private usual = NaN;

  constructor(params: readonly number[], convention: Convention) {
    super(lookback(params, convention));
    const [timePeriod = NaN, coefficient = NaN, volumeCoefficient = NaN, smoothing = NaN] = params;
    this.volumes = new WindowAverage(timePeriod);
    this.flows = new WindowSum(timePeriod);
    this.average = movingAverage('ema', smoothing, convention);
    this.coefficient = coefficient;
    this.volumeCoefficient = volumeCoefficient;
    this.firstRow = Math.max(timePeriod, DEVIATION_PERIOD);
    this.fullRow = this.firstRow + timePeriod - 1;
  }

  protected override compute(row: Float64Array, out: Float64Array, today: number): void {
    const price = (row[0]! + row[1]! + row[2]!) / 3;
    const before = this.price;
    this.price = price;
    if (today > 0) this.deviations.push(log(price) - log(before));
    const { usual } = this;
    this.usual = this.volumes.push(row[3]!);
    if (today < this.firstRow) return;
    const flow = this.flows.push(
      this.flow(price - before, row[2]!, Math.min(row[3]!, this.volumeCoefficient * usual)),
    );
    if (today >= this.fullRow) out[0] = this.average.push(quotient(flow, usual));
  }

  private flow(change: number, close: number, volume: number): number {
    const deviation = Math.sqrt(Math.max(this.deviations.variance, 0));
    const least = this.coefficient * deviation * close;
    if (Number.isNaN(change + least + volume)) return NaN;
    if (change > least) return volume;
    return change < -least ? -volume : 0;
  }
}
