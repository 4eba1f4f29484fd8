import { groupMoments } from '../graph/moment-kernels';
import { deviationBands } from '../graph/price-blocks';
import { runningMax } from '../graph/smoothing-kernels';
import type { Indicator } from '../indicator';
import { BANDS, prices } from '../outputs';
import { checkParameters, real } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { WeightedMoments } from '../primitives/weighted-moments';
import { writeDeviationBands } from './deviation-bands';

/** First and last instant that a date can name, Unix milliseconds. */
const INSTANTS = { min: -8.64e15, max: 8.64e15 } as const;

/**
 * Volume-Weighted Average Price since an instant, with bands of its deviation.
 *
 * @param time        instant at which the bar opens, Unix milliseconds
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param volume      traded units, >= 0
 * @param anchor      instant from which on bars count, Unix milliseconds, in `[-8.64e15, 8.64e15]`; when
 *                    omitted the earliest there is, so that the first row is the anchor
 * @param multiplier  deviations to a band, in `[0, 3e37]`, 1 when omitted
 * @returns           `upper`, `middle`, `lower` in quote currency per unit; no warm-up
 *
 * The first bar that opens at the anchor or later begins the average anew. The bars before it have the
 * average since the first row, because how many they are is not known beforehand; read it from the anchor on.
 * Price, deviation and bars without volume are as with `vwap`. Leading rows with a NaN are skipped: it begins
 * at the first full row. A later NaN price or volume makes every later row NaN, up to the anchor.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Shannon, Maximum Trading Gains with Anchored VWAP, 2023
 * @see tests/golden/beyond/vwap_anchored.json
 */
export const vwapAnchored: Indicator = {
  name: 'vwap_anchored',
  title: 'Anchored VWAP',
  group: 'overlap',
  pane: 'price',
  summary: 'Mean price of the units traded since an instant, with bands of their deviation.',
  inputs: prices('time', 'high', 'low', 'close', 'volume'),
  params: [real('anchor', INSTANTS.min, INSTANTS), real('multiplier', 1, { min: 0, max: 3e37 })],
  outputs: BANDS,
  unstable: false,
  lookback: () => 0,
  stream(params) {
    checkParameters(vwapAnchored.params, params);
    const [anchor = NaN, multiplier = NaN] = params;
    return new AnchoredVwapStream(anchor, multiplier);
  },
  graph([time, high, low, close, volume], [anchor = NaN, multiplier = NaN]) {
    const isAnchored = runningMax(time!.atLeast(anchor).pick(1, 0), 0);
    const price = high!.plus(low!).plus(close!).over(3);
    return deviationBands(groupMoments(isAnchored, price, volume!), multiplier);
  },
};

class AnchoredVwapStream extends FullRowStream {
  private readonly anchor: number;
  private readonly multiplier: number;
  private readonly moments = new WeightedMoments();
  private isAnchored = false;

  constructor(anchor: number, multiplier: number) {
    super();
    this.anchor = anchor;
    this.multiplier = multiplier;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    if (!this.isAnchored && row[0]! >= this.anchor) {
      this.isAnchored = true;
      this.moments.reset();
    }
    this.moments.push((row[1]! + row[2]! + row[3]!) / 3, row[4]!);
    writeDeviationBands(out, this.moments, this.multiplier);
  }
}
