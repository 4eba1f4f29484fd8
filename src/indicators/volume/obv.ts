import { accumulation, onBalanceVolume } from '../graph/kernels';
import { begunWith } from '../graph/smoothing-kernels';
import type { Indicator } from '../indicator';
import { prices, REAL, VALUE } from '../outputs';
import { checkParameters } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';

/**
 * On Balance Volume: running sum of volume, added on a rise of the series and taken away on a fall.
 *
 * @param real    any unit, oldest first
 * @param volume  units traded
 * @returns       units of `volume`, from the first row on, no warm-up
 *
 * The first row is its own volume, as in TA-Lib. Leading rows with a NaN are skipped: the sum begins at the
 * first full row. A later NaN makes every later row NaN.
 *
 * Convention: TA-Lib's by default. TradingView's starts from 0: its first row adds nothing.
 *
 * @throws BacktabError `length_mismatch`
 * @see Granville, New Key to Stock Market Profits, 1963
 * @see TA-Lib 0.7.1 `TA_OBV` (tests/golden/talib/obv.json)
 * @see TradingView, Pine Script reference manual v6, `ta.obv` (tests/golden/tradingview/obv.json)
 */
export const obv: Indicator = {
  name: 'obv',
  title: 'On Balance Volume',
  group: 'volume',
  pane: 'own',
  summary: 'Running sum of volume, added on rises, taken away on falls.',
  inputs: [...REAL, ...prices('volume')],
  params: [],
  outputs: VALUE,
  unstable: false,
  lookback: () => 0,
  stream(params) {
    checkParameters(obv.params, params);
    return new ObvStream(-Infinity);
  },
  graph: ([real, volume]) => [onBalanceVolume(real!, volume!)],
  tradingview: {
    lookback: () => 0,
    stream(params) {
      checkParameters(obv.params, params);
      return new ObvStream(null);
    },
    graph([real, volume]) {
      const before = real!.lag(1);
      const signed = real!.above(before).pick(volume!, real!.below(before).pick(volume!.negated(), 0));
      return [accumulation(begunWith(0, signed))];
    },
  },
};

class ObvStream extends FullRowStream {
  private value = 0;
  /** null until the first row, where that adds nothing. */
  private previous: number | null;

  /** @param before  what the first row is compared with */
  constructor(before: number | null) {
    super();
    this.previous = before;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const x = row[0]!;
    if (this.previous !== null) this.value += direction(x, this.previous) * row[1]!;
    this.previous = x;
    out[0] = this.value;
  }
}

function direction(x: number, previous: number): number {
  if (x > previous) return 1;
  if (x < previous) return -1;
  return x === previous ? 0 : NaN;
}
