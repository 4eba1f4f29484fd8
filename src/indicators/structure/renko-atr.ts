import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, period } from '../parameters';
import { AverageTrueRange } from '../primitives/average-true-range';
import { FullRowStream } from '../primitives/full-row-stream';
import { BRICK_OUTPUTS, BrickChart } from './brick-chart';
import { trueRange } from '../graph/blocks';
import { wilderAverage } from '../graph/kernels';
import { brickChart } from '../graph/structure-kernels';

/**
 * Renko chart of closes whose bricks are as high as the first average true range: its last brick at each bar,
 * and how many bricks the bar added.
 *
 * @param high        quote currency per unit, oldest first; `low` and `close` alike
 * @param timePeriod  bars of the average true range, integer in `[1, 100000]`, 14 when omitted
 * @returns           as of `renko`; rows `0 .. timePeriod - 1` are NaN (warm-up)
 *
 * The height is the average true range where it is first known and above 0, and stays: charts that take the
 * newest one draw their past anew with each bar. The grid begins at the close of that bar; until then `open`
 * and `close` are the close and there are no bricks. Bars with a price that is NaN or infinite are left out:
 * their rows are NaN, and the chart stays as it was.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Nison, Beyond Candlesticks, 1994; Wilder, New Concepts in Technical Trading Systems, 1978
 */
export const renkoAtr: Indicator = {
  name: 'renko_atr',
  title: 'Renko of ATR Bricks',
  group: 'structure',
  pane: 'price',
  summary: 'Renko chart whose bricks are one average true range high.',
  inputs: prices('high', 'low', 'close'),
  params: [period('timePeriod', 1, 14)],
  outputs: BRICK_OUTPUTS,
  unstable: false,
  lookback: ([timePeriod = NaN]) => timePeriod,
  graph([high, low, close], [timePeriod = NaN]) {
    const range = wilderAverage(trueRange(high!, low!, close!), timePeriod);
    return brickChart(close!, range);
  },
  stream(params) {
    checkParameters(renkoAtr.params, params);
    const [timePeriod = NaN] = params;
    return new RenkoAtrStream(timePeriod);
  },
};

class RenkoAtrStream extends FullRowStream {
  private readonly range: AverageTrueRange;
  private chart = new BrickChart(NaN, 1);
  private size = 0;
  /** Bars left out do not count. */
  private missing: number;

  constructor(timePeriod: number) {
    super();
    this.range = new AverageTrueRange(timePeriod);
    this.missing = timePeriod;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const close = row[2]!;
    if (!row.every(Number.isFinite)) {
      out.fill(NaN);
      return;
    }
    if (this.size === 0) this.begin(this.range.push(row[0]!, row[1]!, close), close);
    else this.chart.push(close);
    if (this.missing > 0) {
      this.missing--;
      out.fill(NaN);
      return;
    }
    this.write(close, out);
  }

  private begin(range: number, close: number): void {
    if (!(range > 0 && range < Infinity)) return;
    this.size = range;
    this.chart = new BrickChart(close, range);
  }

  private write(close: number, out: Float64Array): void {
    const { chart, size } = this;
    out[0] = size === 0 ? close : chart.open;
    out[1] = size === 0 ? close : chart.close;
    out[2] = chart.direction;
    out[3] = chart.added;
  }
}
