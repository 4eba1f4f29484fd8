import { sliceBars } from '../../core/bars';
import type { Column } from '../../core/column';
import type { OrderRequest } from '../../core/order';
import type { Strategy } from '../../core/strategy';
import { simulate, type Simulation } from '../../engine/simulate';
import { returns } from '../../metrics/returns';
import { planStrategy, type ColumnStore } from '../../script/evaluate';
import type { CellSetup } from '../cell-run';
import { columnsFor } from '../columns-for';
import { swept } from './trial-run';

/**
 * With which position a window begins: the one that the setting has there (`taken over`), or none, as if the script were
 * started anew (`flat`).
 */
export type WindowStart = 'taken over' | 'flat';

/** A setting on a window of bars. */
export interface WindowRun {
  /** `f64[to - from]`, simple return per bar after bar `from`. */
  readonly returns: Column;
  /** Position value over equity at the close of the first and of the last bar, signed fractions. */
  readonly exposureBefore: number;
  readonly exposureAfter: number;
  /** Fees and slippage over the value traded, mean of the run up to its end; 0 without a fill. */
  readonly costRate: number;
}

/** Runs a setting exactly on the bars from the close of bar `from` to that of bar `to`. */
export type WindowRunner = (
  cell: readonly number[],
  from: number,
  to: number,
  start: WindowStart,
) => WindowRun;

const NO_ORDERS: readonly OrderRequest[] = Object.freeze([]);

/**
 * An exact runner of windows. The engine runs from the first bar to the end of the window, so that indicators are warm;
 * where the window begins flat, no order is possible before its first close, and what is open at its end is closed.
 *
 * @param columns  store of all bars; the engine sees those up to the end of the window only
 */
export function windowRunner(setup: CellSetup, columns: ColumnStore = columnsFor(setup)): WindowRunner {
  const { plan, names, bars, parameters } = setup;
  return (cell, from, to, start) => {
    const strategy = planStrategy(plan, { ...parameters, ...swept(names, cell) }, columns);
    const isFlat = start === 'flat';
    const run = simulate({
      bars: sliceBars(bars, 0, to + 1),
      strategy: isFlat ? mutedBefore(strategy, from) : strategy,
      settings: { ...plan.settings, ...setup.settings, ...(isFlat ? { closeAtEnd: 'yes' } : {}) },
    });
    const { equity, exposure } = run.series;
    return {
      returns: returns(equity.subarray(from)),
      exposureBefore: exposure[from]!,
      exposureAfter: exposure[to]!,
      costRate: costRateOf(run),
    };
  };
}

function costRateOf({ fills }: Simulation): number {
  let value = 0;
  let paid = 0;
  for (const { quantity, price, rate, fee, slippage } of fills) {
    value += quantity * price * rate;
    paid += fee + slippage;
  }
  return value > 0 ? paid / value : 0;
}

/** A strategy that sees all bars and asks for nothing before bar `from`. */
function mutedBefore(strategy: Strategy, from: number): Strategy {
  return {
    name: strategy.name,
    onStart: () => strategy.onStart?.(),
    onBar(bar, index, account) {
      const requests = strategy.onBar(bar, index, account);
      return index < from ? NO_ORDERS : requests;
    },
    onFill: (fill) => strategy.onFill?.(fill),
    onStop: () => strategy.onStop?.(),
  };
}
