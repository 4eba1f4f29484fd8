import { closeLocation as flowOf, ratio } from '../graph/blocks';
import { windowSum } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { closeLocation } from '../primitives/close-location';
import { quotient } from '../primitives/quotient';
import { WindowSum } from '../primitives/window-sum';

/**
 * Chaikin Money Flow: volume of the last bars, each weighted by where it closed between its low (-1) and its
 * high (+1), as a share of their volume.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param volume      units traded
 * @param timePeriod  bars of the window, integer in `[1, 100000]`, 20 when omitted
 * @returns           -1 to 1 (no unit); rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * A bar without range counts 0; so does a window without volume. Leading rows with a NaN are skipped: warm-up
 * begins at the first full row. A later NaN makes the rows NaN whose window holds it. No drift: a value
 * depends on at most the last `2 timePeriod - 1` rows.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Chaikin, as in Achelis, Technical Analysis from A to Z, 1995
 * @see tests/golden/beyond/cmf.json
 */
export const cmf: Indicator = {
  name: 'cmf',
  title: 'Chaikin Money Flow',
  group: 'volume',
  pane: 'own',
  summary: 'Volume weighted by where bars closed in their range, as a share of volume.',
  inputs: prices('high', 'low', 'close', 'volume'),
  params: [period('timePeriod', 1, 20)],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(cmf.params, params);
    const [timePeriod = NaN] = params;
    return new CmfStream(timePeriod);
  },
  graph([high, low, close, volume], [timePeriod = NaN]) {
    const flow = flowOf(high!, low!, close!).times(volume!);
    return [ratio(windowSum(flow, timePeriod), windowSum(volume!, timePeriod))];
  },
};

class CmfStream extends BlankedStream {
  private readonly flows: WindowSum;
  private readonly volumes: WindowSum;

  constructor(timePeriod: number) {
    super(timePeriod - 1);
    this.flows = new WindowSum(timePeriod);
    this.volumes = new WindowSum(timePeriod);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const volume = row[3]!;
    const flow = this.flows.push(closeLocation(row[0]!, row[1]!, row[2]!) * volume);
    out[0] = quotient(flow, this.volumes.push(volume));
  }
}
