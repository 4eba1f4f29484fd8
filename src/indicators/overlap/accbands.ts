import { isNearZero as isZero } from '../graph/blocks';
import { windowMean } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { BANDS, prices } from '../outputs';
import { checkParameters, period } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { isNearZero } from '../primitives/near-zero';
import { WindowAverage } from '../primitives/window-average';

/** How many times the range, relative to the middle of the bar, a band is wider than the bar. */
const WIDTH = 4;

/**
 * Acceleration Bands: simple moving averages of the closes, and of highs and lows that are moved apart by the
 * relative range of their bar.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param timePeriod  bars averaged, integer in `[2, 100000]`, 20 when omitted
 * @returns           `upper`, `middle`, `lower` in quote currency per unit; rows `0 .. timePeriod - 2` are
 *                    NaN in all three (warm-up)
 *
 * A bar whose high and low add up to less than 1e-14 is not widened, as in TA-Lib. Leading rows with a NaN
 * are skipped: warm-up begins at the first full row. A later NaN makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Headley, Big Trends in Trading, 2002
 * @see TA-Lib 0.7.1 `TA_ACCBANDS` (tests/golden/talib/accbands.json)
 */
export const accbands: Indicator = {
  name: 'accbands',
  title: 'Acceleration Bands',
  group: 'overlap',
  pane: 'price',
  summary: 'Bands that widen with the range of the bars.',
  inputs: prices('high', 'low', 'close'),
  params: [period('timePeriod', 2, 20)],
  outputs: BANDS,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(accbands.params, params);
    const [timePeriod = NaN] = params;
    return new AccbandsStream(timePeriod);
  },
  graph([high, low, close], [timePeriod = NaN]) {
    const sum = high!.plus(low!);
    const width = isZero(sum).pick(0, high!.minus(low!).times(WIDTH).over(sum));
    const bands = [high!.times(width.plus(1)), close!, low!.minus(low!.times(width))];
    return bands.map((band) => windowMean(band, timePeriod));
  },
};

class AccbandsStream extends FullRowStream {
  private readonly upper: WindowAverage;
  private readonly middle: WindowAverage;
  private readonly lower: WindowAverage;

  constructor(timePeriod: number) {
    super();
    this.upper = new WindowAverage(timePeriod);
    this.middle = new WindowAverage(timePeriod);
    this.lower = new WindowAverage(timePeriod);
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const high = row[0]!;
    const low = row[1]!;
    const sum = high + low;
    const width = isNearZero(sum) ? 0 : (WIDTH * (high - low)) / sum;
    out[0] = this.upper.push(high * (1 + width));
    out[1] = this.middle.push(row[2]!);
    out[2] = this.lower.push(low * (1 - width));
  }
}
