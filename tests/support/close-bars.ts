import type { Bars } from '../../src/core/bars';

/** Daily bars from 1970 on with these closes. */
export function barsOf(close: readonly number[]): Bars {
  const column = Float64Array.from(close);
  return {
    time: column.map((_, i) => i * 86_400_000),
    open: column.map((x, i) => (i === 0 ? x : close[i - 1]!)),
    high: column.map((x) => x * 1.01),
    low: column.map((x) => x * 0.99),
    close: column,
    volume: column.map((_, i) => 1000 + (i % 7)),
    extra: {},
  };
}
