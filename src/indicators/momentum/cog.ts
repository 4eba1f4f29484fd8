import { ratio } from '../graph/blocks';
import { weightedAverage, windowMean } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { quotient } from '../primitives/quotient';
import { WeightedAverage } from '../primitives/weighted-average';
import { WindowAverage } from '../primitives/window-average';

/**
 * Center of Gravity: how many bars ago the balance point of the last rows lies, counted from 1 and negative.
 *
 * @param real        any unit, above 0, oldest first
 * @param timePeriod  rows of the window, integer in `[1, 100000]`, 10 when omitted
 * @returns           bars, about `-(timePeriod + 1) / 2`, nearer to 0 after a rise; rows `0 .. timePeriod -
 *                    2` are NaN (warm-up)
 *
 * Rows that sum to 0 count as balanced in the middle. Leading NaN are skipped: warm-up begins at the first
 * number. A later NaN makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Ehlers, The Center of Gravity Oscillator, Technical Analysis of Stocks and Commodities, 2002
 * @see TradingView, Pine Script reference manual v6, `ta.cog`
 * @see tests/golden/beyond/cog.json
 */
export const cog: Indicator = {
  name: 'cog',
  title: 'Center of Gravity',
  group: 'momentum',
  pane: 'own',
  summary: 'Balance point of the last prices, in bars.',
  inputs: REAL,
  params: [period('timePeriod', 1, 10)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(cog.params, params);
    const [timePeriod = NaN] = params;
    return new CogStream(timePeriod);
  },
  graph([x], [timePeriod = NaN]) {
    const balance = ratio(weightedAverage(x!, timePeriod), windowMean(x!, timePeriod), 1);
    return [balance.minus(2).times((timePeriod + 1) / 2)];
  },
};

class CogStream extends BlankedStream {
  private readonly weighted: WeightedAverage;
  private readonly plain: WindowAverage;
  /** Distance of the middle of the window from the row before it, counted from 1. */
  private readonly middle: number;

  constructor(timePeriod: number) {
    super(timePeriod - 1);
    this.weighted = new WeightedAverage(timePeriod);
    this.plain = new WindowAverage(timePeriod);
    this.middle = (timePeriod + 1) / 2;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const weighted = this.weighted.push(row[0]!);
    out[0] = this.middle * (quotient(weighted, this.plain.push(row[0]!), 1) - 2);
  }
}
