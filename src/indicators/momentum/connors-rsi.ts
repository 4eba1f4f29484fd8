import type { Convention } from '../convention';
import { ratio } from '../graph/blocks';
import { changeStrength } from '../graph/kernels';
import { streak as streakOf } from '../graph/oscillator-kernels';
import type { Series } from '../graph/series';
import { countAtMost } from '../graph/statistic-kernels';
import type { Indicator } from '../indicator';
import { REAL, VALUE } from '../outputs';
import { checkParameters, period } from '../parameters';
import { quotient } from '../primitives/quotient';
import { relativeStrength, SmoothedChanges } from '../primitives/smoothed-changes';
import { SortedWindow } from '../primitives/sorted-window';
import { BlankedStream } from '../primitives/blanked-stream';

/**
 * Connors RSI: mean of a short RSI of the series, an RSI of the length of its streaks, and the rank of the
 * last change among those before it.
 *
 * @param real          any unit, oldest first
 * @param timePeriod    bars of the RSI, integer in `[2, 100000]`, 3 when omitted
 * @param streakPeriod  bars of the RSI of the streak, integer in `[2, 100000]`, 2 when omitted
 * @param rankPeriod    earlier changes that the last one is ranked among, integer in `[1, 100000]`, 100 when
 *                      omitted
 * @returns             0 to 100 (no unit); the longest of `timePeriod`, `streakPeriod` and `rankPeriod + 1`
 *                      rows are NaN (warm-up)
 *
 * The streak counts rises in a row upward from 0 and falls downward; an unchanged row sets it to 0. The rank
 * is the share of the `rankPeriod` changes before the last one that are less than it. A row after one of 0
 * counts as unchanged in the rank; an RSI without movement is 0, as in `rsi`. Leading NaN are skipped:
 * warm-up begins at the first number. A later NaN makes every later row NaN. A row costs O(log rankPeriod).
 *
 * Convention: Connors' by default. TradingView's rank counts equal changes too, its streak begins at -1, and
 * its RSI is 100 where there are no falls.
 *
 * @throws BacktabError `parameter_out_of_range` | `length_mismatch`
 * @see Connors, Alvarez and Radtke, An Introduction to ConnorsRSI, 2012
 * @see tests/golden/beyond/connors_rsi.json, tests/golden/tradingview/connors_rsi.json
 */
export const connorsRsi: Indicator = {
  name: 'connors_rsi',
  title: 'Connors RSI',
  group: 'momentum',
  pane: 'own',
  summary: 'Mean of a short RSI, an RSI of the streak, and the rank of the last change.',
  inputs: REAL,
  params: [period('timePeriod', 2, 3), period('streakPeriod', 2, 2), period('rankPeriod', 1, 100)],
  outputs: VALUE,
  unstable: false,
  lookback,
  stream(params) {
    checkParameters(connorsRsi.params, params);
    return new ConnorsRsiStream(params, 'talib');
  },
  graph: (inputs, params) => composed(inputs, params, 'talib'),
  tradingview: {
    lookback,
    stream(params) {
      checkParameters(connorsRsi.params, params);
      return new ConnorsRsiStream(params, 'tradingview');
    },
    graph: (inputs, params) => composed(inputs, params, 'tradingview'),
  },
};

function composed(
  [x]: readonly Series[],
  [time = NaN, streakPeriod = NaN, rankPeriod = NaN]: readonly number[],
  convention: Convention,
): readonly Series[] {
  const isTradingView = convention === 'tradingview';
  const strength = (y: Series, length: number): Series => changeStrength(y, length, convention);
  const change = ratio(x!.change(), x!.lag(1));
  const counted = isTradingView
    ? countAtMost(change, rankPeriod)
    : countAtMost(change.negated(), rankPeriod).negated().plus(rankPeriod);
  return [
    strength(x!, time)
      .plus(strength(streakOf(x!, isTradingView ? -1 : 0), streakPeriod))
      .plus(counted.times(100 / rankPeriod))
      .over(3),
  ];
}

function lookback([time = NaN, streak = NaN, rank = NaN]: readonly number[]): number {
  return Math.max(time, streak, rank + 1);
}

class ConnorsRsiStream extends BlankedStream {
  private readonly changes: SmoothedChanges;
  private readonly streaks: SmoothedChanges;
  /** Changes; by default with their signs turned, so that those not less than a change are at most its opposite. */
  private readonly earlier: SortedWindow;
  private readonly rankPeriod: number;
  private readonly isTradingView: boolean;
  private previous = NaN;
  private streak = 0;

  constructor(params: readonly number[], convention: Convention) {
    super(lookback(params));
    const [time = NaN, streak = NaN, rank = NaN] = params;
    this.changes = new SmoothedChanges(time);
    this.streaks = new SmoothedChanges(streak);
    this.earlier = new SortedWindow(rank);
    this.rankPeriod = rank;
    this.isTradingView = convention === 'tradingview';
  }

  protected override compute(row: Float64Array, out: Float64Array, today: number): void {
    const x = row[0]!;
    const change = x - this.previous;
    this.streak = this.isTradingView && today === 0 ? -1 : continued(this.streak, change);
    this.changes.push(x);
    this.streaks.push(this.streak);
    const rank = today === 0 ? NaN : this.rank(quotient(change, this.previous));
    this.previous = x;
    const convention = this.isTradingView ? 'tradingview' : 'talib';
    const strength = relativeStrength(this.changes, convention);
    out[0] = (strength + relativeStrength(this.streaks, convention) + rank) / 3;
  }

  private rank(change: number): number {
    const counted = this.isTradingView
      ? this.earlier.countAtMost(change)
      : this.rankPeriod - this.earlier.countAtMost(-change);
    this.earlier.push(this.isTradingView ? change : -change);
    return (100 * counted) / this.rankPeriod;
  }
}

/** A streak after the next change. */
function continued(streak: number, change: number): number {
  if (change > 0) return Math.max(streak, 0) + 1;
  return change < 0 ? Math.min(streak, 0) - 1 : 0;
}
