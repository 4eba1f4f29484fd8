import { sliceBars } from '../../core/bars';
import type { Column } from '../../core/column';
import type { OrderRequest } from '../../core/order';
import type { Strategy } from '../../core/strategy';
import { simulate } from '../../engine/simulate';
import { returns } from '../../metrics/returns';
import { planStrategy, type ColumnStore } from '../../script/evaluate';
import type { CellSetup } from '../cell-run';
import { columnsFor } from '../columns-for';
import { swept } from './trial-run';

/**
 * Runs a setting exactly on a window alone: flat at the close of bar `from`, closed at that of bar `to`.
 *
 * @returns  `f64[to - from]`, simple return per bar after bar `from`
 */
export type WindowRunner = (cell: readonly number[], from: number, to: number) => Column;

const NO_ORDERS: readonly OrderRequest[] = Object.freeze([]);

/**
 * An exact runner of windows. Indicators are warm at the start of a window, as those of a trader are who watched the bars
 * before; orders are possible from the close of its first bar on.
 *
 * @param columns  store of all bars; the engine sees those up to the end of the window only
 */
export function windowRunner(setup: CellSetup, columns: ColumnStore = columnsFor(setup)): WindowRunner {
  const { plan, names, bars, parameters } = setup;
  const settings = { ...plan.settings, ...setup.settings, closeAtEnd: 'yes' as const };
  return (cell, from, to) => {
    const strategy = planStrategy(plan, { ...parameters, ...swept(names, cell) }, columns);
    const run = simulate({
      bars: sliceBars(bars, 0, to + 1),
      strategy: mutedBefore(strategy, from),
      settings,
    });
    return returns(run.series.equity.subarray(from));
  };
}

/** A strategy that sees all bars and asks for nothing before bar `from`. */
export function mutedBefore(strategy: Strategy, from: number): Strategy {
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
