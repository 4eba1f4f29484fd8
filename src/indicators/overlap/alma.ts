import { MOST_WEIGHTED, weightedRows } from '../graph/smoothing-kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, real } from '../parameters';
import { bellWeights, GaussianWindow } from '../primitives/gaussian-window';
import { BlankedStream } from '../primitives/blanked-stream';

const LONGEST = 10_000;

/**
 * Arnaud Legoux Moving Average: mean of the last rows with the weights of a bell curve whose top may be moved
 * towards the newest ones.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars averaged, integer in `[1, 10000]`, 9 when omitted
 * @param offset      place of the top in the window, from 0 (oldest row) to 1 (newest), 0.85 when omitted
 * @param sigma       deviations of the curve in a window, in `[0.5, 100]`, 6 when omitted; a larger one gives
 *                    a narrower curve
 * @returns           unit of `real`; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * The place of the top is not rounded to a row, as in TradingView's `ta.alma`. Leading NaN are skipped:
 * warm-up begins at the first number. A later NaN makes the rows NaN whose window holds it, but for rows that
 * weigh nothing (less than 1e-16 of the top). No drift: a value depends on at most the last `2 timePeriod -
 * 1` rows, and long windows cost no more than short ones.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Legoux & Kouzis-Loukas, Arnaud Legoux Moving Average, 2009
 * @see TradingView, Pine Script reference manual v6, `ta.alma`
 * @see tests/golden/beyond/alma.json
 */
export const alma: Indicator = {
  name: 'alma',
  title: 'Arnaud Legoux Moving Average',
  group: 'overlap',
  pane: 'price',
  summary: 'Mean of the last bars with the weights of a bell curve near the newest ones.',
  inputs: REAL,
  params: [
    { name: 'timePeriod', kind: 'integer', min: 1, max: LONGEST, default: 9 },
    real('offset', 0.85, { min: 0, max: 1 }),
    real('sigma', 6, { min: 0.5, max: 100 }),
  ],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream: (params) => new AlmaStream(params),
  graph([x], [timePeriod = NaN, offset = NaN, sigma = NaN]) {
    const top = (1 - offset) * (timePeriod - 1);
    const { first, weights } = bellWeights(timePeriod, top, timePeriod / sigma);
    return weights.length <= MOST_WEIGHTED ? [weightedRows(x!.lag(first), weights)] : undefined;
  },
};

class AlmaStream extends BlankedStream {
  private readonly mean: GaussianWindow;
  private value = NaN;

  constructor(params: readonly number[]) {
    checkParameters(alma.params, params);
    super(alma.lookback(params));
    const [timePeriod = NaN, offset = NaN, sigma = NaN] = params;
    this.mean = new GaussianWindow(timePeriod, (1 - offset) * (timePeriod - 1), timePeriod / sigma);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.value = this.mean.push(row[0]!);
    out[0] = this.value;
  }
}
