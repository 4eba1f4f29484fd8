import { convergence, weighted } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { REAL } from '../outputs';
import { checkParameters, period } from '../parameters';
import { emaWeight, SeededAverage } from '../primitives/seeded-average';
import { MACD_OUTPUTS, MacdStream, type MacdAverage } from './macd-stream';

/** Appel's averages: bars of the first mean, and the weight of a new bar. */
const FAST = { length: 12, weight: 0.15 } as const;
const SLOW = { length: 26, weight: 0.075 } as const;

/**
 * Moving Average Convergence/Divergence with Appel's constants: weights 0.15 and 0.075 of a new bar, which
 * `macd` with 12 and 26 bars only comes near to (2 / 13 and 2 / 27).
 *
 * @param real          any unit, oldest first
 * @param signalPeriod  bars of the signal, integer in `[1, 100000]`, 9 when omitted
 * @returns             `macd`, `signal`, `histogram` in the unit of `real`; rows
 *                      `0 .. signalPeriod + 23` are NaN in all three (warm-up)
 *
 * Both averages have their first value on row 25, as in TA-Lib: the mean of the last 12 or 26 rows there.
 * Leading NaN are skipped: warm-up begins at the first number. A later NaN makes every later row NaN.
 *
 * TradingView has no such function: it is the same under either convention.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Appel, The Moving Average Convergence-Divergence Trading Method, 1979
 * @see TA-Lib 0.7.1 `TA_MACDFIX`, default compatibility, no unstable period (tests/golden/talib/macdfix.json)
 */
export const macdfix: Indicator = {
  name: 'macdfix',
  title: 'Moving Average Convergence/Divergence Fix 12/26',
  group: 'momentum',
  pane: 'own',
  summary: 'MACD of 12 and 26 bars with its original constants.',
  inputs: REAL,
  params: [period('signalPeriod', 1, 9)],
  outputs: MACD_OUTPUTS,
  unstable: false,
  lookback: ([signal = NaN]) => SLOW.length + signal - 2,
  stream(params) {
    checkParameters(macdfix.params, params);
    const [signal = NaN] = params;
    return new MacdStream(
      average(FAST),
      average(SLOW),
      average({ length: signal, weight: emaWeight(signal) }),
    );
  },
  graph: ([real], [signalPeriod = NaN]) =>
    convergence(
      real!,
      weighted(FAST.length, FAST.weight),
      weighted(SLOW.length, SLOW.weight),
      weighted(signalPeriod, emaWeight(signalPeriod)),
    ),
};

const average = ({ length, weight }: { length: number; weight: number }): MacdAverage => ({
  smoother: new SeededAverage(length, weight),
  lookback: length - 1,
});
