import type { Convention } from '../convention';
import { emaOf } from '../graph/blocks';
import { windowSum } from '../graph/kernels';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { Delay } from '../primitives/delay';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';
import { WindowSum } from '../primitives/window-sum';

/**
 * Polarized Fractal Efficiency: straight distance on the chart over the last bars as a share of the way from
 * bar to bar (a bar counts one unit of length), with the sign of the change, smoothed by an EMA.
 *
 * @param real             quote currency per unit, oldest first
 * @param timePeriod       steps of the way, integer in `[1, 100000]`, 10 when omitted
 * @param smoothingPeriod  bars of the EMA, integer in `[1, 100000]`, 5 when omitted
 * @returns                -100 (a straight fall) to 100 (a straight rise), no unit; rows
 *                         `0 .. timePeriod + smoothingPeriod - 2` are NaN (warm-up)
 *
 * No change over the window counts 0. Depends on the unit of the price, as published. Leading NaN are
 * skipped: warm-up begins at the first number. A later NaN makes every later row NaN.
 *
 * Convention: an EMA that begins with a mean, as TA-Lib's, by default. TradingView's starts from its first
 * row.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Hannula, Polarized Fractal Efficiency, Technical Analysis of Stocks and Commodities, 1994
 * @see tests/golden/beyond/pfe.json, tests/golden/tradingview/pfe.json
 */
export const pfe: Indicator = {
  name: 'pfe',
  title: 'Polarized Fractal Efficiency',
  group: 'momentum',
  pane: 'own',
  summary: 'How straight the price moves, with the sign of its change, -100 to 100.',
  inputs: REAL,
  params: [period('timePeriod', 1, 10), period('smoothingPeriod', 1, 5)],
  outputs: VALUE,
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream(params) {
    checkParameters(pfe.params, params);
    return new PfeStream(params, 'talib');
  },
  graph: (inputs, params) => composed(inputs, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream(params) {
      checkParameters(pfe.params, params);
      return new PfeStream(params, 'tradingview');
    },
    graph: (inputs, params) => composed(inputs, params, 'tradingview'),
  },
};

function composed(
  [x]: readonly Series[],
  [timePeriod = NaN, smoothing = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] {
  const lengthOf = (rise: Series, run: number): Series =>
    rise
      .times(rise)
      .plus(run * run)
      .sqrt();
  const change = x!.change(timePeriod);
  const straight = lengthOf(change, timePeriod).over(windowSum(lengthOf(x!.change(), 1), timePeriod));
  const sign = change.above(0).pick(100, change.below(0).pick(-100, 0));
  return [emaOf(sign.times(straight), smoothing, convention)];
}

function lookback([timePeriod = NaN, smoothing = NaN]: readonly number[], convention: Convention): number {
  return timePeriod + movingAverageLookback('ema', smoothing, convention);
}

class PfeStream extends BlankedStream {
  private readonly past: Delay;
  private readonly way: WindowSum;
  private readonly average: Smoother;
  private readonly period: number;
  private previous = NaN;

  constructor(params: readonly number[], convention: Convention) {
    super(lookback(params, convention));
    const [timePeriod = NaN, smoothing = NaN] = params;
    this.past = new Delay(timePeriod);
    this.way = new WindowSum(timePeriod);
    this.average = movingAverage('ema', smoothing, convention);
    this.period = timePeriod;
  }

  protected override compute(row: Float64Array, out: Float64Array, today: number): void {
    const x = row[0]!;
    const way = this.way.push(length(x - this.previous, 1));
    const change = x - this.past.push(x);
    this.previous = x;
    if (today < this.period) return;
    out[0] = this.average.push((100 * Math.sign(change) * length(change, this.period)) / way);
  }
}

/** Of the line that goes up by `rise` over `run`. */
const length = (rise: number, run: number): number => Math.sqrt(rise * rise + run * run);
