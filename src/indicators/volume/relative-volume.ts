import { ratio } from '../graph/blocks';
import { windowMean } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { quotient } from '../primitives/quotient';
import { WindowAverage } from '../primitives/window-average';

/**
 * Relative Volume: volume in units of the plain average of the bars before.
 *
 * @param volume      units traded, oldest first
 * @param timePeriod  bars averaged, integer in `[1, 100000]`, 20 when omitted
 * @returns           1 for usual volume (no unit); rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * The bar itself is not part of its average. A window without volume gives 0. Leading NaN are skipped:
 * warm-up begins at the first number. A later NaN makes the row itself NaN and those whose window holds it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see tests/golden/beyond/relative_volume.json
 */
export const relativeVolume: Indicator = {
  name: 'relative_volume',
  title: 'Relative Volume',
  group: 'volume',
  pane: 'own',
  summary: 'Volume in units of its average over the bars before.',
  inputs: prices('volume'),
  params: [period('timePeriod', 1, 20)],
  outputs: [{ name: 'value', kind: 'real', style: 'histogram' }],
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream(params) {
    checkParameters(relativeVolume.params, params);
    const [timePeriod = NaN] = params;
    return new RelativeVolumeStream(timePeriod);
  },
  graph: ([volume], [timePeriod = NaN]) => [ratio(volume!, windowMean(volume!, timePeriod).lag(1))],
};

class RelativeVolumeStream extends BlankedStream {
  private readonly average: WindowAverage;
  private usual = NaN;

  constructor(timePeriod: number) {
    super(timePeriod);
    this.average = new WindowAverage(timePeriod);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    out[0] = quotient(row[0]!, this.usual);
    this.usual = this.average.push(row[0]!);
  }
}
