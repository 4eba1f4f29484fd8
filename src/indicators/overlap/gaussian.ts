import { pow } from '../../core/math/pow';
import { sin } from '../../core/math/sin';
import { filter, weighted } from '../graph/kernels';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';

const MOST_POLES = 4;

/**
 * Gaussian Filter: exponential averages one behind the other, with a weight that lets half the power of a
 * cycle of `timePeriod` bars through.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  cycle of which half the power is kept, in bars, integer in `[2, 100000]`, 14 when
 *                    omitted
 * @param poles       averages, integer in `[1, 4]`, 4 when omitted: more give a smoother line and more lag
 * @returns           unit of `real`; no warm-up
 *
 * It starts as if all rows before the first had been like the first. Leading NaN are skipped: it begins at
 * the first number. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Ehlers, Gaussian and Other Low Lag Filters (mesasoftware.com)
 * @see scipy 1.17.1 `lfilter` (tests/golden/beyond/gaussian.json)
 */
export const gaussian: Indicator = {
  name: 'gaussian',
  title: 'Gaussian Filter',
  group: 'overlap',
  pane: 'price',
  summary: 'Exponential averages one behind the other: a smooth line with a set cut-off.',
  inputs: REAL,
  params: [
    period('timePeriod', 2, 14),
    { name: 'poles', kind: 'integer', min: 1, max: MOST_POLES, default: MOST_POLES },
  ],
  outputs: VALUE,
  unstable: false,
  lookback: () => 0,
  stream(params) {
    checkParameters(gaussian.params, params);
    const [timePeriod = NaN, poles = NaN] = params;
    return new GaussianStream(timePeriod, poles);
  },
  graph([x], [timePeriod = NaN, poles = NaN]) {
    const settings = weighted(1, weightOf(timePeriod, poles));
    return [Array.from({ length: poles }).reduce<Series>((level) => filter(level, settings), x!)];
  },
};

/** Weight of a new row in each pole. */
function weightOf(timePeriod: number, poles: number): number {
  const wave = sin(Math.PI / timePeriod);
  const beta = (2 * wave * wave) / (pow(2, 1 / poles) - 1);
  return Math.sqrt(beta * beta + 2 * beta) - beta;
}

class GaussianStream extends FullRowStream {
  private readonly weight: number;
  private readonly levels: Float64Array;
  private hasLevel = false;

  constructor(timePeriod: number, poles: number) {
    super();
    this.weight = weightOf(timePeriod, poles);
    this.levels = new Float64Array(poles);
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const { levels, weight } = this;
    let x = row[0]!;
    if (!this.hasLevel) levels.fill(x);
    this.hasLevel = true;
    for (let k = 0; k < levels.length; k++) {
      levels[k]! += weight * (x - levels[k]!);
      x = levels[k]!;
    }
    out[0] = x;
  }
}
