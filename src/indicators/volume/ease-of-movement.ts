import { ratio } from '../graph/blocks';
import { windowMean } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { BlankedStream } from '../primitives/blanked-stream';
import { quotient } from '../primitives/quotient';
import { WindowAverage } from '../primitives/window-average';

/**
 * Ease of Movement: change of the median price times the range of the bar, per unit of volume, averaged. Far
 * from zero where the price moves on little volume.
 *
 * @param high         quote currency per unit, oldest first; `low` alike
 * @param volume       units traded
 * @param timePeriod   bars averaged, integer in `[1, 100000]`, 14 when omitted; 1 does not smooth
 * @param volumeScale  volume that counts as one unit, `[1, 1e15]`, 10,000 when omitted (StockCharts has
 *                     100,000,000)
 * @returns            squared quote currency per unit of scaled volume; rows `0 .. timePeriod - 1` are NaN
 *                     (warm-up)
 *
 * A bar without volume or without range counts 0. Leading rows with a NaN are skipped: warm-up begins at the
 * first full row. A later NaN makes the rows NaN whose window holds it or the step from it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Arms, Volume Cycles in the Stock Market, 1983
 * @see tests/golden/beyond/ease_of_movement.json
 */
export const easeOfMovement: Indicator = {
  name: 'ease_of_movement',
  title: 'Ease of Movement',
  group: 'volume',
  pane: 'own',
  summary: 'How far the price moves for its volume.',
  inputs: prices('high', 'low', 'volume'),
  params: [period('timePeriod', 1, 14), real('volumeScale', 10_000, { min: 1, max: 1e15 })],
  outputs: VALUE,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream(params) {
    checkParameters(easeOfMovement.params, params);
    const [timePeriod = NaN, scale = NaN] = params;
    return new EaseOfMovementStream(timePeriod, scale);
  },
  graph([high, low, volume], [timePeriod = NaN, scale = NaN]) {
    const way = high!.plus(low!).times(0.5).change();
    return [windowMean(ratio(way.times(high!.minus(low!)), volume!.over(scale)), timePeriod)];
  },
};

class EaseOfMovementStream extends BlankedStream {
  private readonly average: WindowAverage;
  private readonly scale: number;
  private price = NaN;

  constructor(timePeriod: number, scale: number) {
    super(timePeriod);
    this.average = new WindowAverage(timePeriod);
    this.scale = scale;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const price = (row[0]! + row[1]!) / 2;
    const way = price - this.price;
    this.price = price;
    out[0] = this.average.push(quotient(way * (row[0]! - row[1]!), row[2]! / this.scale));
  }
}
