import { extremeAges } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { ExtremeAge } from '../primitives/extreme-age';
import { FullRowStream } from '../primitives/full-row-stream';

/**
 * Aroon Oscillator: Aroon up less Aroon down.
 *
 * @param high        quote currency per unit, oldest first; `low` alike
 * @param timePeriod  greatest age in bars, integer in `[2, 100000]`, 14 when omitted
 * @returns           percent, -100 (the low is this bar's, the high `timePeriod` bars old) to 100;
 *                    rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * Of equal extremes the latest counts, as in TA-Lib. Leading rows with a NaN are skipped: warm-up begins at
 * the first full row. A later NaN makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Chande, A Time Price Oscillator, Technical Analysis of Stocks and Commodities, 1995
 * @see TA-Lib 0.7.1 `TA_AROONOSC` (tests/golden/talib/aroonosc.json)
 */
export const aroonosc: Indicator = {
  name: 'aroonosc',
  title: 'Aroon Oscillator',
  group: 'momentum',
  pane: 'own',
  summary: 'How much more recent the highest high is than the lowest low.',
  inputs: prices('high', 'low'),
  params: [period('timePeriod', 2, 14)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream(params) {
    checkParameters(aroonosc.params, params);
    const [timePeriod = NaN] = params;
    return new AroonoscStream(timePeriod);
  },
  graph([high, low], [timePeriod = NaN]) {
    const ages = extremeAges(high!, low!, timePeriod + 1);
    return [ages.low.minus(ages.high).times(100 / timePeriod)];
  },
};

class AroonoscStream extends FullRowStream {
  private readonly age: ExtremeAge;
  private readonly percent: number;

  constructor(timePeriod: number) {
    super();
    this.age = new ExtremeAge(timePeriod);
    this.percent = 100 / timePeriod;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const { age } = this;
    const isWarm = age.push(row[0]!, row[1]!);
    out[0] = isWarm ? this.percent * (age.ofLow - age.ofHigh) : NaN;
  }
}
