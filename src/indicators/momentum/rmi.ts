import { relativeStrength } from '../graph/blocks';
import { wilderAverage } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { Delay } from '../primitives/delay';
import { isNearZero } from '../primitives/near-zero';
import { WilderAverage } from '../primitives/wilder-average';

/**
 * Relative Momentum Index: RSI of the change over several bars in place of one.
 *
 * @param real            any unit, oldest first
 * @param timePeriod      smoothing length in bars, integer in `[2, 100000]`, 20 when omitted
 * @param momentumPeriod  bars of the change, integer in `[1, 100000]`, 5 when omitted; with 1 it is `rsi`
 * @returns               0 to 100 (no unit); rows `0 .. timePeriod + momentumPeriod - 2` are NaN (warm-up)
 *
 * Movement below 1e-14 gives 0, as in `rsi`. Leading NaN are skipped: warm-up begins at the first number. A
 * later NaN makes every later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Altman, Relative Momentum Index, Technical Analysis of Stocks and Commodities, 1993
 * @see tests/golden/beyond/rmi.json
 */
export const rmi: Indicator = {
  name: 'rmi',
  title: 'Relative Momentum Index',
  group: 'momentum',
  pane: 'own',
  summary: 'RSI of the change over several bars, 0 to 100.',
  inputs: REAL,
  params: [period('timePeriod', 2, 20), period('momentumPeriod', 1, 5)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN, momentum = NaN]) => timePeriod + momentum - 1,
  stream(params) {
    checkParameters(rmi.params, params);
    return new RmiStream(params);
  },
  graph([x], [timePeriod = NaN, momentum = NaN]) {
    const change = x!.change(momentum);
    const gain = wilderAverage(change.max(0), timePeriod);
    return [relativeStrength(gain, wilderAverage(change.negated().max(0), timePeriod))];
  },
};

class RmiStream extends BlankedStream {
  private readonly past: Delay;
  private readonly gains: WilderAverage;
  private readonly losses: WilderAverage;
  private readonly momentum: number;

  constructor(params: readonly number[]) {
    super(rmi.lookback(params));
    const [timePeriod = NaN, momentum = NaN] = params;
    this.past = new Delay(momentum);
    this.gains = new WilderAverage(timePeriod);
    this.losses = new WilderAverage(timePeriod);
    this.momentum = momentum;
  }

  protected override compute(row: Float64Array, out: Float64Array, today: number): void {
    const change = row[0]! - this.past.push(row[0]!);
    if (today < this.momentum) return;
    const gain = this.gains.push(Math.max(change, 0));
    const movement = gain + this.losses.push(Math.max(-change, 0));
    out[0] = isNearZero(movement) ? 0 : 100 * (gain / movement);
  }
}
