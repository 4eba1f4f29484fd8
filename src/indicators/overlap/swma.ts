import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters } from '../parameters';
import { SymmetricAverage } from '../primitives/symmetric-average';
import { BlankedStream } from '../primitives/blanked-stream';

/** Bars of the average. */
const PERIOD = 4;

/**
 * Symmetrically Weighted Moving Average: mean of the last four rows with the weights 1, 2, 2, 1.
 *
 * @param real  any unit, oldest first
 * @returns     unit of `real`; rows 0 to 2 are NaN (warm-up)
 *
 * For other periods see `trima`, whose weights rise and fall likewise. Leading NaN are skipped: warm-up
 * begins at the first number. A later NaN makes it and the three rows after it NaN.
 *
 * @throws BacktabError `length_mismatch`
 * @see TradingView, Pine Script reference manual v6, `ta.swma`
 * @see tests/golden/beyond/swma.json
 */
export const swma: Indicator = {
  name: 'swma',
  title: 'Symmetrically Weighted Moving Average',
  group: 'overlap',
  pane: 'price',
  summary: 'Mean of four bars, the two in the middle weighing double.',
  inputs: REAL,
  params: [],
  outputs: VALUE,
  unstable: false,
  lookback: () => PERIOD - 1,
  stream: (params) => new SwmaStream(params),
  graph([x]) {
    const inner = x!.lag(1).plus(x!.lag(2));
    return [
      x!
        .plus(x!.lag(PERIOD - 1))
        .plus(inner.times(2))
        .over(6),
    ];
  },
};

class SwmaStream extends BlankedStream {
  private readonly average = new SymmetricAverage();
  private value = NaN;

  constructor(params: readonly number[]) {
    checkParameters(swma.params, params);
    super(PERIOD - 1);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    this.value = this.average.push(row[0]!);
    out[0] = this.value;
  }
}
