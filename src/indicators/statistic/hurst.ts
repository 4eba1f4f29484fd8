import { log } from '../../core/math/log';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters } from '../parameters';
import { isFlat } from '../primitives/flat';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowMoments } from '../primitives/window-moments';
import { windowVariance } from '../graph/kernels';
import { naturalLogarithm } from '../graph/math-kernels';
import { series } from '../graph/series';
import { isFlatWindow } from '../graph/statistic-blocks';

/** The shortest distance of two rows whose difference is looked at. */
const FIRST_LAG = 2;
const LONGEST_LAG = 50;
const LOG_OF_LAG = Float64Array.from({ length: LONGEST_LAG + 1 }, (_, lag) => log(lag));
/** What a series without memory has. */
const NO_MEMORY = 0.5;

/**
 * Hurst exponent: how fast the spread of the moves of a series grows with their length. 0.5 for a random walk,
 * above it for a series that trends, below it for one that returns.
 *
 * @param real        any unit, oldest first; logarithms of prices where they differ by much
 * @param timePeriod  bars of the window, integer in `[60, 10000]`, 100 when omitted
 * @param maxLag      longest move in bars, integer in `[4, 50]`, 20 when omitted
 * @returns           no unit, mostly 0 to 1; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * The slope of the least-squares line through the logarithms of the population deviations of
 * `real[i] - real[i - lag]` inside the window, on the logarithms of `lag` = 2 .. `maxLag` (the generalised
 * exponent of order 2). A lag whose moves deviate by at most 1e-14 of the last row is left out, and fewer than
 * two others give 0.5. A row costs O(maxLag), whatever the period. Leading NaN are skipped: warm-up begins at
 * the first number. A later NaN makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Hurst, Long-Term Storage Capacity of Reservoirs, 1951
 * @see Di Matteo, Multi-scaling in Finance, Quantitative Finance, 2007
 * @see numpy `std` and `polyfit` of each window (tests/golden/beyond/hurst.json)
 */
export const hurst: Indicator = {
  name: 'hurst',
  title: 'Hurst Exponent',
  group: 'statistic',
  pane: 'own',
  summary: 'Whether a series trends (above 0.5) or returns (below).',
  inputs: REAL,
  params: [
    { name: 'timePeriod', kind: 'integer', min: 60, max: 10_000, default: 100 },
    { name: 'maxLag', kind: 'integer', min: 4, max: LONGEST_LAG, default: 20 },
  ],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  graph([real], [timePeriod = NaN, maxLag = NaN]) {
    const { graph } = real!;
    let [count, ofX, ofY, xx, xy] = Array.from({ length: 5 }, () => series(graph, 0));
    for (let lag = FIRST_LAG; lag <= maxLag; lag++) {
      const variance = windowVariance(real!.change(lag), timePeriod - lag);
      const isLeftOut = isFlatWindow(variance, real!);
      const x = LOG_OF_LAG[lag]!;
      const y = isLeftOut.pick(0, naturalLogarithm(variance).times(0.5));
      count = count!.plus(isLeftOut.pick(0, 1));
      ofX = ofX!.plus(isLeftOut.pick(0, x));
      ofY = ofY!.plus(y);
      xx = xx!.plus(isLeftOut.pick(0, x * x));
      xy = xy!.plus(y.times(x));
    }
    const meanX = ofX!.over(count!);
    const slope = xy!.minus(meanX.times(ofY!)).over(xx!.minus(meanX.times(ofX!)));
    return [count!.below(2).pick(NO_MEMORY, slope)];
  },
  stream(params) {
    checkParameters(hurst.params, params);
    const [timePeriod = NaN, maxLag = NaN] = params;
    return new HurstStream(timePeriod, maxLag);
  },
};

class HurstStream extends BlankedStream {
  /** Of the moves over 2, 3, ... rows. */
  private readonly moves: readonly WindowMoments[];
  /** Ring of the last rows. */
  private readonly rows: Float64Array;
  private taken = 0;

  constructor(timePeriod: number, maxLag: number) {
    super(timePeriod - 1);
    const lags = maxLag - FIRST_LAG + 1;
    this.moves = Array.from({ length: lags }, (_, i) => new WindowMoments(timePeriod - FIRST_LAG - i));
    this.rows = new Float64Array(maxLag);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.absorb(row);
    const level = this.rows[(this.taken - 1) % this.rows.length]!;
    let [count, meanX, meanY, xx, xy] = [0, 0, 0, 0, 0];
    for (let i = 0; i < this.moves.length; i++) {
      const { variance } = this.moves[i]!;
      if (isFlat(variance, level)) continue;
      count++;
      const dx = LOG_OF_LAG[FIRST_LAG + i]! - meanX;
      const dy = log(variance) / 2 - meanY;
      meanX += dx / count;
      meanY += dy / count;
      xx += (dx * dx * (count - 1)) / count;
      xy += (dx * dy * (count - 1)) / count;
    }
    out[0] = count < 2 ? NO_MEMORY : xy / xx;
  }

  private absorb(row: Float64Array): void {
    const { rows, taken } = this;
    const x = row[0]!;
    for (let i = 0; i < this.moves.length && i + FIRST_LAG <= taken; i++) {
      this.moves[i]!.push(x - rows[(taken - FIRST_LAG - i) % rows.length]!);
    }
    rows[taken % rows.length] = x;
    this.taken++;
  }
}
