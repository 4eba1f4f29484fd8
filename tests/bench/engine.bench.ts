import type { Bars } from '../../src/core/bars';
import { uniforms } from '../../src/core/random/uniforms';
import { simulate } from '../../src/engine/simulate';
import { GOLDEN_SETTINGS, goldenCross } from '../support/golden-cross';

const ROWS = 1_000_000;
const RUNS = 9;

/** Bars a second of the exact engine on the golden cross, columns already computed; median of nine runs. */
export async function run(print: (line: string) => void): Promise<void> {
  const bars = syntheticBars(ROWS);
  const times: number[] = [];
  let trades = 0;
  for (let i = 0; i < RUNS; i++) {
    const strategy = goldenCross(bars, 20, 100);
    const start = performance.now();
    trades = simulate({ bars, strategy, settings: GOLDEN_SETTINGS }).trades.length;
    times.push(performance.now() - start);
  }
  const median = times.toSorted((a, b) => a - b)[RUNS >> 1] ?? NaN;
  const millions = ROWS / median / 1000;
  print(
    `engine  golden cross, ${ROWS} bars, ${trades} trades: ${median.toFixed(1)} ms, ${millions.toFixed(1)}M bars/s`,
  );
}

function syntheticBars(rows: number): Bars {
  const column = () => new Float64Array(rows);
  const bars = {
    time: column(),
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
  };
  const random = uniforms(1, 3 * rows);
  let last = 1000;
  for (let i = 0; i < rows; i++) {
    const open = last;
    const close = open * (1 + 0.02 * (random[3 * i]! - 0.5));
    bars.time[i] = i * 60_000;
    bars.open[i] = open;
    bars.close[i] = close;
    bars.high[i] = Math.max(open, close) * (1 + 0.005 * random[3 * i + 1]!);
    bars.low[i] = Math.min(open, close) * (1 - 0.005 * random[3 * i + 2]!);
    bars.volume[i] = 1000;
    last = close;
  }
  return { ...bars, extra: {} };
}
