import type { Column } from '../core/column';
import { BacktabError } from '../core/errors';

/** A benchmark on the bars of a run. */
export interface AlignedBenchmark {
  /** `f64[n]`, last close that was known when each bar closed. */
  readonly equity: Column;
  /** Bars before the first known close: they hold it already, so that they do not move. */
  readonly before: number;
  /** Bars that end later than the last close of the benchmark by more than one of its intervals. */
  readonly after: number;
}

/**
 * Puts the closes of a benchmark on the bars of a run, as they were known: the last one whose bar had closed when the
 * run's bar closed. A bar closes one interval after it opened; the interval is the median distance of the times.
 *
 * @param time           `f64[n]`, when the run's bars open, Unix milliseconds, strictly increasing
 * @param benchmarkTime  `f64[m]`, the same of the benchmark
 * @param close          `f64[m]`, closes of the benchmark; one that is no price is passed over
 *
 * @throws BacktabError `benchmark_apart` when no close was known by the last bar, or none since the first
 */
export function alignBenchmark(time: Column, benchmarkTime: Column, close: Column): AlignedBenchmark {
  const interval = medianStep(time);
  const benchmarkInterval = medianStep(benchmarkTime);
  const equity: Column = new Float64Array(time.length).fill(NaN);
  let row = 0;
  let known = NaN;
  let last = -Infinity;
  let after = 0;
  for (let i = 0; i < time.length; i++) {
    const closes = time[i]! + interval;
    for (; row < close.length && benchmarkTime[row]! + benchmarkInterval <= closes; row++) {
      if (!(close[row]! > 0 && close[row]! < Infinity)) continue;
      known = close[row]!;
      last = benchmarkTime[row]! + benchmarkInterval;
    }
    equity[i] = known;
    if (row === close.length && closes - last > Math.max(benchmarkInterval, interval)) after += 1;
  }
  const before = equity.findIndex((value) => value > 0);
  if (before < 0 || after === time.length)
    throw new BacktabError('benchmark_apart', spans(time, benchmarkTime));
  return { equity: equity.fill(equity[before]!, 0, before), before, after };
}

const spans = (time: Column, benchmarkTime: Column) => ({
  from: time[0] ?? NaN,
  to: time.at(-1) ?? NaN,
  benchmarkFrom: benchmarkTime[0] ?? NaN,
  benchmarkTo: benchmarkTime.at(-1) ?? NaN,
});

/** Median distance of neighbours; 0 for fewer than two. */
function medianStep(time: Column): number {
  const steps = time.subarray(1).map((t, i) => t - time[i]!);
  return steps.sort()[steps.length >> 1] ?? 0;
}
