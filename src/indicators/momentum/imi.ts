import { windowSum } from '../graph/kernels';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { WindowSum } from '../primitives/window-sum';

/**
 * Intraday Momentum Index: share of the bodies of rising bars (close above open) in all bodies of the last
 * `timePeriod` bars.
 *
 * @param open        quote currency per unit, oldest first; `close` alike
 * @param timePeriod  bars of the window, integer in `[2, 100000]`, 14 when omitted
 * @returns           percent, 0 to 100; rows `0 .. timePeriod - 2` are NaN (warm-up)
 *
 * A window in which no bar moved gives NaN (0 / 0), as in TA-Lib. Leading rows with a NaN are skipped:
 * warm-up begins at the first full row. A later NaN makes the rows NaN whose window holds it. No drift: a
 * value depends on at most the last `2 timePeriod - 1` rows.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Chande and Kroll, The New Technical Trader, 1994
 * @see TA-Lib 0.7.1 `TA_IMI`, whose unstable period makes the window longer (tests/golden/talib/imi.json)
 */
export const imi: Indicator = {
  name: 'imi',
  title: 'Intraday Momentum Index',
  group: 'momentum',
  pane: 'own',
  summary: 'Share of rising bodies in all bodies, 0 to 100.',
  inputs: prices('open', 'close'),
  params: [period('timePeriod', 2, 14)],
  outputs: VALUE,
  unstable: true,
  widened: ([timePeriod = NaN], unstablePeriod) => [timePeriod + unstablePeriod],
  lookback: ([timePeriod = NaN]) => timePeriod - 1,
  stream(params) {
    checkParameters(imi.params, params);
    const [timePeriod = NaN] = params;
    return new ImiStream(timePeriod);
  },
  graph([open, close], [timePeriod = NaN]) {
    const body = close!.minus(open!);
    const rising = windowSum(body.max(0), timePeriod);
    const falling = windowSum(body.negated().max(0), timePeriod);
    return [rising.over(rising.plus(falling)).times(100)];
  },
};

class ImiStream extends FullRowStream {
  private readonly rising: WindowSum;
  private readonly falling: WindowSum;
  private readonly period: number;
  private rows = 0;

  constructor(timePeriod: number) {
    super();
    this.rising = new WindowSum(timePeriod);
    this.falling = new WindowSum(timePeriod);
    this.period = timePeriod;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const body = row[1]! - row[0]!;
    const rising = this.rising.push(Math.max(body, 0));
    const falling = this.falling.push(Math.max(-body, 0));
    out[0] = ++this.rows < this.period ? NaN : 100 * (rising / (rising + falling));
  }
}
