import type { Convention } from '../convention';
import { emaOf } from '../graph/blocks';
import { changeStrength } from '../graph/kernels';
import { trailingLevel } from '../graph/oscillator-kernels';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { REAL } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';
import { relativeStrength, SmoothedChanges } from '../primitives/smoothed-changes';
import { BlankedStream } from '../primitives/blanked-stream';

/**
 * Quantitative Qualitative Estimation: a smoothed RSI (`line`), and a level that trails it at a distance of
 * its own smoothed movement (`trail`).
 *
 * @param real             any unit, oldest first
 * @param timePeriod       bars of the RSI, integer in `[2, 100000]`, 14 when omitted
 * @param smoothingPeriod  bars of the EMA of the RSI, integer in `[1, 100000]`, 5 when omitted
 * @param factor           movements between line and trail, `[0, 1000]`, 4.236 when omitted
 * @returns                `line` 0 to 100, `trail` in the same unit; rows
 *                         `0 .. timePeriod + smoothingPeriod - 2 + 2 (2 timePeriod - 2)` are NaN in both
 *                         (warm-up)
 *
 * The movement of the line from bar to bar is smoothed by two EMAs of `2 timePeriod - 1` bars (Wilder's
 * weight). The trail only follows the line while the line stays on its side; where the line crosses it, it
 * jumps to the other side. It starts from 0, below the line. Leading NaN are skipped: warm-up begins at the
 * first number. A later NaN makes every later row NaN.
 *
 * Convention: averages that begin with a mean, as TA-Lib's, by default. TradingView's EMAs start from their
 * first rows, without warm-up, and its RSI is 100 where there are no falls.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Ignatov, QQE.mq4, 2006, and the TradingView script QQE of KivancOzbilgic (all EMAs here from a mean,
 *      as in `ema`)
 * @see tests/golden/beyond/qqe.json, tests/golden/tradingview/qqe.json
 */
export const qqe: Indicator = {
  name: 'qqe',
  title: 'Quantitative Qualitative Estimation',
  group: 'momentum',
  pane: 'own',
  summary: 'A smoothed RSI with a level that trails it.',
  inputs: REAL,
  params: [
    period('timePeriod', 2, 14),
    period('smoothingPeriod', 1, 5),
    real('factor', 4.236, { min: 0, max: 1000 }),
  ],
  outputs: [
    { name: 'line', kind: 'real', style: 'line' },
    { name: 'trail', kind: 'real', style: 'dashed' },
  ],
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream(params) {
    checkParameters(qqe.params, params);
    return new QqeStream(params, 'talib');
  },
  graph: (inputs, params) => composed(inputs, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream(params) {
      checkParameters(qqe.params, params);
      return new QqeStream(params, 'tradingview');
    },
    graph: (inputs, params) => composed(inputs, params, 'tradingview'),
  },
};

function composed(
  [x]: readonly Series[],
  [timePeriod = NaN, smoothing = NaN, factor = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] {
  const line = emaOf(changeStrength(x!, timePeriod, convention), smoothing, convention);
  const slow = (y: Series): Series => emaOf(y, 2 * timePeriod - 1, convention);
  return [line, trailingLevel(line, slow(slow(line.change().abs())).times(factor))];
}

function lookback([timePeriod = NaN, smoothing = NaN]: readonly number[], convention: Convention): number {
  const rows = (length: number): number => movingAverageLookback('ema', length, convention);
  return timePeriod + rows(smoothing) + 1 + 2 * rows(2 * timePeriod - 1);
}

class QqeStream extends BlankedStream {
  private readonly changes: SmoothedChanges;
  private readonly smoothing: Smoother;
  private readonly movement: Smoother;
  private readonly band: Smoother;
  private readonly factor: number;
  private readonly isTradingView: boolean;
  private previous = NaN;
  private trail = 0;

  constructor(params: readonly number[], convention: Convention) {
    super(lookback(params, convention));
    const [timePeriod = NaN, smoothing = NaN, factor = NaN] = params;
    this.changes = new SmoothedChanges(timePeriod);
    this.smoothing = movingAverage('ema', smoothing, convention);
    this.movement = movingAverage('ema', 2 * timePeriod - 1, convention);
    this.band = movingAverage('ema', 2 * timePeriod - 1, convention);
    this.isTradingView = convention === 'tradingview';
    this.factor = factor;
  }

  protected override compute(row: Float64Array, out: Float64Array, today: number): void {
    this.changes.push(row[0]!);
    const strength = relativeStrength(this.changes, this.isTradingView ? 'tradingview' : 'talib');
    const line = this.smoothing.push(strength);
    const band = this.factor * this.band.push(this.movement.push(Math.abs(line - this.previous)));
    if (today >= this.lookback) this.trail = follow(this.trail, this.previous, line, band);
    this.previous = line;
    out[0] = line;
    out[1] = this.trail;
  }
}

/** The trail after the line moved from `before` to `line`. */
function follow(trail: number, before: number, line: number, band: number): number {
  if (Number.isNaN(band)) return NaN;
  if (line > trail) return before > trail ? Math.max(trail, line - band) : line - band;
  if (line < trail) return before < trail ? Math.min(trail, line + band) : line + band;
  return trail;
}
