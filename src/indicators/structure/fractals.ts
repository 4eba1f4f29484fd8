import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, period } from '../parameters';
import { SwingStream } from './swing-stream';
import { swingLevel } from '../graph/structure-kernels';

/**
 * Williams fractals: the last high that stands above some bars on either side, and the last low that lies
 * below them. Given from the bar on that confirms it; never repaints.
 *
 * @param high        quote currency per unit, oldest first; `low` alike
 * @param sideBars    bars on either side, integer in `[1, 100000]`, 2 when omitted (Williams' five-bar pattern)
 * @returns           `up` and `down`, levels of the last fractal high and low in quote currency per unit; rows
 *                    `0 .. 2 sideBars - 1` are NaN (warm-up)
 *
 * The middle bar must be strictly beyond all others. Before the first fractal, `up` is the highest high and
 * `down` the lowest low so far. A fractal lies `sideBars` bars before the bar that confirms it. Leading rows
 * with a NaN are skipped. A later NaN makes no fractal while it is among the bars that count.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Williams, Trading Chaos, 1995
 */
export const fractals: Indicator = {
  name: 'fractals',
  title: 'Williams Fractals',
  group: 'structure',
  pane: 'price',
  summary: 'Last high and low that stand out from the bars on either side.',
  inputs: prices('high', 'low'),
  params: [period('sideBars', 1, 2)],
  outputs: [
    { name: 'up', kind: 'real', style: 'upper' },
    { name: 'down', kind: 'real', style: 'lower' },
  ],
  unstable: false,
  lookback: ([sideBars = NaN]) => 2 * sideBars,
  graph: ([high, low], [sideBars = NaN]) => [
    swingLevel(high!, 'max', sideBars, sideBars),
    swingLevel(low!, 'min', sideBars, sideBars),
  ],
  stream(params) {
    checkParameters(fractals.params, params);
    const [sideBars = NaN] = params;
    return new SwingStream(sideBars, sideBars);
  },
};
