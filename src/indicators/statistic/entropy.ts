import { log } from '../../core/math/log';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowSum } from '../primitives/window-sum';
import { windowSum } from '../graph/kernels';
import { naturalLogarithm } from '../graph/math-kernels';

/**
 * Entropy: Shannon's, of the shares that the last rows have in their sum. It is largest, `log(timePeriod)`,
 * where all are equal, and falls as a few of them make up most of the sum.
 *
 * @param real        >= 0, any unit, oldest first: prices, volumes, ranges
 * @param timePeriod  bars of the window, integer in `[2, 100000]`, 10 when omitted
 * @param base        of the logarithm, in `[1.1, 100]`, 2 when omitted (bits)
 * @returns           bits when `base` is 2, >= 0; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * A row that is not above zero has no share; a window without a share gives 0. Leading NaN are skipped:
 * warm-up begins at the first number. A later NaN makes the rows NaN whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Shannon, A Mathematical Theory of Communication, 1948
 * @see scipy 1.17.1 `stats.entropy`, pandas-ta-classic 0.8.32 `entropy` (tests/golden/beyond/entropy.json)
 */
export const entropy: Indicator = {
  name: 'entropy',
  title: 'Entropy',
  group: 'statistic',
  pane: 'own',
  summary: 'How evenly the last bars share their sum, in bits.',
  inputs: REAL,
  params: [period('timePeriod', 2, 10), real('base', 2, { min: 1.1, max: 100 })],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  graph([series], [timePeriod = NaN, base = NaN]) {
    const x = series!.max(0);
    const sum = windowSum(x, timePeriod);
    const weighted = windowSum(x.equals(0).pick(0, x.times(naturalLogarithm(x))), timePeriod);
    const nats = naturalLogarithm(sum).minus(weighted.over(sum));
    return [sum.equals(0).pick(0, nats.over(log(base)).max(0))];
  },
  stream(params) {
    checkParameters(entropy.params, params);
    const [timePeriod = NaN, base = NaN] = params;
    return new EntropyStream(timePeriod, base);
  },
};

/** With shares `x / sum` the entropy is `log(sum)` less the mean of `log(x)`, weighted by `x`: two sums. */
class EntropyStream extends BlankedStream {
  private readonly rows: WindowSum;
  private readonly weighted: WindowSum;
  private readonly logOfBase: number;
  private sum = NaN;
  private sumOfLogs = NaN;

  constructor(timePeriod: number, base: number) {
    super(timePeriod - 1);
    this.rows = new WindowSum(timePeriod);
    this.weighted = new WindowSum(timePeriod);
    this.logOfBase = log(base);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const x = Math.max(row[0]!, 0);
    this.sum = this.rows.push(x);
    this.sumOfLogs = this.weighted.push(x === 0 ? 0 : x * log(x));
    const nats = log(this.sum) - this.sumOfLogs / this.sum;
    out[0] = this.sum === 0 ? 0 : Math.max(0, nats / this.logOfBase);
  }
}
