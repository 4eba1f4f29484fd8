import { cycleTrend, lateCycle } from '../graph/cycle-kernels';
import type { Indicator, IndicatorStream } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters } from '../parameters';
import { CycleTrend } from '../primitives/cycle-trend';
import { DominantCycle, LATE_LOOKBACK, LATE_START } from '../primitives/dominant-cycle';

/**
 * Hilbert Transform - Instantaneous Trendline: mean of the last dominant cycle, which takes the
 * cycle out, smoothed over four bars.
 *
 * @param real  any unit, oldest first
 * @returns     unit of `real`; rows 0 to 62 are NaN (warm-up)
 *
 * The length of the cycle is rounded to whole bars, 50 at most.
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see Ehlers, Rocket Science for Traders, 2001
 * @see TA-Lib 0.7.1 `TA_HT_TRENDLINE` (tests/golden/talib/ht_trendline.json)
 */
export const htTrendline: Indicator = {
  name: 'ht_trendline',
  title: 'Hilbert Transform - Instantaneous Trendline',
  group: 'overlap',
  pane: 'price',
  summary: 'Mean of the last dominant cycle, which takes the cycle out of prices.',
  inputs: REAL,
  params: [],
  outputs: VALUE,
  unstable: true,
  lookback: () => LATE_LOOKBACK,
  stream(params) {
    checkParameters(htTrendline.params, params);
    return new HtTrendlineStream();
  },
  graph: ([real]) => [cycleTrend(real!, lateCycle(real!)).from(LATE_LOOKBACK)],
};

class HtTrendlineStream implements IndicatorStream {
  private readonly cycle = new DominantCycle(LATE_START);
  private readonly trend = new CycleTrend();

  next(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    const runs = this.cycle.push(x);
    if (!runs) this.trend.skip(x);
    const trend = runs ? this.trend.push(x, this.cycle.smoothPeriod) : NaN;
    out[0] = this.cycle.rows > LATE_LOOKBACK ? trend : NaN;
  }
}
