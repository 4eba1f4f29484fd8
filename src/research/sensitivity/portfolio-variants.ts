import { sliceBars } from '../../core/bars';
import type { Column } from '../../core/column';
import type { ExchangeRate, Market } from '../../core/market';
import type { RunSettings } from '../../core/run';
import { simulatePortfolio } from '../../engine/simulate';
import { measure } from '../../metrics/measure';
import type { ParameterValues } from '../../script/evaluate';
import type { Plan } from '../../script/plan';
import { portfolioRules, type RuledMember } from '../portfolio-rules';
import type { RunVariant } from './shape';

/** The run over several instruments whose variants are run. */
export interface PortfolioVariantSetup {
  readonly plan: Plan;
  readonly parameters: ParameterValues;
  /** In the order of the run. */
  readonly markets: readonly Market[];
  /** The same instruments in the same order. */
  readonly members: readonly RuledMember[];
  readonly currency: string;
  readonly rates: Readonly<Record<string, ExchangeRate>>;
  readonly barsPerYear: number;
  /** `f64[n]`, Unix milliseconds of the run's rows, which `from` of a variant counts. */
  readonly time: Column;
  /** Of the run, those of its script included. */
  readonly settings: RunSettings;
}

/** Fewest bars of an instrument in a variant that starts later; one with fewer has no part in it. */
const LEAST_BARS = 2;

/**
 * A runner of variants of a portfolio run. Variants on all bars share their indicators.
 *
 * @returns  a pure function of the variant; it throws what `simulatePortfolio` does
 */
export function portfolioVariants(setup: PortfolioVariantSetup): RunVariant {
  const { plan, parameters, markets, members, currency, rates, barsPerYear, time } = setup;
  return ({ settings, from = 0, wrap = (strategy) => strategy }) => {
    const parts = from === 0 ? markets : markets.flatMap((market) => laterMarket(market, time[from]!));
    const ruled = from === 0 ? members : parts.flatMap((part) => laterMember(part, members));
    const run = simulatePortfolio({
      markets: parts,
      strategy: wrap(portfolioRules(plan, parameters, ruled).strategy),
      settings: { ...setup.settings, ...settings },
      currency,
      rates,
    });
    const { cagr, sharpe, totalReturn, maxDrawdown, profitFactor, trades, costs } = measure(run, barsPerYear);
    return { cagr, sharpe, totalReturn, maxDrawdown, profitFactor, trades, costs };
  };
}

function laterMarket(market: Market, start: number): readonly Market[] {
  const { time } = market.bars;
  const first = time.findIndex((at) => at >= start);
  if (first < 0 || time.length - first < LEAST_BARS) return [];
  return [{ ...market, bars: sliceBars(market.bars, first, time.length) }];
}

/** A member on the bars that are left of it. */
function laterMember({ name, bars }: Market, members: readonly RuledMember[]): readonly RuledMember[] {
  const member = members.find((known) => known.name === name);
  if (!member) return [];
  const { columns: _, ...rest } = member;
  return [{ ...rest, bars }];
}
