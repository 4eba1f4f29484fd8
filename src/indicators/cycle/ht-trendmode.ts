import { trendMode } from '../graph/cycle-kernels';
import type { Indicator, IndicatorStream } from '../indicator';
import { INTEGER_VALUE, REAL } from '../outputs';
import { checkParameters } from '../parameters';
import { CycleTrend } from '../primitives/cycle-trend';
import { LATE_LOOKBACK } from '../primitives/dominant-cycle';
import { DominantPhase, LEAD, sineOf } from '../primitives/dominant-phase';

/** Share of the price by which it is so far from the trendline that it must be in a trend. */
const FAR = 0.015;
/** Speeds of the phase that count as those of the cycle, as shares of its mean speed. */
const SLOWEST = 0.67;
const FASTEST = 1.5;

/**
 * Hilbert Transform - Trend vs Cycle Mode: whether prices trend or cycle.
 *
 * @param real  any unit, oldest first
 * @returns     1 for a trend, 0 for a cycle; rows 0 to 62 are NaN (warm-up)
 *
 * A cycle is taken for one for half its length from each crossing of the two sines of `ht_sine`, and where
 * its phase turns at about the speed of the cycle, unless smoothed prices are 1.5 % or more away from the
 * trendline.
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see Ehlers, Rocket Science for Traders, 2001
 * @see TA-Lib 0.7.1 `TA_HT_TRENDMODE` (tests/golden/talib/ht_trendmode.json)
 */
export const htTrendmode: Indicator = {
  name: 'ht_trendmode',
  title: 'Hilbert Transform - Trend vs Cycle Mode',
  group: 'cycle',
  pane: 'own',
  summary: '1 while prices trend, 0 while they cycle.',
  inputs: REAL,
  params: [],
  outputs: INTEGER_VALUE,
  unstable: true,
  lookback: () => LATE_LOOKBACK,
  stream(params) {
    checkParameters(htTrendmode.params, params);
    return new HtTrendmodeStream();
  },
  graph: ([real]) => [trendMode(real!).from(LATE_LOOKBACK)],
};

class HtTrendmodeStream implements IndicatorStream {
  private readonly source = new DominantPhase();
  private readonly trend = new CycleTrend();
  private phase = 0;
  private sine = 0;
  private leadSine = 0;
  /** Rows since the sines last crossed. */
  private sinceCrossing = 0;

  next(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    const { source } = this;
    const runs = source.push(x);
    if (!runs) this.trend.skip(x);
    const mode = runs ? this.modeAt(this.trend.push(x, source.cycle.smoothPeriod)) : NaN;
    out[0] = source.cycle.rows > LATE_LOOKBACK ? mode : NaN;
  }

  private modeAt(trendline: number): number {
    const { smoothPeriod, smoothed } = this.source.cycle;
    const turn = this.source.phase - this.phase;
    this.phase = this.source.phase;
    if (Number.isNaN(trendline + turn)) return NaN;
    this.sinceCrossing = this.crosses() ? 1 : this.sinceCrossing + 1;
    if (trendline !== 0 && Math.abs((smoothed - trendline) / trendline) >= FAR) return 1;

    const speed = 360 / smoothPeriod;
    const isNewCycle = this.sinceCrossing < 0.5 * smoothPeriod;
    const turnsAsCycle = turn > SLOWEST * speed && turn < FASTEST * speed;
    return this.sinceCrossing === 1 || isNewCycle || turnsAsCycle ? 0 : 1;
  }

  /** Whether the sines change places at this row. */
  private crosses(): boolean {
    const sine = sineOf(this.phase);
    const leadSine = sineOf(this.phase + LEAD);
    const crosses =
      (sine > leadSine && this.sine <= this.leadSine) || (sine < leadSine && this.sine >= this.leadSine);
    this.sine = sine;
    this.leadSine = leadSine;
    return crosses;
  }
}
