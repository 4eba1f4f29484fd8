import type { Convention } from '../convention';
import { emaOf, ratio } from '../graph/blocks';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { prices, REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { movingAverage, movingAverageLookback, type Smoother } from '../primitives/moving-average';
import { quotient } from '../primitives/quotient';

/**
 * Volume Zone Oscillator: EMA of volume with the sign of the change, in percent of the EMA of volume.
 *
 * @param real        any unit, oldest first
 * @param volume      units traded
 * @param timePeriod  bars of both EMAs, integer in `[1, 100000]`, 14 when omitted
 * @returns           percent, -100 to 100; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * A bar without change counts 0 above and its volume below. No volume so far gives 0. Leading rows with a NaN
 * are skipped: warm-up begins at the first full row. A later NaN makes every later row NaN.
 *
 * Convention: averages that begin with a mean, as TA-Lib's, by default. TradingView's EMAs start from their
 * first rows, here the second bar's.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Khalil, The Volume Zone Oscillator, IFTA Journal, 2009
 * @see tests/golden/beyond/vzo.json, tests/golden/tradingview/vzo.json
 */
export const vzo: Indicator = {
  name: 'vzo',
  title: 'Volume Zone Oscillator',
  group: 'volume',
  pane: 'own',
  summary: 'Share of volume on rises less that on falls, smoothed, -100 to 100.',
  inputs: [...REAL, ...prices('volume')],
  params: [period('timePeriod', 1, 14)],
  outputs: VALUE,
  unstable: false,
  lookback: (params) => lookback(params, 'talib'),
  stream(params) {
    checkParameters(vzo.params, params);
    return new VzoStream(params, 'talib');
  },
  graph: (inputs, params) => composed(inputs, params, 'talib'),
  tradingview: {
    lookback: (params) => lookback(params, 'tradingview'),
    stream(params) {
      checkParameters(vzo.params, params);
      return new VzoStream(params, 'tradingview');
    },
    graph: (inputs, params) => composed(inputs, params, 'tradingview'),
  },
};

function composed(
  [x, volume]: readonly Series[],
  [timePeriod = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] {
  const before = x!.lag(1);
  const signed = x!.above(before).pick(volume!, x!.below(before).pick(volume!.negated(), 0));
  const whole = emaOf(volume!.from(1), timePeriod, convention);
  return [ratio(emaOf(signed, timePeriod, convention), whole).times(100)];
}

function lookback([timePeriod = NaN]: readonly number[], convention: Convention): number {
  return 1 + movingAverageLookback('ema', timePeriod, convention);
}

class VzoStream extends BlankedStream {
  private readonly signed: Smoother;
  private readonly whole: Smoother;
  private previous = NaN;

  constructor(params: readonly number[], convention: Convention) {
    super(lookback(params, convention));
    const [timePeriod = NaN] = params;
    this.signed = movingAverage('ema', timePeriod, convention);
    this.whole = movingAverage('ema', timePeriod, convention);
  }

  protected override compute(row: Float64Array, out: Float64Array, today: number): void {
    const sign = Math.sign(row[0]! - this.previous);
    this.previous = row[0]!;
    if (today === 0) return;
    const signed = this.signed.push(sign * row[1]!);
    out[0] = 100 * quotient(signed, this.whole.push(row[1]!));
  }
}
