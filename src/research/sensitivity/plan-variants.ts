import { sliceBars } from '../../core/bars';
import type { RunSettings } from '../../core/run';
import { simulate } from '../../engine/simulate';
import { measure } from '../../metrics/measure';
import { planStrategy, type ColumnStore, type ParameterValues } from '../../script/evaluate';
import type { Plan } from '../../script/plan';
import { columnsFor, type TimedSetup } from '../columns-for';
import type { RunVariant } from './shape';

/** The run whose variants are run. */
export interface VariantSetup extends TimedSetup {
  readonly plan: Plan;
  readonly parameters: ParameterValues;
  /** Settings that replace the script's. */
  readonly settings?: Partial<RunSettings>;
}

/**
 * A runner of variants of a script's run. Variants on all bars share their indicators.
 *
 * @param setup    the run
 * @param columns  store of its bars; a fresh one when omitted
 * @returns        a pure function of the variant; it throws what `simulate` does
 */
export function planVariants(setup: VariantSetup, columns: ColumnStore = columnsFor(setup)): RunVariant {
  const { plan, parameters, instrument } = setup;
  return ({ settings, from = 0, wrap = (strategy) => strategy }) => {
    const bars = from === 0 ? setup.bars : sliceBars(setup.bars, from, setup.bars.time.length);
    const store = from === 0 ? columns : columnsFor(setup, bars);
    const run = simulate({
      bars,
      strategy: wrap(planStrategy(plan, parameters, store)),
      settings: { ...plan.settings, ...setup.settings, ...settings },
    });
    const { cagr, sharpe, totalReturn, maxDrawdown, profitFactor, trades, costs } = measure(
      run,
      instrument.barsPerYear,
    );
    return { cagr, sharpe, totalReturn, maxDrawdown, profitFactor, trades, costs };
  };
}
