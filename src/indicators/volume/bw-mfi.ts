import { ratio } from '../graph/blocks';
import type { Indicator, IndicatorStream } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters } from '../parameters';
import { quotient } from '../primitives/quotient';

/**
 * Market Facilitation Index: range of a bar per unit of volume.
 *
 * @param high    quote currency per unit, oldest first; `low` alike
 * @param volume  units traded
 * @returns       quote currency per squared unit, no warm-up
 *
 * A bar without volume gives 0. A row with a NaN gives NaN. Not to be taken for `mfi`, the Money Flow Index.
 *
 * @throws BacktabError `length_mismatch`
 * @see Williams, Trading Chaos, 1995
 * @see tests/golden/beyond/bw_mfi.json
 */
export const bwMfi: Indicator = {
  name: 'bw_mfi',
  title: 'Market Facilitation Index',
  group: 'volume',
  pane: 'own',
  summary: 'Range of a bar per unit of volume.',
  inputs: prices('high', 'low', 'volume'),
  params: [],
  outputs: VALUE,
  unstable: false,
  lookback: () => 0,
  stream(params) {
    checkParameters(bwMfi.params, params);
    return new BwMfiStream();
  },
  graph: ([high, low, volume]) => [ratio(high!.minus(low!), volume!)],
};

class BwMfiStream implements IndicatorStream {
  next(row: Float64Array, out: Float64Array): void {
    out[0] = quotient(row[0]! - row[1]!, row[2]!);
  }
}
