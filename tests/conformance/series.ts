import type { Column } from '../../src/core/column';
import type { Indicator, IndicatorInput } from '../../src/indicators/indicator';
import { walk } from './data';

const HOUR = 3_600_000;

/** Keeps the prices of a walk of a million bars between 40 and 333. */
export const STEADY = 0.001;

/**
 * Seeded inputs of an indicator: bars that begin near 100, other series within (0, 1), where every function is defined.
 *
 * @param pull  of the walk (data.ts); `STEADY` for long series
 */
export function inputsOf(indicator: Indicator, rows: number, seed: number, pull = 0): Column[] {
  const bars = walk(rows, seed, pull);
  const volume = bars.high.map((high, i) => Math.round((high - bars.low[i]!) * 1e4) + 100);
  const time = bars.open.map((_, i) => i * HOUR);
  const columns = { ...bars, volume, time };
  const series = ({ name, source }: IndicatorInput, k: number): Column => {
    if (source !== 'real') return columns[source].slice();
    if (name === 'periods') return bars.open.map((_, i) => 2 + (i % 40));
    return (k === 0 ? bars.close : bars.high).map((x) => x / 1000);
  };
  return indicator.inputs.map(series);
}
