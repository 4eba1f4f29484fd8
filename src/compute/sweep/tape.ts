import type { TwoAverageSweep } from '../../core/backend';
import type { Column } from '../../core/column';
import { isPrice, isTradable } from '../../research/two-average-sweep';
import { BracketSearch } from './bracket-search';

/** What every lane of a sweep meets on its bars, decided once in f64. Columns of one row per bar. */
export interface Tape {
  /** Opening price; NaN on a bar that is not traded on. */
  readonly open: Column;
  /** Last close that was a price; 0 before the first. */
  readonly mark: Column;
  /** Close at which an entry may be asked for; NaN where it would be refused. */
  readonly ask: Column;
  /** Bar on which the bracket of an entry asked for here sells, if nothing else did; -1 for never. */
  readonly bracketBar: Column;
  /** Price of that sale, slippage included; NaN for never. */
  readonly bracketPrice: Column;
}

/**
 * Prepares a sweep for kernels. Stops, targets and what a bar does to them do not depend on the
 * lane, so they are resolved here, with the comparisons of the twin, and lanes only look up a bar number.
 *
 * @param sweep  checked (`checkSweep`)
 */
export function tapeOf(sweep: TwoAverageSweep): Tape {
  const bars = sweep.close.length;
  const column = (value: number): Column => new Float64Array(bars).fill(value);
  const tape = {
    open: column(NaN),
    mark: column(0),
    ask: column(NaN),
    bracketBar: column(-1),
    bracketPrice: column(NaN),
  };
  let mark = 0;
  for (let i = 0; i < bars; i++) {
    const close = sweep.close[i]!;
    if (isPrice(close)) mark = close;
    tape.mark[i] = mark;
    if (!isTradable(sweep, i)) continue;
    tape.open[i] = sweep.open[i]!;
    const isRefused = (sweep.stop?.[i] ?? NaN) > close || (sweep.target?.[i] ?? NaN) < close;
    if (!isRefused) tape.ask[i] = close;
  }
  if (sweep.stop || sweep.target) resolveBrackets(sweep, tape);
  return tape;
}

function resolveBrackets(sweep: TwoAverageSweep, tape: Tape): void {
  const search = new BracketSearch(sweep.high.length, (i) => {
    const open = tape.open[i]!;
    if (Number.isNaN(open)) return [Infinity, -Infinity];
    return [Math.min(open, sweep.low[i]!), Math.max(open, sweep.high[i]!)];
  });
  for (let i = 0; i < tape.open.length; i++) {
    if (Number.isNaN(tape.ask[i]!)) continue;
    const stop = sweep.stop?.[i] ?? NaN;
    const target = sweep.target?.[i] ?? NaN;
    const bar = search.firstReach(i + 1, stop, target);
    if (bar < 0) continue;
    tape.bracketBar[i] = bar;
    tape.bracketPrice[i] = bracketPrice(sweep, bar, stop, target);
  }
}

/** Price at which a bar that reaches the bracket sells: the twin's order of comparisons. */
function bracketPrice(sweep: TwoAverageSweep, bar: number, stop: number, target: number): number {
  const open = sweep.open[bar]!;
  const sellSlippage = 1 - sweep.slippageRate;
  if (open <= stop) return open * sellSlippage;
  if (open >= target) return open;
  return sweep.low[bar]! <= stop ? stop * sellSlippage : target;
}
