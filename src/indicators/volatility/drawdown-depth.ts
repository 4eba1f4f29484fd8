import { ratio } from '../graph/blocks';
import { runningMax } from '../graph/smoothing-kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';

/**
 * Drawdown: fall of a series from its running peak, the highest row so far.
 *
 * @param real  prices or account values, oldest first
 * @returns     fraction of the peak, 0 at a new peak, above 1 for a row below zero; no warm-up
 *
 * 0 as long as no row was above zero. Leading NaN are skipped; a later NaN makes its own row NaN and is no peak,
 * and after a row of infinity every fall is NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see Magdon-Ismail and Atiya, Maximum Drawdown, Risk Magazine, 2004
 * @see numpy over all rows so far (tests/golden/beyond/drawdown_depth.json)
 */
export const drawdownDepth: Indicator = {
  name: 'drawdown_depth',
  title: 'Drawdown from the Running Peak',
  group: 'volatility',
  pane: 'own',
  summary: 'Fall from the highest bar so far, as a fraction of it.',
  inputs: REAL,
  params: [],
  outputs: VALUE,
  unstable: false,
  lookback: () => 0,
  stream(params) {
    checkParameters(drawdownDepth.params, params);
    return new DrawdownStream();
  },
  graph([x]) {
    const peak = runningMax(x!, 0);
    return [ratio(peak.minus(x!), peak)];
  },
};

class DrawdownStream extends FullRowStream {
  private peak = 0;

  protected override take(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    if (x > this.peak) this.peak = x;
    out[0] = this.peak === 0 && !Number.isNaN(x) ? 0 : (this.peak - x) / this.peak;
  }
}
