import { lastValid } from '../graph/math-kernels';
import { averagedIndex, directionalIndex } from '../graph/blocks';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { AveragedDirection } from '../primitives/averaged-direction';
import { DirectionalIndex } from '../primitives/directional-index';
import { FullRowStream } from '../primitives/full-row-stream';

/**
 * Directional Movement Index: difference of the plus and minus directional indicators as a percentage of
 * their sum; high in a trend, whichever its direction.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param timePeriod  smoothing length in bars, integer in `[2, 100000]`, 14 when omitted
 * @returns           percent, 0 to 100; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * As in TA-Lib: a bar on which the true range or the sum of both indicators is below 1e-14 keeps the value
 * before it, the first bar then being 0. Leading rows with a NaN are skipped: warm-up begins at the first
 * full row. A later NaN makes every later row NaN.
 *
 * Convention: TA-Lib's by default. TradingView's takes Wilder's means from the plain means of the
 * first `timePeriod` rows, where TA-Lib takes sums of one row fewer; indicators that are both 0 give 0.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Wilder, New Concepts in Technical Trading Systems, 1978
 * @see TA-Lib 0.7.1 `TA_DX`, no unstable period (tests/golden/talib/dx.json)
 * @see TradingView, source of the built-in script `Directional Movement Index` (tests/golden/tradingview/dx.json)
 */
export const dx: Indicator = {
  name: 'dx',
  title: 'Directional Movement Index',
  group: 'momentum',
  pane: 'own',
  summary: 'Strength of a trend in either direction, unsmoothed.',
  inputs: prices('high', 'low', 'close'),
  params: [period('timePeriod', 2, 14)],
  outputs: VALUE,
  unstable: true,
  lookback: ([timePeriod = NaN]) => timePeriod,
  stream(params) {
    checkParameters(dx.params, params);
    const [timePeriod = NaN] = params;
    return new DxStream(timePeriod);
  },
  graph(bars, [timePeriod = NaN]) {
    const { value, isDefined } = directionalIndex(bars, timePeriod);
    return [lastValid(value, isDefined)];
  },
  tradingview: {
    lookback: ([timePeriod = NaN]) => timePeriod,
    stream(params) {
      checkParameters(dx.params, params);
      const [timePeriod = NaN] = params;
      return new AveragedDxStream(timePeriod);
    },
    graph: (bars, [timePeriod = NaN]) => [averagedIndex(bars, timePeriod)],
  },
};

class DxStream extends FullRowStream {
  private readonly index: DirectionalIndex;

  constructor(timePeriod: number) {
    super();
    this.index = new DirectionalIndex(timePeriod);
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    out[0] = this.index.push(row[0]!, row[1]!, row[2]!) ? this.index.value : NaN;
  }
}

class AveragedDxStream extends FullRowStream {
  private readonly direction: AveragedDirection;
  private missing: number;

  constructor(timePeriod: number) {
    super();
    this.direction = new AveragedDirection(timePeriod);
    this.missing = timePeriod + 1;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    this.direction.push(row[0]!, row[1]!, row[2]!);
    if (this.missing > 0) this.missing--;
    out[0] = this.missing > 0 ? NaN : this.direction.index;
  }
}
