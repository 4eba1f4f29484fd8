import { ratio } from '../graph/blocks';
import { accumulation } from '../graph/kernels';
import { begunWith } from '../graph/smoothing-kernels';
import type { Indicator } from '../indicator';
import { prices, REAL, VALUE } from '../outputs';
import { checkParameters } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { quotient } from '../primitives/quotient';

/**
 * Price Volume Trend: running sum of volume times the relative change of the series.
 *
 * @param real    any unit, oldest first
 * @param volume  units traded
 * @returns       units of `volume`, 0 on the first row, no warm-up
 *
 * A row after one of 0 adds nothing. Leading rows with a NaN are skipped: the sum begins at the first full
 * row. A later NaN makes every later row NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see Achelis, Technical Analysis from A to Z, 1995
 * @see tests/golden/beyond/pvt.json
 */
export const pvt: Indicator = {
  name: 'pvt',
  title: 'Price Volume Trend',
  group: 'volume',
  pane: 'own',
  summary: 'Running sum of volume times the relative change of the price.',
  inputs: [...REAL, ...prices('volume')],
  params: [],
  outputs: VALUE,
  unstable: false,
  lookback: () => 0,
  stream(params) {
    checkParameters(pvt.params, params);
    return new PvtStream();
  },
  graph: ([x, volume]) => [accumulation(begunWith(0, ratio(x!.change(), x!.lag(1)).times(volume!)))],
};

class PvtStream extends FullRowStream {
  private value = 0;
  private previous = NaN;
  private hasPrevious = false;

  protected override take(row: Float64Array, out: Float64Array): void {
    if (this.hasPrevious) this.value += quotient(row[0]! - this.previous, this.previous) * row[1]!;
    this.previous = row[0]!;
    this.hasPrevious = true;
    out[0] = this.value;
  }
}
