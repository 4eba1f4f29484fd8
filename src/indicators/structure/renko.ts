import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, real } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { BRICK_OUTPUTS, BrickChart } from './brick-chart';
import { series } from '../graph/series';
import { brickChart } from '../graph/structure-kernels';

/**
 * Renko chart of closes: its last brick at each bar, and how many bricks the bar added.
 *
 * @param close      quote currency per unit, oldest first
 * @param brickSize  height of a brick in quote currency per unit, in `[1e-9, 1e9]`, 1 when omitted
 * @returns          `open` and `close` of the last brick in quote currency per unit, its `direction` (1 rising,
 *                   -1 falling, 0 while there is none), and `bricks` added by the bar (>= 0); no warm-up
 *
 * The grid begins at the first close, where `open` and `close` stay until the first brick. A brick is added
 * when a close is a whole brick beyond the last one, so a turn takes two bricks from its end; a close may add
 * many. Bricks never change afterwards. A close within 1e-12 of itself from a line has reached it. A close
 * that is NaN or infinite is left out: its row is NaN, and the chart stays as it was.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Nison, Beyond Candlesticks, 1994
 */
export const renko: Indicator = {
  name: 'renko',
  title: 'Renko',
  group: 'structure',
  pane: 'price',
  summary: 'Last brick of a chart of equal price moves, and the bricks that a bar adds.',
  inputs: prices('close'),
  params: [real('brickSize', 1, { min: 1e-9, max: 1e9 })],
  outputs: BRICK_OUTPUTS,
  unstable: false,
  lookback: () => 0,
  graph: ([close], [brickSize = NaN]) => brickChart(close!, series(close!.graph, brickSize)),
  stream(params) {
    checkParameters(renko.params, params);
    const [brickSize = NaN] = params;
    return new RenkoStream(brickSize);
  },
};

class RenkoStream extends FullRowStream {
  private readonly size: number;
  /** Without a direction and a base of NaN until the first finite close. */
  private chart = new BrickChart(NaN, 1);
  private hasChart = false;

  constructor(brickSize: number) {
    super();
    this.size = brickSize;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const close = row[0]!;
    if (!Number.isFinite(close)) {
      out.fill(NaN);
      return;
    }
    if (!this.hasChart) {
      this.chart = new BrickChart(close, this.size);
      this.hasChart = true;
    }
    const { chart } = this;
    chart.push(close);
    out[0] = chart.open;
    out[1] = chart.close;
    out[2] = chart.direction;
    out[3] = chart.added;
  }
}
