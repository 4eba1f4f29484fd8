import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { SortedWindow } from '../primitives/sorted-window';
import { BlankedStream } from '../primitives/blanked-stream';
import { countAtMost } from '../graph/statistic-kernels';

/**
 * Percent rank: percentage of the `timePeriod` rows before a row that are not above it.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  rows before the one that is ranked, integer in `[1, 100000]`, 100 when omitted
 * @returns           0 to 100, percent; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * Equal rows count, as in TradingView's `ta.percentrank`. Leading NaN are skipped: warm-up begins at the first
 * number. A later NaN makes its own row NaN, and a NaN or infinity the `timePeriod` rows after it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TradingView, Pine Script Reference Manual, `ta.percentrank`
 * @see numpy over each window (tests/golden/beyond/percent_rank.json)
 */
export const percentRank: Indicator = {
  name: 'percent_rank',
  title: 'Percent Rank',
  group: 'statistic',
  pane: 'own',
  summary: 'Percentage of the bars before that are not above this one.',
  inputs: REAL,
  params: [period('timePeriod', 1, 100)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod,
  graph: ([real], [timePeriod = NaN]) => [countAtMost(real!, timePeriod).times(100).over(timePeriod)],
  stream(params) {
    checkParameters(percentRank.params, params);
    const [timePeriod = NaN] = params;
    return new PercentRankStream(timePeriod);
  },
};

class PercentRankStream extends BlankedStream {
  private readonly window: SortedWindow;
  private readonly period: number;
  private rank = NaN;

  constructor(timePeriod: number) {
    super(timePeriod);
    this.window = new SortedWindow(timePeriod);
    this.period = timePeriod;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.rank = (100 * this.window.countAtMost(row[0]!)) / this.period;
    this.window.push(row[0]!);
    out[0] = this.rank;
  }
}
