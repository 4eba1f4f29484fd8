import type { Column } from '../core/column';
import { formatInteger } from '../core/format';
import type { BenchmarkSample } from '../metrics/figures/run-sample';
import { alignBenchmark } from '../research/align-benchmark';
import type { BacktestOutcome } from '../research/outcome';
import { loadData } from './data-file';

/** What a run is compared with, and what is to be said about it. */
export interface BenchmarkChoice {
  readonly sample: BenchmarkSample;
  readonly warnings: readonly string[];
}

/**
 * The benchmark of `--benchmark FILE|sp500`, as it was known at the run's bars; holding when absent.
 *
 * @param time  Unix milliseconds of each bar of the run
 * @param held  what holding is called, as `S&P 500`
 * @throws BacktabError codes of `loadData`, and `benchmark_apart`
 */
export async function chooseBenchmark(
  path: string | undefined,
  time: Column,
  held: string,
  outcome: BacktestOutcome,
): Promise<BenchmarkChoice> {
  if (path === undefined) {
    const name = `Holding ${held}`;
    return { sample: { name, equity: outcome.holding.equity }, warnings: [] };
  }
  const { name, bars } = await loadData(path);
  const { equity, before, after } = alignBenchmark(time, bars.time, bars.close);
  const beyond = before + after;
  const gap = `The benchmark ${name} has no value of its own for ${formatInteger(beyond)} of ${formatInteger(time.length)} bars and stands still there.`;
  return { sample: { name, equity }, warnings: beyond > 0 ? [gap] : [] };
}
