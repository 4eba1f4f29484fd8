import { average } from '../graph/blocks';
import { isBanded, windowBands, windowMoments } from '../graph/kernels';
import type { Convention } from '../convention';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { maTypeOf, maTypeParameter } from '../ma-type';
import { BANDS, REAL } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';
import { WindowMoments } from '../primitives/window-moments';

/** TA-Lib's zero test: a smaller variance counts as none. */
const NO_VARIANCE = 1e-14;

/**
 * Bollinger Bands: a moving average, and the population deviation of its window added and taken away some
 * times.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the window, integer in `[2, 100000]`, 5 when omitted
 * @param nbDevUp     deviations to the upper band, in `[-3e37, 3e37]`, 2 when omitted
 * @param nbDevDown   deviations to the lower band, in `[-3e37, 3e37]`, 2 when omitted
 * @param maType      type of the average, as of `ma`; 0 (sma) when omitted
 * @returns           `upper`, `middle`, `lower` in the unit of `real`; the rows before the first value of
 *                    the average, and rows `0 .. timePeriod - 2`, are NaN in all three (warm-up)
 *
 * The deviation is around the simple average whatever the type, and a variance below 1e-14 counts as zero,
 * as in TA-Lib. Unlike here, TA-Lib begins MAMA with a period above 33 before the first full window, and
 * pairs each average with the deviation of a later row. Leading NaN are skipped: warm-up begins at the
 * first number. A later NaN makes the rows NaN whose window holds it, and where the average never forgets
 * it, every later row. No drift: a deviation depends on at most the last `2 timePeriod` rows.
 *
 * Convention: TA-Lib's by default. Under TradingView's the types made of EMAs (ema, dema, tema, t3) start from
 * the first row, without warm-up; the others are the same.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Bollinger, Bollinger on Bollinger Bands, 2001
 * @see TA-Lib 0.7.1 `TA_BBANDS` (tests/golden/talib/bbands.json)
 * @see TradingView, Pine Script reference manual v6, `ta.ema` (tests/golden/tradingview/bbands.json)
 */
export const bbands: Indicator = {
  name: 'bbands',
  title: 'Bollinger Bands',
  group: 'overlap',
  pane: 'price',
  summary: 'A moving average with a band of its deviation on either side.',
  inputs: REAL,
  params: [period('timePeriod', 2, 5), real('nbDevUp', 2), real('nbDevDown', 2), maTypeParameter('maType')],
  outputs: BANDS,
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream: (params) => new BbandsStream(params, 'talib'),
  graph: ([x], params) => graph(x!, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream: (params) => new BbandsStream(params, 'tradingview'),
    graph: ([x], params) => graph(x!, params, 'tradingview'),
  },
};

function graph(
  x: Series,
  [timePeriod = NaN, up = NaN, down = NaN, maType = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] | undefined {
  if (maType === 0 && isBanded(timePeriod))
    return windowBands(x, timePeriod, { least: NO_VARIANCE, up, down });
  const { mean, variance } = windowMoments(x, timePeriod);
  const middle = maType === 0 ? mean : average(maTypeOf(maType), x, timePeriod, convention);
  if (!middle) return undefined;
  const deviation = variance.below(NO_VARIANCE).pick(0, variance).sqrt();
  return [middle.plus(deviation.times(up)), middle, middle.minus(deviation.times(down))];
}

const lookback = ([length = NaN, , , type = NaN]: readonly number[], convention: Convention): number =>
  Math.max(length - 1, movingAverageLookback(maTypeOf(type), length, convention));

class BbandsStream extends FullRowStream {
  private readonly average: Smoother;
  private readonly window: WindowMoments;
  private readonly up: number;
  private readonly down: number;
  /** Rows that are still missing for the first value. */
  private missing: number;

  constructor(params: readonly number[], convention: Convention) {
    super();
    checkParameters(bbands.params, params);
    const [timePeriod = NaN, up = NaN, down = NaN, maType = NaN] = params;
    this.average = movingAverage(maTypeOf(maType), timePeriod, convention);
    this.window = new WindowMoments(timePeriod);
    this.missing = lookback(params, convention) + 1;
    this.up = up;
    this.down = down;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const middle = this.average.push(row[0]!);
    this.window.push(row[0]!);
    if (this.missing > 0) this.missing--;
    if (this.missing > 0) {
      out.fill(NaN);
      return;
    }
    const { variance } = this.window;
    const deviation = variance < NO_VARIANCE ? 0 : Math.sqrt(variance);
    out[0] = middle + this.up * deviation;
    out[1] = middle;
    out[2] = middle - this.down * deviation;
  }
}
