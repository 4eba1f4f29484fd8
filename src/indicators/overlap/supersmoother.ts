import { exp } from '../../core/math/exp';
import { sin } from '../../core/math/sin';
import { momentumFilter } from '../graph/smoothing-kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';

/**
 * Super Smoother: Butterworth filter with two poles on the mean of two rows, which takes out cycles shorter
 * than `timePeriod` with little lag.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  shortest cycle that is kept, in bars, integer in `[2, 100000]`, 10 when omitted
 * @returns           unit of `real`; rows 0 and 1 are NaN (warm-up)
 *
 * It starts as if it had followed the first two rows exactly. Ehlers prints 1.414 for the root of two, here
 * it is taken in full. Leading NaN are skipped: warm-up begins at the first number. A later NaN makes every
 * later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Ehlers, Cycle Analytics for Traders, 2013, chapter 3
 * @see scipy 1.17.1 `lfilter` (tests/golden/beyond/supersmoother.json)
 */
export const supersmoother: Indicator = {
  name: 'supersmoother',
  title: 'Super Smoother',
  group: 'overlap',
  pane: 'price',
  summary: 'Filter that takes out cycles shorter than the period.',
  inputs: REAL,
  params: [period('timePeriod', 2, 10)],
  outputs: VALUE,
  unstable: false,
  lookback: () => 2,
  stream: (params) => new SupersmootherStream(params),
  graph([x], [timePeriod = NaN]) {
    const { weight, momentum } = filterOf(timePeriod);
    return [momentumFilter(x!.plus(x!.lag(1)).over(2).early(0), x!, weight, momentum)];
  },
};

function filterOf(timePeriod: number): { weight: number; momentum: number } {
  const angle = (Math.SQRT2 * Math.PI) / timePeriod;
  const decay = exp(-angle);
  const bend = sin(angle / 2);
  // 1 - 2 decay cos(angle) + decay^2, without the loss of digits of a long period.
  return { weight: (1 - decay) * (1 - decay) + 4 * decay * bend * bend, momentum: decay * decay };
}

class SupersmootherStream extends BlankedStream {
  /** Weight of a row's distance, and of the last move, which goes on. */
  private readonly weight: number;
  private readonly momentum: number;
  private rows = 0;
  private previous = NaN;
  private value = NaN;
  private before = NaN;

  constructor(params: readonly number[]) {
    checkParameters(supersmoother.params, params);
    super(2);
    const [timePeriod = NaN] = params;
    const { weight, momentum } = filterOf(timePeriod);
    this.weight = weight;
    this.momentum = momentum;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    const { value } = this;
    if (this.rows < 2) {
      this.rows++;
      this.value = x;
    } else {
      const mean = (x + this.previous) / 2;
      this.value += this.weight * (mean - value) + this.momentum * (value - this.before);
    }
    this.before = value;
    this.previous = x;
    out[0] = this.value;
  }
}
