import { middleOfRange } from '../graph/price-blocks';
import type { Indicator } from '../indicator';
import { prices } from '../outputs';
import { checkParameters, MAX_PERIOD, period } from '../parameters';
import { Delay } from '../primitives/delay';
import { BlankedStream } from '../primitives/blanked-stream';
import { WindowRange } from '../primitives/window-range';

/**
 * Ichimoku Kinko Hyo: middles of three windows, two of them drawn ahead as the edges of a cloud, and the
 * close.
 *
 * @param high           quote currency per unit, oldest first; `low` and `close` alike
 * @param tenkanPeriod   bars of the conversion line, integer in `[1, 100000]`, 9 when omitted
 * @param kijunPeriod    bars of the base line, integer in `[1, 100000]`, 26 when omitted
 * @param senkouPeriod   bars of the slow edge of the cloud, integer in `[1, 100000]`, 52 when omitted
 * @param displacement   bars by which the cloud is drawn ahead, integer in `[0, 100000]`, 26 when omitted
 * @returns              `tenkan`, `kijun`, `senkouA`, `senkouB`, `chikou` in quote currency per unit; the
 *                       rows before the first with a whole cloud are NaN in all five (warm-up): the longest
 *                       period plus `displacement`, less one
 *
 * Nothing looks ahead. `senkouA` (middle of the two lines) and `senkouB` are what is drawn at a bar: the
 * values of `displacement` bars before. TradingView counts the bar itself: its 26 are 25 here. `chikou` is
 * the close; charts draw it `displacement` bars back, and a rule compares it with the price of that bar.
 * Leading rows with a NaN are skipped: warm-up begins at the first full row. A later NaN makes the rows NaN
 * whose windows hold it.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Hosoda (Ichimoku Sanjin), Ichimoku Kinko Hyo, 1969
 * @see Elliott, Ichimoku Charts, 2007
 * @see tests/golden/beyond/ichimoku.json
 */
export const ichimoku: Indicator = {
  name: 'ichimoku',
  title: 'Ichimoku Kinko Hyo',
  group: 'overlap',
  pane: 'price',
  summary: 'Middles of three windows, and a cloud of two of them drawn ahead.',
  inputs: prices('high', 'low', 'close'),
  params: [
    period('tenkanPeriod', 1, 9),
    period('kijunPeriod', 1, 26),
    period('senkouPeriod', 1, 52),
    { name: 'displacement', kind: 'integer', min: 0, max: MAX_PERIOD, default: 26 },
  ],
  outputs: [
    { name: 'tenkan', kind: 'real', style: 'line' },
    { name: 'kijun', kind: 'real', style: 'line' },
    { name: 'senkouA', kind: 'real', style: 'upper' },
    { name: 'senkouB', kind: 'real', style: 'lower' },
    { name: 'chikou', kind: 'real', style: 'dashed' },
  ],
  unstable: false,
  lookback: ([tenkan = NaN, kijun = NaN, senkou = NaN, displacement = NaN]) =>
    Math.max(tenkan, kijun, senkou) - 1 + displacement,
  stream: (params) => new IchimokuStream(params),
  graph([high, low, close], [fast = NaN, base = NaN, slow = NaN, displacement = NaN]) {
    const tenkan = middleOfRange(high!, low!, fast);
    const kijun = middleOfRange(high!, low!, base);
    const senkouA = tenkan.plus(kijun).over(2).lag(displacement);
    const senkouB = middleOfRange(high!, low!, slow).lag(displacement);
    return [tenkan, kijun, senkouA, senkouB, close!];
  },
};

class IchimokuStream extends BlankedStream {
  private readonly fast: WindowRange;
  private readonly base: WindowRange;
  private readonly slow: WindowRange;
  private readonly aheadA: Delay;
  private readonly aheadB: Delay;
  private readonly values = new Float64Array(5);

  constructor(params: readonly number[]) {
    checkParameters(ichimoku.params, params);
    super(ichimoku.lookback(params));
    const [tenkan = NaN, kijun = NaN, senkou = NaN, displacement = NaN] = params;
    this.fast = new WindowRange(tenkan);
    this.base = new WindowRange(kijun);
    this.slow = new WindowRange(senkou);
    this.aheadA = new Delay(displacement);
    this.aheadB = new Delay(displacement);
  }

  protected override compute(row: Float64Array, out: Float64Array): void {
    const tenkan = middleOf(this.fast, row);
    const kijun = middleOf(this.base, row);
    this.values[0] = tenkan;
    this.values[1] = kijun;
    this.values[2] = this.aheadA.push((tenkan + kijun) / 2);
    this.values[3] = this.aheadB.push(middleOf(this.slow, row));
    this.values[4] = row[2]!;
    out.set(this.values);
  }
}

function middleOf(range: WindowRange, row: Float64Array): number {
  range.push(row[0]!, row[1]!);
  return (range.highest + range.lowest) / 2;
}
