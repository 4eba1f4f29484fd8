import { flowSum } from '../graph/oscillator-kernels';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters } from '../parameters';
import { Accumulation } from '../primitives/accumulation';
import { FullRowStream } from '../primitives/full-row-stream';

/**
 * Chaikin Accumulation/Distribution Line: running sum of volume, each bar's weighted by where it closed
 * between its low (-1) and its high (+1).
 *
 * @param high    quote currency per unit, oldest first; `low` and `close` alike
 * @param volume  units traded
 * @returns       units of `volume`, from the first row on, no warm-up
 *
 * A bar without range, or with its high below its low, adds nothing, as in TA-Lib. Leading rows with a NaN
 * are skipped: the sum begins at the first full row. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see Chaikin, as in Achelis, Technical Analysis from A to Z, 1995
 * @see TA-Lib 0.7.1 `TA_AD` (tests/golden/talib/ad.json)
 */
export const ad: Indicator = {
  name: 'ad',
  title: 'Chaikin A/D Line',
  group: 'volume',
  pane: 'own',
  summary: 'Running sum of volume, weighted by where bars close in their range.',
  inputs: prices('high', 'low', 'close', 'volume'),
  params: [],
  outputs: VALUE,
  unstable: false,
  lookback: () => 0,
  stream(params) {
    checkParameters(ad.params, params);
    return new AdStream();
  },
  graph: (bars) => [flowSum(bars)],
};

class AdStream extends FullRowStream {
  private readonly line = new Accumulation();

  protected override take(row: Float64Array, out: Float64Array): void {
    out[0] = this.line.push(row[0]!, row[1]!, row[2]!, row[3]!);
  }
}
