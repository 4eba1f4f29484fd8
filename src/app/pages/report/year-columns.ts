import type { ReturnHistogram, YearRow } from '../../../research/tearsheet/shape';
import { formatInteger, formatPercent } from '../../format';
import type { ShownColumn } from '../../plots/column-layout';

const change = (value: number): string => formatPercent(value, { signed: true });

/** The years of the run, each beside the benchmark's. */
export const yearColumns = (years: readonly YearRow[], benchmark: string | null): readonly ShownColumn[] =>
  years.map(({ year, run, benchmark: held, drawdown }) => ({
    label: String(year),
    words:
      `${year}: ${change(run)}` +
      (held === null || benchmark === null ? '' : `, ${benchmark} ${change(held)}`) +
      `, deepest fall within the year ${formatPercent(-drawdown)}.`,
    value: run,
    beside: held,
  }));

/** The classes of a histogram of returns. */
export const spreadColumns = (
  { edges, counts, benchmarkCounts, period }: ReturnHistogram,
  benchmark: string | null,
): readonly ShownColumn[] =>
  counts.map((count, k) => {
    const from = formatPercent(edges[k] ?? NaN, { signed: true });
    const to = formatPercent(edges[k + 1] ?? NaN, { signed: true });
    const held = benchmarkCounts?.[k] ?? null;
    return {
      label: formatPercent(edges[k] ?? NaN, { decimals: decimalsOf(edges), signed: true }),
      words:
        `${from} to ${to}: ${formatInteger(count)} ${count === 1 ? period : `${period}s`}` +
        (held === null || benchmark === null ? '' : `, ${benchmark} ${formatInteger(held)}`) +
        '.',
      value: count,
      beside: held,
    };
  });

/** Decimals that tell neighbouring edges apart, in percent. */
function decimalsOf(edges: readonly number[]): number {
  const step = ((edges[1] ?? 1) - (edges[0] ?? 0)) * 100;
  return step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
}
