import { lastValid } from '../graph/math-kernels';
import { laguerreStages } from '../graph/oscillator-kernels';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, real } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';

/** Movement between the stages that may be rounding, as a part of the series. */
const ROUNDING = 1e-12;

/**
 * Laguerre RSI: share of the steps down from one to the next of four Laguerre filters (each an older view of
 * the series) in all movement between them. It turns fast and stays at its ends in a trend.
 *
 * @param real   any unit, oldest first
 * @param gamma  damping, `[0, 0.999]`, 0.5 when omitted; higher is smoother and later
 * @returns      0 to 1 (no unit), from the first row on, no warm-up
 *
 * All stages start at the first number, so the first value is 0. Where they differ by no more than 1e-12 of
 * the series the value before is kept. Leading NaN are skipped. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Ehlers, Time Warp: Without Space Travel, 2002; Cybernetic Analysis for Stocks and Futures, 2004,
 *      chapter 14
 * @see tests/golden/beyond/laguerre_rsi.json
 */
export const laguerreRsi: Indicator = {
  name: 'laguerre_rsi',
  title: 'Laguerre RSI',
  group: 'momentum',
  pane: 'own',
  summary: 'Strength between four damped views of the price, 0 to 1.',
  inputs: REAL,
  params: [real('gamma', 0.5, { min: 0, max: 0.999 })],
  outputs: VALUE,
  unstable: false,
  lookback: () => 0,
  stream(params) {
    checkParameters(laguerreRsi.params, params);
    const [gamma = NaN] = params;
    return new LaguerreRsiStream(gamma);
  },
  graph([x], [gamma = NaN]) {
    const stages = laguerreStages(x!, gamma);
    const steps = stages.slice(1).map((stage, k) => stages[k]!.minus(stage));
    const sum = (parts: readonly Series[]): Series => parts.reduce((total, part) => total.plus(part));
    const rises = sum(steps.map((step) => step.max(0)));
    const movement = rises.plus(sum(steps.map((step) => step.negated().max(0))));
    return [lastValid(rises.over(movement), movement.above(x!.abs().times(ROUNDING)))];
  },
};

class LaguerreRsiStream extends BlankedStream {
  private readonly gamma: number;
  private readonly stages = new Float64Array(4);
  private value = 0;

  constructor(gamma: number) {
    super(0);
    this.gamma = gamma;
  }

  protected override compute(row: Float64Array, out: Float64Array, today: number): void {
    const x = row[0]!;
    if (today === 0) this.stages.fill(x);
    else this.move(x);
    out[0] = this.value;
  }

  private move(x: number): void {
    const { stages, gamma } = this;
    let before = stages[0]!;
    stages[0] = (1 - gamma) * x + gamma * before;
    let rises = 0;
    let falls = 0;
    for (let k = 1; k < stages.length; k++) {
      const old = stages[k]!;
      stages[k] = before + gamma * (old - stages[k - 1]!);
      before = old;
      const step = stages[k - 1]! - stages[k]!;
      rises += Math.max(step, 0);
      falls += Math.max(-step, 0);
    }
    const movement = rises + falls;
    const isStill = movement <= ROUNDING * Math.abs(x);
    if (!isStill) this.value = rises / movement;
  }
}
