import type { Indicator } from '../indicator';
import { prices, REAL, VALUE } from '../outputs';
import { checkParameters } from '../parameters';
import { volumeIndex, VolumeIndexStream } from './volume-index-stream';

/**
 * Positive Volume Index: the relative changes of the series on bars whose volume rose, as an index that
 * begins at 1,000.
 *
 * @param real    any unit, oldest first
 * @param volume  units traded
 * @returns       index points, 1,000 on the first row, no warm-up
 *
 * A row after one of 0 changes nothing. Leading rows with a NaN are skipped: the index begins at the first
 * full row. A later NaN makes every later row NaN.
 *
 * Convention: Fosback's by default. TradingView's begins at 1.
 *
 * @throws BacktabError `length_mismatch`
 * @see Dysart, 1936; Fosback, Stock Market Logic, 1976 (who compares it with its average of 255 bars)
 * @see TradingView, Pine Script reference manual v6, `ta.pvi`
 * @see tests/golden/beyond/pvi.json, tests/golden/tradingview/pvi.json
 */
export const pvi: Indicator = {
  name: 'pvi',
  title: 'Positive Volume Index',
  group: 'volume',
  pane: 'own',
  summary: 'Index of the changes of the price on bars whose volume rose.',
  inputs: [...REAL, ...prices('volume')],
  params: [],
  outputs: VALUE,
  unstable: false,
  lookback: () => 0,
  stream(params) {
    checkParameters(pvi.params, params);
    return new VolumeIndexStream('rising', 1000);
  },
  graph: ([real, volume]) => [volumeIndex(real!, volume!, 'rising', 1000)],
  tradingview: {
    lookback: () => 0,
    stream(params) {
      checkParameters(pvi.params, params);
      return new VolumeIndexStream('rising', 1);
    },
    graph: ([real, volume]) => [volumeIndex(real!, volume!, 'rising', 1)],
  },
};
