import { isNearZero as isZero, trueRange as rangeOf, widerSum } from '../graph/blocks';
import { windowSum } from '../graph/kernels';
import type { Series } from '../graph/series';
import type { Indicator } from '../indicator';
import { prices, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { FullRowStream } from '../primitives/full-row-stream';
import { isNearZero } from '../primitives/near-zero';
import { trueRange } from '../primitives/true-range';
import { WindowSum } from '../primitives/window-sum';

/**
 * Ultimate Oscillator: buying pressure (close above the true low) as a share of the true range over three
 * windows, the short one weighing 4, the middle one 2 and the long one 1.
 *
 * @param high         quote currency per unit, oldest first; `low` and `close` alike
 * @param timePeriod1  bars of a window, integer in `[1, 100000]`, 7 when omitted
 * @param timePeriod2  bars of a window, integer in `[1, 100000]`, 14 when omitted
 * @param timePeriod3  bars of a window, integer in `[1, 100000]`, 28 when omitted
 * @returns            percent, 0 to 100; rows before the longest of the periods are NaN (warm-up)
 *
 * As in TA-Lib: the periods may come in any order, the shortest one weighs most; a window whose true range
 * is below 1e-14 counts 0. Leading rows with a NaN are skipped: warm-up begins at the first full row. A
 * later NaN makes the rows NaN whose longest window holds it or the change from it. No drift: a value
 * depends on at most twice the rows of the longest window.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Williams, The Ultimate Oscillator, Technical Analysis of Stocks and Commodities, 1985
 * @see TA-Lib 0.7.1 `TA_ULTOSC` (tests/golden/talib/ultosc.json)
 */
export const ultosc: Indicator = {
  name: 'ultosc',
  title: 'Ultimate Oscillator',
  group: 'momentum',
  pane: 'own',
  summary: 'Buying pressure over three windows, 0 to 100.',
  inputs: prices('high', 'low', 'close'),
  params: [period('timePeriod1', 1, 7), period('timePeriod2', 1, 14), period('timePeriod3', 1, 28)],
  outputs: VALUE,
  unstable: false,
  lookback: (params) => Math.max(...params),
  stream(params) {
    checkParameters(ultosc.params, params);
    return new UltoscStream(params.toSorted((a, b) => a - b));
  },
  graph([high, low, close], periods) {
    const lengths = periods.toSorted((a, b) => a - b);
    const pressures = windowSums(close!.minus(low!.min(close!.lag(1))), lengths);
    const ranges = windowSums(rangeOf(high!, low!, close!), lengths);
    const hasNone = ranges.map((range) => isZero(range));
    const [pressure, laterPressure, lastPressure] = pressures.map((sum, k) => hasNone[k]!.pick(0, sum));
    const [range, laterRange, lastRange] = ranges.map((sum, k) => hasNone[k]!.pick(1, sum));
    // Two shares over one divisor: divisions are what takes time here.
    const both = pressure!
      .times(laterRange!)
      .times(400 / 7)
      .plus(laterPressure!.times(range!).times(200 / 7))
      .over(range!.times(laterRange!));
    return [both.plus(lastPressure!.times(100 / 7).over(lastRange!))];
  },
};

/** Sums of the last rows for each of three lengths, in order. */
function windowSums(x: Series, [short = NaN, middle = NaN, long = NaN]: readonly number[]): Series[] {
  const first = windowSum(x, short);
  const second = widerSum(x, first, short, middle);
  return [first, second, widerSum(x, second, middle, long)];
}

class UltoscStream extends FullRowStream {
  private readonly short: PressureWindow;
  private readonly middle: PressureWindow;
  private readonly long: PressureWindow;
  private readonly lookback: number;
  private previousClose = NaN;
  private rows = 0;

  constructor([short = NaN, middle = NaN, long = NaN]: readonly number[]) {
    super();
    this.short = new PressureWindow(short);
    this.middle = new PressureWindow(middle);
    this.long = new PressureWindow(long);
    this.lookback = long;
  }

  protected override take(row: Float64Array, out: Float64Array): void {
    const high = row[0]!;
    const low = row[1]!;
    const close = row[2]!;
    const previous = this.previousClose;
    this.previousClose = close;
    const isFirst = this.rows++ === 0;
    if (isFirst) {
      out[0] = NaN;
      return;
    }
    const pressure = close - Math.min(low, previous);
    const range = trueRange(high, low, previous);
    const short = this.short.push(pressure, range);
    const middle = this.middle.push(pressure, range);
    const long = this.long.push(pressure, range);
    out[0] = this.rows <= this.lookback ? NaN : (100 * (4 * short + 2 * middle + long)) / 7;
  }
}

/** Buying pressure as a share of the true range over a window. */
class PressureWindow {
  private readonly pressures: WindowSum;
  private readonly ranges: WindowSum;

  constructor(length: number) {
    this.pressures = new WindowSum(length);
    this.ranges = new WindowSum(length);
  }

  push(pressure: number, range: number): number {
    const sum = this.pressures.push(pressure);
    const whole = this.ranges.push(range);
    return isNearZero(whole) ? 0 : sum / whole;
  }
}
