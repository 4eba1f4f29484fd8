import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, period } from '../parameters';
import { SwingStream } from './swing-stream';
import { swingLevel } from '../graph/structure-kernels';

/**
 * Swing points: the last high above some bars before and some bars after it, and the last low below them; also
 * called pivot highs and lows. Given from the bar on that confirms it; never repaints.
 *
 * @param high       quote currency per unit, oldest first; `low` alike
 * @param leftBars   bars before, integer in `[1, 100000]`, 10 when omitted
 * @param rightBars  bars after, integer in `[1, 100000]`, 10 when omitted
 * @returns          `high` and `low`, levels of the last swing high and low in quote currency per unit; rows
 *                   `0 .. leftBars + rightBars - 1` are NaN (warm-up)
 *
 * The swing bar must be strictly beyond all others. Before the first swing, `high` is the highest high and
 * `low` the lowest low so far. A swing lies `rightBars` bars before the bar that confirms it. Leading rows with
 * a NaN are skipped. A later NaN makes no swing while it is among the bars that count.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see TradingView, Pine Script reference manual v6, `ta.pivothigh` and `ta.pivotlow`
 */
export const swingPoints: Indicator = {
  name: 'swing_points',
  title: 'Swing Highs and Lows',
  group: 'structure',
  pane: 'price',
  summary: 'Last high and low beyond the bars before and after them.',
  inputs: prices('high', 'low'),
  params: [period('leftBars', 1, 10), period('rightBars', 1, 10)],
  outputs: [
    { name: 'high', kind: 'real', style: 'upper' },
    { name: 'low', kind: 'real', style: 'lower' },
  ],
  unstable: false,
  lookback: ([leftBars = NaN, rightBars = NaN]) => leftBars + rightBars,
  graph: ([high, low], [leftBars = NaN, rightBars = NaN]) => [
    swingLevel(high!, 'max', leftBars, rightBars),
    swingLevel(low!, 'min', leftBars, rightBars),
  ],
  stream(params) {
    checkParameters(swingPoints.params, params);
    const [leftBars = NaN, rightBars = NaN] = params;
    return new SwingStream(leftBars, rightBars);
  },
};
