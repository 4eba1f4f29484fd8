import type { Convention } from '../convention';
import { average as averageOf } from '../graph/blocks';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { maTypeOf, maTypeParameter } from '../ma-type';
import { BANDS, REAL } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';

/**
 * Moving Average Envelope: a moving average, and lines a fixed share of it above and below.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars of the average, integer in `[1, 100000]`, 20 when omitted
 * @param percent     from the average to a line, in percent of the average, in `[0, 1000]`, 2.5 when omitted
 * @param maType      type of the average, as of `ma`; 0 (sma) when omitted
 * @returns           `upper`, `middle`, `lower` in the unit of `real`; as many rows are NaN (warm-up) as of
 *                    the average
 *
 * A negative average has its upper line below. Leading NaN are skipped: warm-up begins at the first number. A
 * later NaN makes NaN what it makes of the average.
 *
 * Convention: TA-Lib's by default. Under TradingView's the types made of EMAs (ema, dema, tema, t3) start
 * from the first row, without warm-up; the others are the same.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Murphy, Technical Analysis of the Financial Markets, 1999, chapter 9
 * @see TA-Lib 0.7.1 `TA_MA` (tests/golden/beyond/envelope.json, tests/golden/tradingview/envelope.json)
 */
export const envelope: Indicator = {
  name: 'envelope',
  title: 'Moving Average Envelope',
  group: 'overlap',
  pane: 'price',
  summary: 'A moving average with lines a fixed share above and below.',
  inputs: REAL,
  params: [
    period('timePeriod', 1, 20),
    real('percent', 2.5, { min: 0, max: 1000 }),
    maTypeParameter('maType'),
  ],
  outputs: BANDS,
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream: (params) => streamOf(params, 'talib'),
  graph: ([x], params) => graph(x!, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream: (params) => streamOf(params, 'tradingview'),
    graph: ([x], params) => graph(x!, params, 'tradingview'),
  },
};

function graph(
  x: Series,
  [timePeriod = NaN, percent = NaN, maType = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] | undefined {
  const middle = averageOf(maTypeOf(maType), x, timePeriod, convention);
  return middle && [middle.times(1 + percent / 100), middle, middle.times(1 - percent / 100)];
}

const lookback = ([timePeriod = NaN, , maType = NaN]: readonly number[], convention: Convention): number =>
  movingAverageLookback(maTypeOf(maType), timePeriod, convention);

function streamOf(params: readonly number[], convention: Convention): EnvelopeStream {
  checkParameters(envelope.params, params);
  const [timePeriod = NaN, percent = NaN, maType = NaN] = params;
  return new EnvelopeStream(movingAverage(maTypeOf(maType), timePeriod, convention), percent);
}

class EnvelopeStream extends FullRowStream {
  private readonly average: Smoother;
  private readonly share: number;

  constructor(average: Smoother, percent: number) {
    super();
    this.average = average;
    this.share = percent / 100;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const middle = this.average.push(row[0]!);
    out[0] = middle * (1 + this.share);
    out[1] = middle;
    out[2] = middle * (1 - this.share);
  }
}
