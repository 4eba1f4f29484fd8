import { cos } from '../../core/math/cos';
import { sin } from '../../core/math/sin';
import { MOST_WEIGHTED, weightedRows } from '../graph/smoothing-kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowWaves } from '../primitives/window-waves';

/**
 * Sine-Weighted Moving Average: mean of the last rows with the weights of half a sine wave, largest in the
 * middle.
 *
 * @param real        any unit, oldest first
 * @param timePeriod  bars averaged, integer in `[1, 100000]`, 14 when omitted
 * @returns           unit of `real`; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * Row `k` of the window weighs `sin(pi k / (timePeriod + 1))`. Leading NaN are skipped: warm-up begins at the
 * first number. A later NaN makes the rows NaN whose window holds it. No drift: a value depends on at most
 * the last `2 timePeriod - 1` rows.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Everget, Sine-Weighted Moving Average, script on TradingView
 * @see pandas-ta-classic 0.8.32 `sinwma` (tests/golden/beyond/sinwma.json)
 */
export const sinwma: Indicator = {
  name: 'sinwma',
  title: 'Sine-Weighted Moving Average',
  group: 'overlap',
  pane: 'price',
  summary: 'Mean of the last bars, those in the middle weighing most.',
  inputs: REAL,
  params: [period('timePeriod', 1, 14)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream: (params) => new SinwmaStream(params),
  graph([x], [timePeriod = NaN]) {
    if (timePeriod > MOST_WEIGHTED) return undefined;
    const { angle, total } = waveOf(timePeriod);
    return [
      weightedRows(
        x!,
        Array.from({ length: timePeriod }, (_, age) => sin((age + 1) * angle) / total),
      ),
    ];
  },
};

/** Angle from row to row, and sum of the sines of all rows. */
function waveOf(timePeriod: number): { angle: number; total: number } {
  const angle = Math.PI / (timePeriod + 1);
  return { angle, total: cos(angle / 2) / sin(angle / 2) };
}

class SinwmaStream extends BlankedStream {
  private readonly sum: WindowWaves;
  private value = NaN;

  constructor(params: readonly number[]) {
    checkParameters(sinwma.params, params);
    super(sinwma.lookback(params));
    const [timePeriod = NaN] = params;
    const { angle, total } = waveOf(timePeriod);
    // sin((age + 1) angle), taken apart by the sum rule.
    const wave = { turns: 1, cosine: sin(angle) / total, sine: cos(angle) / total };
    this.sum = new WindowWaves(timePeriod, 2 * (timePeriod + 1), [wave]);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.value = this.sum.push(row[0]!);
    out[0] = this.value;
  }
}
