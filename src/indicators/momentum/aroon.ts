import { extremeAges } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, period } from '../parameters';
import { ExtremeAge } from '../primitives/extreme-age';
import { FullRowStream } from '../primitives/full-row-stream';

/**
 * Aroon: how recent the lowest low (`down`) and the highest high (`up`) of the last `timePeriod + 1` bars
 * are.
 *
 * @param high        quote currency per unit, oldest first; `low` alike
 * @param timePeriod  greatest age in bars, integer in `[2, 100000]`, 14 when omitted
 * @returns           `down`, `up` in percent: 100 is this bar, 0 is `timePeriod` bars ago;
 *                    rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * Of equal extremes the latest counts, as in TA-Lib. Leading rows with a NaN are skipped: warm-up begins at
 * the first full row. A later NaN makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Chande, A Time Price Oscillator, Technical Analysis of Stocks and Commodities, 1995
 * @see TA-Lib 0.7.1 `TA_AROON` (tests/golden/talib/aroon.json)
 */
export const aroon: Indicator = {
  name: 'aroon',
  title: 'Aroon',
  group: 'momentum',
  pane: 'own',
  summary: 'How recent the highest high and the lowest low are.',
  inputs: prices('high', 'low'),
  params: [period('timePeriod', 2, 14)],
  outputs: [
    { name: 'down', kind: 'real', style: 'dashed' },
    { name: 'up', kind: 'real', style: 'line' },
  ],
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream(params) {
    checkParameters(aroon.params, params);
    const [timePeriod = NaN] = params;
    return new AroonStream(timePeriod);
  },
  graph([high, low], [timePeriod = NaN]) {
    const ages = extremeAges(high!, low!, timePeriod + 1);
    return [ages.low, ages.high].map((age) => age.minus(timePeriod).times(-100 / timePeriod));
  },
};

class AroonStream extends FullRowStream {
  private readonly age: ExtremeAge;
  private readonly oldest: number;
  private readonly percent: number;

  constructor(timePeriod: number) {
    super();
    this.age = new ExtremeAge(timePeriod);
    this.oldest = timePeriod;
    this.percent = 100 / timePeriod;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const { age } = this;
    const isWarm = age.push(row[0]!, row[1]!);
    out[0] = isWarm ? this.percent * (this.oldest - age.ofLow) : NaN;
    out[1] = isWarm ? this.percent * (this.oldest - age.ofHigh) : NaN;
  }
}
