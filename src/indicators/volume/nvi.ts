import type { Indicator } from '../indicator';
import { prices, REAL, VALUE } from '../outputs';
import { checkParameters } from '../parameters';
import { volumeIndex, VolumeIndexStream } from './volume-index-stream';

/**
 * Negative Volume Index: the relative changes of the series on bars whose volume fell, as an index that
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
 * @see TradingView, Pine Script reference manual v6, `ta.nvi`
 * @see tests/golden/beyond/nvi.json, tests/golden/tradingview/nvi.json
 */
export const nvi: Indicator = {
  name: 'nvi',
  title: 'Negative Volume Index',
  group: 'volume',
  pane: 'own',
  summary: 'Index of the changes of the price on bars whose volume fell.',
  inputs: [...REAL, ...prices('volume')],
  params: [],
  outputs: VALUE,
  unstable: false,
  lookback: () => 0,
  stream(params) {
    checkParameters(nvi.params, params);
    return new VolumeIndexStream('falling', 1000);
  },
  graph: ([real, volume]) => [volumeIndex(real!, volume!, 'falling', 1000)],
  tradingview: {
    lookback: () => 0,
    stream(params) {
      checkParameters(nvi.params, params);
      return new VolumeIndexStream('falling', 1);
    },
    graph: ([real, volume]) => [volumeIndex(real!, volume!, 'falling', 1)],
  },
};
