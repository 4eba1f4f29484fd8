import { convergence, exponentialAverage, weighted } from '../graph/kernels';
import { exactEmas } from '../graph/oscillator-kernels';
import type { Indicator } from '../indicator';
import { REAL } from '../outputs';
import { checkParameters, period } from '../parameters';
import { emaWeight, SeededAverage } from '../primitives/seeded-average';
import { MACD_OUTPUTS, MacdStream, type MacdAverage } from './macd-stream';

/**
 * Moving Average Convergence/Divergence: a fast EMA less a slow one, its own EMA (the signal), and
 * the distance of the two (the histogram).
 *
 * @param real          any unit, oldest first
 * @param fastPeriod    bars of the fast EMA, integer in `[2, 100000]`, 12 when omitted
 * @param slowPeriod    bars of the slow EMA, integer in `[2, 100000]`, 26 when omitted
 * @param signalPeriod  bars of the signal, integer in `[1, 100000]`, 9 when omitted
 * @returns             `macd`, `signal`, `histogram` in the unit of `real`; rows
 *                      `0 .. slowPeriod + signalPeriod - 3` are NaN in all three (warm-up)
 *
 * Both EMAs have their first value on row `slowPeriod - 1`, as in TA-Lib: the mean of the last
 * `fastPeriod` or `slowPeriod` rows there. With the periods the wrong way round they change places.
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes every later row NaN.
 *
 * Convention: TA-Lib's by default. TradingView's EMAs start from their first rows, without
 * warm-up, and the periods do not change places.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Appel, The Moving Average Convergence-Divergence Trading Method, 1979
 * @see TA-Lib 0.7.1 `TA_MACD`, default compatibility, no unstable period (tests/golden/talib/macd.json)
 * @see TradingView, Pine Script reference manual v6, `ta.macd` (tests/golden/tradingview/macd.json)
 */
export const macd: Indicator = {
  name: 'macd',
  title: 'Moving Average Convergence/Divergence',
  group: 'momentum',
  pane: 'own',
  summary: 'Distance of a fast from a slow average, with its own average as signal.',
  inputs: REAL,
  params: [period('fastPeriod', 2, 12), period('slowPeriod', 2, 26), period('signalPeriod', 1, 9)],
  outputs: MACD_OUTPUTS,
  unstable: false,
  lookback: ([fast = NaN, slow = NaN, signal = NaN]) => Math.max(fast, slow) + signal - 2,
  stream(params) {
    checkParameters(macd.params, params);
    const [fast = NaN, slow = NaN, signal = NaN] = params;
    return new MacdStream(ema(Math.min(fast, slow)), ema(Math.max(fast, slow)), ema(signal));
  },
  graph([real], [fast = NaN, slow = NaN, signalPeriod = NaN]) {
    const [short, long] = [Math.min(fast, slow), Math.max(fast, slow)];
    const [quick, steady, smooth] = [short, long, signalPeriod].map((rows) =>
      weighted(rows, emaWeight(rows)),
    );
    return convergence(real!, quick!, steady!, smooth!);
  },
  tradingview: {
    lookback: () => 0,
    stream(params) {
      checkParameters(macd.params, params);
      const [fast = NaN, slow = NaN, signal = NaN] = params;
      return new MacdStream(ema(fast, 1), ema(slow, 1), ema(signal, 1), 'tradingview');
    },
    graph([real], [fast = NaN, slow = NaN, signalPeriod = NaN]) {
      const [quick, steady] = exactEmas(real!, fast, slow, 'tradingview');
      const line = quick.minus(steady);
      const average = exponentialAverage(line, signalPeriod, 1);
      return [line, average, line.minus(average)];
    },
  },
};

/** An EMA that begins with the mean of `seed` rows. */
const ema = (length: number, seed = length): MacdAverage => ({
  smoother: new SeededAverage(seed, emaWeight(length)),
  lookback: seed - 1,
});
