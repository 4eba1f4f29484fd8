import { flowOscillator } from '../graph/oscillator-kernels';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { Accumulation } from '../primitives/accumulation';
import { FullRowStream } from '../primitives/full-row-stream';
import { emaWeight, SeededAverage } from '../primitives/seeded-average';

/**
 * Chaikin A/D Oscillator: a fast less a slow exponential average of the accumulation/distribution line.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param volume      units traded
 * @param fastPeriod  bars of the fast average, integer in `[2, 100000]`, 3 when omitted
 * @param slowPeriod  bars of the slow average, integer in `[2, 100000]`, 10 when omitted
 * @returns           units of `volume`; rows before the longer period less one are NaN (warm-up)
 *
 * As in TA-Lib: both averages start from the first value of the line, not from a mean, and the periods do
 * not change places when the fast one is the longer. Leading rows with a NaN are skipped: warm-up begins at
 * the first full row. A later NaN makes every later row NaN.
 *
 * Convention: TA-Lib's by default. TradingView's has the same values without warm-up, from the
 * first row on.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Chaikin, as in Achelis, Technical Analysis from A to Z, 1995
 * @see TA-Lib 0.7.1 `TA_ADOSC`, no unstable period (tests/golden/talib/adosc.json)
 * @see TradingView, source of the built-in script `Chaikin Oscillator` (tests/golden/tradingview/adosc.json)
 */
export const adosc: Indicator = {
  name: 'adosc',
  title: 'Chaikin A/D Oscillator',
  group: 'volume',
  pane: 'own',
  summary: 'Momentum of the accumulation/distribution line.',
  inputs: prices('high', 'low', 'close', 'volume'),
  params: [period('fastPeriod', 2, 3), period('slowPeriod', 2, 10)],
  outputs: VALUE,
  unstable: false,
  lookback: ([fast = NaN, slow = NaN]) => Math.max(fast, slow) - 1,
  stream(params) {
    checkParameters(adosc.params, params);
    const [fast = NaN, slow = NaN] = params;
    return new AdoscStream(fast, slow, Math.max(fast, slow) - 1);
  },
  graph: (bars, params) => composed(bars, params),
  tradingview: {
    lookback: () => 0,
    stream(params) {
      checkParameters(adosc.params, params);
      const [fast = NaN, slow = NaN] = params;
      return new AdoscStream(fast, slow, 0);
    },
    graph: (bars, params) => composed(bars, params),
  },
};

const composed = (
  bars: readonly Series[],
  [fast = NaN, slow = NaN]: readonly number[],
): readonly Series[] => [flowOscillator(bars, fast, slow)];

class AdoscStream extends FullRowStream {
  private readonly line = new Accumulation();
  private readonly fast: SeededAverage;
  private readonly slow: SeededAverage;
  private readonly lookback: number;
  private rows = 0;

  constructor(fastPeriod: number, slowPeriod: number, lookback: number) {
    super();
    this.fast = new SeededAverage(1, emaWeight(fastPeriod));
    this.slow = new SeededAverage(1, emaWeight(slowPeriod));
    this.lookback = lookback;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const line = this.line.push(row[0]!, row[1]!, row[2]!, row[3]!);
    const distance = this.fast.push(line) - this.slow.push(line);
    out[0] = this.rows < this.lookback ? NaN : distance;
    this.rows++;
  }
}
