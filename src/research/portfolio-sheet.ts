import type { BenchmarkSample } from '../metrics/figures/run-sample';
import type { PortfolioOutcome } from './portfolio';
import type { TearsheetInput } from './tearsheet';

/**
 * The input of a tearsheet for a portfolio run.
 *
 * @param benchmark  aligned with the run's series
 */
export function portfolioSheetInput(outcome: PortfolioOutcome, benchmark: BenchmarkSample): TearsheetInput {
  const { result, markets, names, barsPerYear, currency } = outcome;
  return {
    run: result,
    bars: null,
    markets,
    instrument: { name: names.join(', '), currency, zone: 'UTC', barsPerYear },
    benchmark,
  };
}
