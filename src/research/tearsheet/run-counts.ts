import type { SampleCounts, SampleKind } from '../../metrics/figures/need';
import type { RunSample } from '../../metrics/figures/run-sample';

/** Sample sizes of a run. */
export function runCounts(sample: RunSample): SampleCounts {
  const { input } = sample;
  const pairs = sample.benchmarkReturns;
  const counts: Partial<Record<SampleKind, () => number>> = {
    bar: () => input.series.equity.length,
    return: () => sample.returns.length,
    day: () => sample.periods('day').returns.length,
    month: () => sample.periods('month').returns.length,
    year: () => sample.periods('year').returns.length,
    trade: () => sample.closed.length,
    'pair of returns': () => pairs.length,
    'rising bar of the benchmark': () => pairs.filter((value) => value > 0).length,
    'falling bar of the benchmark': () => pairs.filter((value) => value < 0).length,
    asset: () => input.positions.length,
    fill: () => input.fills.length,
  };
  return (kind) => counts[kind]?.() ?? 0;
}
