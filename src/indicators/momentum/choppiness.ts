import { log } from '../../core/math/log';
import type { Convention } from '../convention';
import { trueRange as rangeOf } from '../graph/blocks';
import { windowMax, windowMin, windowSum } from '../graph/kernels';
import { naturalLogarithm } from '../graph/math-kernels';
import type { Series } from '../graph/series';
import { begunWith } from '../graph/smoothing-kernels';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { AverageTrueRange } from '../primitives/average-true-range';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowRange } from '../primitives/window-range';
import { WindowSum } from '../primitives/window-sum';

/** Value of a window without range. */
const NO_PROGRESS = 100;

/**
 * Choppiness Index: how much longer than the range of the last bars the way through it was, on a logarithmic
 * scale.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param timePeriod  bars of the window, integer in `[2, 100000]`, 14 when omitted
 * @returns           percent, near 0 in a straight run and near 100 where the price goes back and forth; rows
 *                    `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * All true ranges of the window count the close before them. A gap into the window can lift the value above
 * 100. A window without range gives 100. Leading rows with a NaN are skipped: warm-up begins at the first
 * full row. A later NaN makes the rows NaN whose window holds it or the step from it.
 *
 * Convention: the first row only gives a close by default. TradingView's takes its own range.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Dreiss, The Choppiness Index, Futures, 1993
 * @see tests/golden/beyond/choppiness.json, tests/golden/tradingview/choppiness.json
 */
export const choppiness: Indicator = {
  name: 'choppiness',
  title: 'Choppiness Index',
  group: 'momentum',
  pane: 'own',
  summary: 'Whether the price trends (low) or goes back and forth (high), 0 to 100.',
  inputs: prices('high', 'low', 'close'),
  params: [period('timePeriod', 2, 14)],
  outputs: VALUE,
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream(params) {
    checkParameters(choppiness.params, params);
    return new ChoppinessStream(params, 'talib');
  },
  graph: (inputs, params) => composed(inputs, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream(params) {
      checkParameters(choppiness.params, params);
      return new ChoppinessStream(params, 'tradingview');
    },
    graph: (inputs, params) => composed(inputs, params, 'tradingview'),
  },
};

function composed(
  [high, low, close]: readonly Series[],
  [timePeriod = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] {
  const later = rangeOf(high!, low!, close!);
  const range = convention === 'tradingview' ? begunWith(high!.minus(low!), later) : later;
  const reach = windowMax(high!, timePeriod).minus(windowMin(low!, timePeriod));
  const way = windowSum(range, timePeriod);
  const value = naturalLogarithm(way.over(reach)).times(100 / log(timePeriod));
  return [reach.equals(0).pick(NO_PROGRESS, value)];
}

function lookback([timePeriod = NaN]: readonly number[], convention: Convention): number {
  return convention === 'tradingview' ? timePeriod - 1 : timePeriod;
}

class ChoppinessStream extends BlankedStream {
  private readonly trueRange: AverageTrueRange;
  private readonly way: WindowSum;
  private readonly range: WindowRange;
  private readonly scale: number;

  constructor(params: readonly number[], convention: Convention) {
    super(lookback(params, convention));
    const [timePeriod = NaN] = params;
    this.trueRange = new AverageTrueRange(1, convention);
    this.way = new WindowSum(timePeriod);
    this.range = new WindowRange(timePeriod);
    this.scale = 100 / log(timePeriod);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const way = this.way.push(this.trueRange.push(row[0]!, row[1]!, row[2]!));
    this.range.push(row[0]!, row[1]!);
    const reach = this.range.highest - this.range.lowest;
    out[0] = reach === 0 && !Number.isNaN(way) ? NO_PROGRESS : this.scale * log(way / reach);
  }
}
