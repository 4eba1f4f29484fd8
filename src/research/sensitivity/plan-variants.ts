import { sliceBars, type Bars } from '../../core/bars';
import type { Instrument } from '../../core/dataset';
import type { RunSettings } from '../../core/run';
import { simulate } from '../../engine/simulate';
import { measure } from '../../metrics/measure';
import { ColumnStore, planStrategy, type ParameterValues } from '../../script/evaluate';
import type { Plan } from '../../script/plan';
import type { RunVariant } from './shape';

/** The run whose variants are run. */
export interface VariantSetup {
  readonly plan: Plan;
  readonly parameters: ParameterValues;
  readonly bars: Bars;
  readonly instrument: Instrument;
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
export function planVariants(
  setup: VariantSetup,
  columns: ColumnStore = new ColumnStore(setup.bars),
): RunVariant {
  const { plan, parameters, instrument } = setup;
  return ({ settings, from = 0, wrap = (strategy) => strategy }) => {
    const bars = from === 0 ? setup.bars : sliceBars(setup.bars, from, setup.bars.time.length);
    const store = from === 0 ? columns : new ColumnStore(bars);
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
