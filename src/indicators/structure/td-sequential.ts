import type { Indicator } from '../indicator';
import { REAL } from '../outputs';
import { checkParameters } from '../parameters';
import { Delay } from '../primitives/delay';
import { FullRowStream } from '../primitives/full-row-stream';
import { setupCounts } from '../graph/structure-kernels';

/** Bars between the two values that are compared. */
const DISTANCE = 4;

/**
 * TD Sequential, setup: how many bars in a row have been below, or above, the bar four bars before.
 *
 * @param real  any unit, oldest first; closes as a rule
 * @returns     `buySetup`, bars in a row below, and `sellSetup`, bars in a row above the value four bars
 *              before; at most one of them is above 0; rows `0 .. 3` are NaN (warm-up)
 *
 * A setup is complete at 9; the count goes on beyond it. Equal values end either count. A NaN ends them on its
 * own row and on the fourth row after it. The countdown that may follow a setup is not part of it.
 *
 * @throws BacktabError `length_mismatch`
 * @see DeMark, The New Science of Technical Analysis, 1994
 */
export const tdSequential: Indicator = {
  name: 'td_sequential',
  title: 'TD Sequential Setup',
  group: 'structure',
  pane: 'own',
  summary: 'Bars in a row that lie below, or above, the bar four bars before.',
  inputs: REAL,
  params: [],
  outputs: [
    { name: 'buySetup', kind: 'integer', style: 'histogram' },
    { name: 'sellSetup', kind: 'integer', style: 'histogram' },
  ],
  unstable: false,
  lookback: () => DISTANCE,
  graph: ([real]) => setupCounts(real!),
  stream(params) {
    checkParameters(tdSequential.params, params);
    return new TdSequentialStream();
  },
};

class TdSequentialStream extends FullRowStream {
  private readonly past = new Delay(DISTANCE);
  private missing = DISTANCE;
  private below = 0;
  private above = 0;

  protected override take(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    const before = this.past.push(x);
    this.below = x < before ? this.below + 1 : 0;
    this.above = x > before ? this.above + 1 : 0;
    out[0] = this.missing > 0 ? NaN : this.below;
    out[1] = this.missing > 0 ? NaN : this.above;
    if (this.missing > 0) this.missing--;
  }
}
