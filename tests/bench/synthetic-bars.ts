import type { Bars } from '../../src/core/bars';
import { uniforms } from '../../src/core/random/uniforms';

/** Bars of a random walk that starts at 1000, every open at the close before. */
export function syntheticBars(rows: number, seed: number, stepMs: number): Bars {
  const column = () => new Float64Array(rows);
  const bars = {
    time: column(),
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
  };
  const random = uniforms(seed, 3 * rows);
  let last = 1000;
  for (let i = 0; i < rows; i++) {
    const open = last;
    const close = open * (1 + 0.02 * (random[3 * i]! - 0.5));
    bars.time[i] = i * stepMs;
    bars.open[i] = open;
    bars.close[i] = close;
    bars.high[i] = Math.max(open, close) * (1 + 0.005 * random[3 * i + 1]!);
    bars.low[i] = Math.min(open, close) * (1 - 0.005 * random[3 * i + 2]!);
    bars.volume[i] = 1000;
    last = close;
  }
  return { ...bars, extra: {} };
}
