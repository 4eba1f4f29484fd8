import type { Column } from '../../core/column';
import type { Trade } from '../../core/order';
import { simulate } from '../../engine/simulate';
import { measure } from '../../metrics/measure';
import { returns } from '../../metrics/returns';
import { planStrategy, type ColumnStore } from '../../script/evaluate';
import { profileOf, type CellSetup, type CurveProfile } from '../cell-run';
import { columnsFor } from '../columns-for';
import { laneCell, laneReason, runLaneOf } from '../lane-runner';
import type { SweepCell } from '../outcome';

/** A setting run exactly on all bars, with what validation needs of it. */
export interface TrialRun {
  readonly metrics: SweepCell['metrics'];
  readonly profile: CurveProfile;
  /** `f64[n - 1]`, simple return per bar; row `i` leads from the close of bar `i` to that of bar `i + 1`. */
  readonly returns: Column;
  /** First and last row of returns that each trade touches, by turns, in order of entry. */
  readonly spans: Int32Array<ArrayBuffer>;
}

/** Runs a setting, the values of the axes, on all bars. */
export type RunTrial = (cell: readonly number[]) => TrialRun;

/**
 * Runs settings by lanes where they know the script, which follow the engine to the bit, else by the engine. Settings
 * share their indicators through the store.
 *
 * @throws (when called) BacktabError `parameter_out_of_range` when an indicator refuses a value
 */
export function trialRunner(setup: CellSetup, columns: ColumnStore = columnsFor(setup)): RunTrial {
  if (laneReason(setup) !== null) return engineTrials(setup, columns);
  const byEngine = engineTrials(setup, columns);
  return (cell) => {
    const run = runLaneOf(setup, cell, columns);
    if (!run) return byEngine(cell);
    const perBar = returns(run.equity);
    return { ...laneCell(run, setup), returns: perBar, spans: roundSpans(run, perBar.length) };
  };
}

/** Runs settings by the whole engine, whatever the script. */
export function engineTrials(setup: CellSetup, columns: ColumnStore = columnsFor(setup)): RunTrial {
  const { plan, names, bars, instrument, parameters } = setup;
  return (cell) => {
    const strategy = planStrategy(plan, { ...parameters, ...swept(names, cell) }, columns);
    const run = simulate({ bars, strategy, settings: { ...plan.settings, ...setup.settings } });
    const measured = measure(run, instrument.barsPerYear);
    const { totalReturn, cagr, sharpe, maxDrawdown, trades, finalEquity } = measured;
    const perBar = returns(run.series.equity);
    return {
      metrics: { totalReturn, cagr, sharpe, maxDrawdown, trades, finalEquity },
      profile: profileOf(run.series.equity),
      returns: perBar,
      spans: tradeSpans(run.trades, perBar.length),
    };
  };
}

/** Values of the swept parameters by name. */
export const swept = (names: readonly string[], cell: readonly number[]): Record<string, number> =>
  Object.fromEntries(names.map((name, k) => [name, cell[k]!]));

/** Rows of returns that each trade touches; one that is open at the end touches the last. */
export function tradeSpans(trades: readonly Trade[], rows: number): Int32Array<ArrayBuffer> {
  const ordered = trades.toSorted((a, b) => a.entryBar - b.entryBar);
  const spans = new Int32Array(2 * ordered.length);
  ordered.forEach(({ entryBar, exitBar }, k) => writeSpan(spans, k, entryBar, exitBar, rows));
  return spans;
}

/** The same of a lane, whose round trips come one after the other. */
function roundSpans(
  { rounds, openSince }: { readonly rounds: readonly number[]; readonly openSince: number },
  rows: number,
): Int32Array<ArrayBuffer> {
  const ended = rounds.length / 2;
  const spans = new Int32Array(rounds.length + (Number.isNaN(openSince) ? 0 : 2));
  for (let k = 0; k < ended; k++) writeSpan(spans, k, rounds[2 * k]!, rounds[2 * k + 1]!, rows);
  if (!Number.isNaN(openSince)) writeSpan(spans, ended, openSince, NaN, rows);
  return spans;
}

function writeSpan(spans: Int32Array, k: number, entryBar: number, exitBar: number, rows: number): void {
  spans[2 * k] = Math.max(0, entryBar - 1);
  spans[2 * k + 1] = Number.isNaN(exitBar) ? rows - 1 : Math.max(0, exitBar - 1);
}
