import type { Convention } from '../convention';
import { average } from '../graph/blocks';
import { LONGEST_VARIABLE, variableMean } from '../graph/smoothing-kernels';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { maTypeOf, maTypeParameter } from '../ma-type';
import { VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { movingAverageLookback } from '../primitives/moving-average';
import { lastDistinct, variableAverage, type VariableAverage } from '../primitives/variable-average';

/**
 * Moving average with variable period: on each row the average over the period that another series gives.
 *
 * @param real       any unit, oldest first
 * @param periods    bars to average on each row; its fraction is cut off
 * @param minPeriod  least period, integer in `[1, 100000]`, 2 when omitted; smaller ones count as it
 * @param maxPeriod  largest period, integer in `[1, 100000]`, 30 when omitted; larger ones count as it
 * @param maType     type of the average, as of `ma`; 0 (sma) when omitted
 * @returns          unit of `real`; as many rows are NaN (warm-up) as with the average over `maxPeriod`
 *
 * An average over a shorter period has its first value on the same row, as in TA-Lib: it begins that much
 * later. With the bounds the wrong way round they change places (TA-Lib's result is undefined there). A row
 * costs O(log maxPeriod) for sma, wma and trima, and O(maxPeriod - minPeriod) for the others. Leading rows
 * with a NaN are skipped: warm-up begins at the first full row. A NaN in `periods` makes its row NaN; one in
 * `real` acts as in the average.
 *
 * Convention: TA-Lib's by default. Under TradingView's the types made of EMAs (ema, dema, tema, t3) start from
 * the first row, without warm-up; the others are the same.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TA-Lib 0.7.1 `TA_MAVP` (tests/golden/talib/mavp.json)
 * @see TradingView, Pine Script reference manual v6, `ta.ema` (tests/golden/tradingview/mavp.json)
 */
export const mavp: Indicator = {
  name: 'mavp',
  title: 'Moving average with variable period',
  group: 'overlap',
  pane: 'price',
  summary: 'Moving average whose period is given for each bar.',
  inputs: [
    { name: 'real', source: 'real' },
    { name: 'periods', source: 'real' },
  ],
  params: [period('minPeriod', 1, 2), period('maxPeriod', 1, 30), maTypeParameter('maType')],
  outputs: VALUE,
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream: (params) => new MavpStream(params, 'talib'),
  graph: ([x, periods], params) => graph(x!, periods!, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream: (params) => new MavpStream(params, 'tradingview'),
    graph: ([x, periods], params) => graph(x!, periods!, params, 'tradingview'),
  },
};

/** Most averages that are computed side by side; with more periods than that, the twin's tree is as fast. */
const MOST_AVERAGES = 128;

function graph(
  x: Series,
  periods: Series,
  params: readonly number[],
  convention: Convention,
): readonly Series[] | undefined {
  const [min = NaN, max = NaN, maType = NaN] = params;
  const type = maTypeOf(maType);
  const least = Math.min(min, max);
  const limit = Math.max(min, max);
  if (type === 'sma' && limit <= LONGEST_VARIABLE) return [variableMean(x, periods, least, limit)];
  const last = lastDistinct(type, least, limit);
  if (last - least >= MOST_AVERAGES) return undefined;
  const first = x.begin + lookback(params, convention);
  const wanted = periods.floor().max(least).min(last);
  let picked: Series | undefined;
  for (let timePeriod = least; timePeriod <= last; timePeriod++) {
    const start = first - movingAverageLookback(type, timePeriod, convention);
    const value = average(type, x.from(start), timePeriod, convention);
    if (!value) return undefined;
    picked = picked ? wanted.equals(timePeriod).pick(value, picked) : value;
  }
  return picked && [picked.from(Math.max(first, wanted.begin))];
}

const lookback = ([min = NaN, max = NaN, type = NaN]: readonly number[], convention: Convention): number =>
  movingAverageLookback(maTypeOf(type), Math.max(min, max), convention);

class MavpStream extends FullRowStream {
  private readonly averages: VariableAverage;
  private readonly min: number;
  private readonly max: number;
  /** Rows that are still missing for the first value. */
  private missing: number;

  constructor(params: readonly number[], convention: Convention) {
    super();
    checkParameters(mavp.params, params);
    const [minPeriod = NaN, maxPeriod = NaN, maType = NaN] = params;
    this.min = Math.min(minPeriod, maxPeriod);
    this.max = Math.max(minPeriod, maxPeriod);
    this.averages = variableAverage(maTypeOf(maType), this.min, this.max, convention);
    this.missing = lookback(params, convention) + 1;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    this.averages.push(row[0]!);
    if (this.missing > 0) this.missing--;
    const wanted = Math.min(Math.max(Math.trunc(row[1]!), this.min), this.max);
    out[0] = this.missing > 0 || Number.isNaN(wanted) ? NaN : this.averages.of(wanted);
  }
}
