import type { Convention } from '../convention';
import { emaOf } from '../graph/blocks';
import type { Indicator } from '../indicator';
import { REAL } from '../outputs';
import { checkParameters } from '../parameters';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';
import { BlankedStream } from '../primitives/blanked-stream';

/** Guppy's periods: of traders, then of investors. */
const SHORT = [3, 5, 8, 10, 12, 15];
const LONG = [30, 35, 40, 45, 50, 60];
const PERIODS = [...SHORT, ...LONG];
const LONGEST = 60;

/**
 * Guppy Multiple Moving Average: six short and six long exponential averages, the short ones for what traders
 * do, the long ones for what investors do.
 *
 * @param real  any unit, oldest first
 * @returns     `ema3`, `ema5`, `ema8`, `ema10`, `ema12`, `ema15`, `ema30`, `ema35`, `ema40`, `ema45`,
 *              `ema50`, `ema60` in the unit of `real`; rows 0 to 58 are NaN in all of them (warm-up)
 *
 * Each starts from the mean of its first rows, as `ema`. Leading NaN are skipped: warm-up begins at the first
 * number. A later NaN makes every later row NaN.
 *
 * Convention: the EMAs are TA-Lib's by default. TradingView's start from the first row, without warm-up.
 *
 * @throws BacktabError `length_mismatch`
 * @see Guppy, Trend Trading, 2004
 * @see TA-Lib 0.7.1 `TA_EMA` (tests/golden/beyond/gmma.json, tests/golden/tradingview/gmma.json)
 */
export const gmma: Indicator = {
  name: 'gmma',
  title: 'Guppy Multiple Moving Average',
  group: 'overlap',
  pane: 'price',
  summary: 'Six short and six long exponential averages that show who agrees on the trend.',
  inputs: REAL,
  params: [],
  outputs: PERIODS.map((length) => ({
    name: `ema${length}`,
    kind: 'real',
    style: length < LONG[0]! ? 'line' : 'dashed',
  })),
  unstable: false,
  lookback: () => movingAverageLookback('ema', LONGEST),
  stream: (params) => new GmmaStream(params, 'talib'),
  graph: ([x]) => PERIODS.map((length) => emaOf(x!, length, 'talib')),
  tradingview: {
    lookback: () => 0,
    stream: (params) => new GmmaStream(params, 'tradingview'),
    graph: ([x]) => PERIODS.map((length) => emaOf(x!, length, 'tradingview')),
  },
};

class GmmaStream extends BlankedStream {
  private readonly averages: Smoother[];
  private readonly values = new Float64Array(PERIODS.length);

  constructor(params: readonly number[], convention: Convention) {
    checkParameters(gmma.params, params);
    super(movingAverageLookback('ema', LONGEST, convention));
    this.averages = PERIODS.map((length) => movingAverage('ema', length, convention));
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    for (let k = 0; k < this.averages.length; k++) this.values[k] = this.averages[k]!.push(x);
    out.set(this.values);
  }
}
