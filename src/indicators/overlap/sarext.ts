import { parabolicStop } from '../graph/stop-kernels';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, real } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { ParabolicStop, type ParabolicRules } from '../primitives/parabolic-stop';

const NOT_NEGATIVE = { min: 0, max: 3e37 } as const;
const FIRST = 0.02;
const LARGEST = 0.2;

/**
 * Parabolic SAR - Extended: the parabolic stop with a chosen beginning, and with accelerations of their own
 * for longs and for shorts.
 *
 * @param high                   quote currency per unit, oldest first; `low` alike
 * @param startValue             first stop: above 0 of a long, below 0 of a short, in `[-3e37, 3e37]`; 0 (when
 *                               omitted) takes side and stop from the first two bars
 * @param offsetOnReverse        share of its price by which a new stop keeps away, in `[0, 3e37]`, 0 when omitted
 * @param accelerationInitLong   share of the distance to the extreme that the stop of a long moves by in a
 *                               bar at first, in `[0, 3e37]`, 0.02 when omitted
 * @param accelerationLong       what each new extreme adds to it, in `[0, 3e37]`, 0.02 when omitted
 * @param accelerationMaxLong    largest such share, in `[0, 3e37]`, 0.2 when omitted
 * @param accelerationInitShort  the same for shorts; `accelerationShort` and `accelerationMaxShort` alike
 * @returns                      quote currency per unit, with a minus sign while short, as in TA-Lib; row 0
 *                               is NaN (warm-up)
 *
 * Shares above their maximum count as the maximum. Leading rows with a NaN are skipped: warm-up begins at
 * the first full row. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Wilder, New Concepts in Technical Trading Systems, 1978
 * @see TA-Lib 0.7.1 `TA_SAREXT` (tests/golden/talib/sarext.json)
 */
export const sarext: Indicator = {
  name: 'sarext',
  title: 'Parabolic SAR - Extended',
  group: 'overlap',
  pane: 'price',
  summary: 'Parabolic stop with a chosen start and its own speeds for longs and shorts.',
  inputs: prices('high', 'low'),
  params: [
    real('startValue', 0),
    real('offsetOnReverse', 0, NOT_NEGATIVE),
    real('accelerationInitLong', FIRST, NOT_NEGATIVE),
    real('accelerationLong', FIRST, NOT_NEGATIVE),
    real('accelerationMaxLong', LARGEST, NOT_NEGATIVE),
    real('accelerationInitShort', FIRST, NOT_NEGATIVE),
    real('accelerationShort', FIRST, NOT_NEGATIVE),
    real('accelerationMaxShort', LARGEST, NOT_NEGATIVE),
  ],
  outputs: VALUE,
  unstable: false,
  lookback: () => 1,
  stream(params) {
    checkParameters(sarext.params, params);
    return new SarextStream(params);
  },
  graph: ([high, low], params) => [parabolicStop(high!, low!, rulesOf(params), true)],
};

function rulesOf([start = NaN, offset = NaN, ...speeds]: readonly number[]): ParabolicRules {
  const speed = (at: number) => ({
    start: speeds[at] ?? NaN,
    step: speeds[at + 1] ?? NaN,
    max: speeds[at + 2] ?? NaN,
  });
  return { long: speed(0), short: speed(3), start, offset };
}

class SarextStream extends FullRowStream {
  private readonly stop: ParabolicStop;

  constructor(params: readonly number[]) {
    super();
    this.stop = new ParabolicStop(rulesOf(params));
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const level = this.stop.push(row[0]!, row[1]!);
    out[0] = this.stop.isLong ? level : -level;
  }
}
