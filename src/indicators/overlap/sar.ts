import { closeSeededStop, parabolicStop } from '../graph/stop-kernels';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, real } from '../parameters';
import { CloseSeededStop } from '../primitives/close-seeded-stop';
import { FullRowStream } from '../primitives/full-row-stream';
import { ParabolicStop, type ParabolicRules } from '../primitives/parabolic-stop';

const NOT_NEGATIVE = { min: 0, max: 3e37 } as const;

/**
 * Parabolic SAR: a stop that closes in on the price, faster with each new extreme, and changes sides when
 * the price touches it.
 *
 * @param high          quote currency per unit, oldest first; `low` alike
 * @param acceleration  share of the distance to the extreme that the stop moves by in a bar, at first and
 *                      more by as much with each new extreme, in `[0, 3e37]`, 0.02 when omitted
 * @param maximum       largest such share, in `[0, 3e37]`, 0.2 when omitted
 * @returns             quote currency per unit, below prices while long and above while short; row 0 is
 *                      NaN (warm-up)
 *
 * It begins short where the second low fell by more than the second high rose, else long, as in TA-Lib. An
 * acceleration above the maximum counts as the maximum. Leading rows with a NaN are skipped: warm-up begins
 * at the first full row. A later NaN makes every later row NaN.
 *
 * Convention: TA-Lib's by default. TradingView's also reads the close: it begins long where the
 * second close is above the first; the stop moves before it is compared with the bar and is kept off the two
 * bars before; an acceleration above the maximum stays until the first new extreme.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Wilder, New Concepts in Technical Trading Systems, 1978
 * @see TA-Lib 0.7.1 `TA_SAR` (tests/golden/talib/sar.json)
 * @see TradingView, Pine Script reference manual v6, `ta.sar` (tests/golden/tradingview/sar.json)
 */
export const sar: Indicator = {
  name: 'sar',
  title: 'Parabolic SAR',
  group: 'overlap',
  pane: 'price',
  summary: 'Trailing stop that speeds up with the trend and turns when it is hit.',
  inputs: prices('high', 'low'),
  params: [real('acceleration', 0.02, NOT_NEGATIVE), real('maximum', 0.2, NOT_NEGATIVE)],
  outputs: VALUE,
  unstable: false,
  lookback: () => 1,
  stream(params) {
    checkParameters(sar.params, params);
    const [acceleration = NaN, maximum = NaN] = params;
    return new SarStream(acceleration, maximum);
  },
  graph: ([high, low], [acceleration = NaN, maximum = NaN]) => [
    parabolicStop(high!, low!, rulesOf(acceleration, maximum), false),
  ],
  tradingview: {
    inputs: prices('high', 'low', 'close'),
    lookback: () => 1,
    stream(params) {
      checkParameters(sar.params, params);
      const [acceleration = NaN, maximum = NaN] = params;
      return new CloseSeededSarStream(acceleration, maximum);
    },
    graph: (bars, [acceleration = NaN, maximum = NaN]) => [
      closeSeededStop(bars, { start: acceleration, step: acceleration, max: maximum }),
    ],
  },
};

function rulesOf(acceleration: number, maximum: number): ParabolicRules {
  const either = { start: acceleration, step: acceleration, max: maximum };
  return { long: either, short: either, start: 0, offset: 0 };
}

class SarStream extends FullRowStream {
  private readonly stop: ParabolicStop;

  constructor(acceleration: number, maximum: number) {
    super();
    this.stop = new ParabolicStop(rulesOf(acceleration, maximum));
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    out[0] = this.stop.push(row[0]!, row[1]!);
  }
}

class CloseSeededSarStream extends FullRowStream {
  private readonly stop: CloseSeededStop;

  constructor(acceleration: number, maximum: number) {
    super();
    this.stop = new CloseSeededStop(acceleration, acceleration, maximum);
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    out[0] = this.stop.push(row[0]!, row[1]!, row[2]!);
  }
}
