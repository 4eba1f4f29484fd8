import { windowMax, windowSum } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowPeak } from '../primitives/window-peak';
import { WindowSum } from '../primitives/window-sum';

/**
 * Ulcer index: root mean square of the percentage falls from the highest row of the bars before; the depth and
 * length of what an owner has to bear.
 *
 * @param real        prices above zero, oldest first
 * @param timePeriod  bars of the highest row, and of the mean, integer in `[2, 100000]`, 14 when omitted
 * @returns           percent, >= 0; rows `0 .. 2 timePeriod - 3` are NaN (warm-up)
 *
 * Each fall is from the highest of the `timePeriod` rows that end with its own, as in StockCharts and pandas-ta.
 * Where that is not above zero the fall is 0. Leading NaN are skipped: warm-up begins at the first number. A
 * later NaN makes the rows NaN whose falls see it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Martin and McCann, The Investor's Guide to Fidelity Funds, 1989
 * @see numpy, pandas-ta-classic 0.8.32 `ui` (tests/golden/beyond/ulcer_index.json)
 */
export const ulcerIndex: Indicator = {
  name: 'ulcer_index',
  title: 'Ulcer Index',
  group: 'volatility',
  pane: 'own',
  summary: 'Root mean square of the falls from the highest of the last bars, percent.',
  inputs: REAL,
  params: [period('timePeriod', 2, 14)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => 2 * (timePeriod - 1),
  stream(params) {
    checkParameters(ulcerIndex.params, params);
    const [timePeriod = NaN] = params;
    return new UlcerStream(timePeriod);
  },
  graph([x], [timePeriod = NaN]) {
    const peak = windowMax(x!, timePeriod);
    const fall = peak.atMost(0).pick(0, peak.minus(x!).times(100).over(peak));
    return [windowSum(fall.times(fall), timePeriod).over(timePeriod).sqrt()];
  },
};

class UlcerStream extends BlankedStream {
  private readonly highest: WindowPeak;
  private readonly squares: WindowSum;
  private readonly period: number;
  /** Rows that are still missing for the first fall. */
  private absent: number;
  private sum = NaN;

  constructor(timePeriod: number) {
    super(2 * (timePeriod - 1));
    this.highest = new WindowPeak(timePeriod, 'max');
    this.squares = new WindowSum(timePeriod);
    this.period = timePeriod;
    this.absent = timePeriod - 1;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.absorb(row);
    out[0] = Math.sqrt(this.sum / this.period);
  }

  private absorb(row: Float64Array): void {
    const peak = this.highest.push(row[0]!);
    if (this.absent > 0) {
      this.absent--;
      return;
    }
    const fall = peak <= 0 ? 0 : (100 * (peak - row[0]!)) / peak;
    this.sum = this.squares.push(fall * fall);
  }
}
