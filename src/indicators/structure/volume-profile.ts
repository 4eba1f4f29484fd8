import { windowMax, windowMin } from '../graph/kernels';
import { MOST_PROFILED, volumeProfile as profileOf } from '../graph/structure-kernels';
import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, period, real } from '../parameters';
import { VolumeByPrice } from '../primitives/volume-by-price';
import { WideSum } from '../primitives/wide-sum';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowRange } from '../primitives/window-range';

const MAX_BINS = 200;

/**
 * Volume profile of the last bars: the price with most volume (point of control), and the range around it that
 * holds a share of the volume (value area).
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param volume      traded units, >= 0
 * @param timePeriod  bars of the window, integer in `[1, 100000]`, 100 when omitted
 * @param bins        equal parts of the range from the lowest low to the highest high, integer in `[1, 200]`, 24
 *                    when omitted
 * @param valueArea   share of the volume in the value area, percent in `[0, 100]`, 70 when omitted
 * @returns           `valueHigh`, `poc`, `valueLow` in quote currency per unit: upper end of the value area,
 *                    middle of the bin with most volume, lower end; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * A bar's whole volume counts at its typical price, the mean of high, low and close; of bins with equal volume
 * the lowest is the point of control. The area begins with that bin and takes in the larger of its two
 * neighbours, the upper one of equals, until it holds the share. A window without range or without volume gives
 * the typical price of its last bar for all three. While a NaN or an infinity is in the window the result is
 * NaN; leading rows with a NaN are skipped. Costs O(bins log timePeriod) a row.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Steidlmayer and Koy, Markets and Market Logic, 1986
 */
export const volumeProfile: Indicator = {
  name: 'volume_profile',
  title: 'Volume Profile',
  group: 'structure',
  pane: 'price',
  summary: 'Price of the last bars with most volume, and the area around it.',
  inputs: prices('high', 'low', 'close', 'volume'),
  params: [
    period('timePeriod', 1, 100),
    { name: 'bins', kind: 'integer', min: 1, max: MAX_BINS, default: 24 },
    real('valueArea', 70, { min: 0, max: 100 }),
  ],
  outputs: [
    { name: 'valueHigh', kind: 'real', style: 'upper' },
    { name: 'poc', kind: 'real', style: 'line' },
    { name: 'valueLow', kind: 'real', style: 'lower' },
  ],
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  graph([high, low, close, volume], [timePeriod = NaN, bins = NaN, valueArea = NaN]) {
    if (timePeriod > MOST_PROFILED) return undefined;
    const typical = high!.plus(low!).plus(close!).over(3);
    const range = { highest: windowMax(high!, timePeriod), lowest: windowMin(low!, timePeriod) };
    return profileOf(typical, volume!, range, [timePeriod, bins, valueArea / 100]);
  },
  stream(params) {
    checkParameters(volumeProfile.params, params);
    return new VolumeProfileStream(params);
  },
};

class VolumeProfileStream extends BlankedStream {
  private readonly window: VolumeByPrice;
  private readonly range: WindowRange;
  private readonly bins: WideSum[];
  private readonly edges: Float64Array;
  private readonly share: number;
  private typical = NaN;

  constructor([timePeriod = NaN, bins = NaN, valueArea = NaN]: readonly number[]) {
    super(timePeriod - 1);
    this.window = new VolumeByPrice(timePeriod);
    this.range = new WindowRange(timePeriod);
    this.bins = Array.from({ length: bins }, () => new WideSum());
    this.edges = new Float64Array(bins + 1);
    this.share = valueArea / 100;
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.typical = (row[0]! + row[1]! + row[2]!) / 3;
    this.window.push(this.typical, row[3]!);
    this.range.push(row[0]!, row[1]!);
    const { edges } = this;
    const { highest, lowest } = this.range;
    if (this.window.isOdd || Number.isNaN(highest - lowest)) {
      out.fill(NaN);
      return;
    }
    const total = highest === lowest ? 0 : this.fill(lowest, highest);
    if (total === 0) {
      out.fill(this.typical);
      return;
    }
    const most = this.fullest();
    const [from, to] = this.area(most, this.share * total);
    out[0] = edges[to + 1]!;
    out[1] = (edges[most]! + edges[most + 1]!) / 2;
    out[2] = edges[from]!;
  }

  /** Fills the bins and returns their sum. */
  private fill(lowest: number, highest: number): number {
    const { bins, edges } = this;
    for (let k = 0; k < bins.length; k++) edges[k] = lowest + ((highest - lowest) * k) / bins.length;
    edges[bins.length] = highest;
    this.window.fill(edges, bins);
    let total = 0;
    for (let k = 0; k < bins.length; k++) total += bins[k]!.value;
    return total;
  }

  private fullest(): number {
    const { bins } = this;
    let most = 0;
    for (let k = 1; k < bins.length; k++) if (bins[k]!.value > bins[most]!.value) most = k;
    return most;
  }

  /** First and last bin of the area around a bin that holds a volume. */
  private area(most: number, wanted: number): readonly [number, number] {
    const { bins } = this;
    let [from, to] = [most, most];
    let held = bins[most]!.value;
    while (held < wanted && (from > 0 || to + 1 < bins.length)) {
      const above = to + 1 < bins.length ? bins[to + 1]!.value : -Infinity;
      const below = from > 0 ? bins[from - 1]!.value : -Infinity;
      if (above >= below) {
        to++;
        held += above;
      } else {
        from--;
        held += below;
      }
    }
    return [from, to];
  }
}
