import { windowWeightedMoments } from '../graph/moment-kernels';
import { deviationBands } from '../graph/price-blocks';
import type { Indicator } from '../indicator';
import { BANDS, prices } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowWeightedMoments } from '../primitives/window-weighted-moments';
import { writeDeviationBands } from './deviation-bands';

/**
 * Volume-Weighted Average Price of the last `timePeriod` bars, with bands of its deviation.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param volume      traded units, >= 0
 * @param timePeriod  bars of the window, integer in `[1, 100000]`, 20 when omitted
 * @param multiplier  deviations to a band, in `[0, 3e37]`, 1 when omitted
 * @returns           `upper`, `middle`, `lower` in quote currency per unit; rows `0 .. timePeriod - 2` are
 *                    NaN in all three (warm-up)
 *
 * Price and deviation are as with `vwap`. Bars without volume do not count; a window without volume has the
 * typical price of its newest bar, with the bands at it. Leading rows with a NaN are skipped: warm-up
 * begins at the first full row. A later NaN makes the rows NaN whose window holds it. No drift: a value
 * depends on at most the last `2 timePeriod - 1` rows.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TradingView, built-in script `Rolling VWAP` (its window is a span of time)
 * @see tests/golden/beyond/vwap_rolling.json
 */
export const vwapRolling: Indicator = {
  name: 'vwap_rolling',
  title: 'Rolling VWAP',
  group: 'overlap',
  pane: 'price',
  summary: 'Mean price of the units traded in the last bars, with bands of their deviation.',
  inputs: prices('high', 'low', 'close', 'volume'),
  params: [period('timePeriod', 1, 20), real('multiplier', 1, { min: 0, max: 3e37 })],
  outputs: BANDS,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream: (params) => new RollingVwapStream(params),
  graph([high, low, close, volume], [timePeriod = NaN, multiplier = NaN]) {
    const price = high!.plus(low!).plus(close!).over(3);
    return deviationBands(windowWeightedMoments(price, volume!, timePeriod), multiplier);
  },
};

class RollingVwapStream extends BlankedStream {
  private readonly moments: WindowWeightedMoments;
  private readonly multiplier: number;

  constructor(params: readonly number[]) {
    checkParameters(vwapRolling.params, params);
    super(vwapRolling.lookback(params));
    const [timePeriod = NaN, multiplier = NaN] = params;
    this.moments = new WindowWeightedMoments(timePeriod);
    this.multiplier = multiplier;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.moments.push((row[0]! + row[1]! + row[2]!) / 3, row[3]!);
    writeDeviationBands(out, this.moments, this.multiplier);
  }
}
