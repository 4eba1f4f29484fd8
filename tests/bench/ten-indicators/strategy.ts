import { barCount, type Bars } from '../../../src/core/bars';
import type { Column } from '../../../src/core/column';
import { uniforms } from '../../../src/core/random/uniforms';
import { fingerprint } from '../../../src/core/fingerprint';
import type { Instrument } from '../../../src/core/dataset';
import { runBacktest } from '../../../src/research/backtest';
import { compileOrThrow } from '../../../src/script/plan-or-throw';

export const ROWS = 1_000_000;
const MINUTE_MS = 60_000;

/** Ten indicators that every engine has or can be given by the same formulas, all of them in the decision to buy. */
export const SOURCE = `strategy('Ten indicators', { capital: 1_000_000_000, fee: percent(0.1) })
const quick = sma(close, 20)
const steady = sma(close, 100)
const top = highest(high, 50)
const bottom = lowest(low, 50)
const calm = atr(14) < 3 * stddev(close, 20)
const rising = close > ema(close, 50) && close > wma(close, 30) && rsi(close, 14) > 50 && mom(close, 10) > 0
if (crossover(quick, steady) && rising && calm && close > (top + bottom) / 2) buy({ size: units(20) })
if (crossunder(quick, steady)) exit()
`;

const INSTRUMENT: Instrument = { name: 'Ten', currency: 'USD', zone: 'UTC', barsPerYear: 525_600 };

/** Bars by the minute, a random walk about 1000 with prices of four decimals, so that a file of them holds the very numbers. */
export function tenBars(rows = ROWS): Bars {
  const random = uniforms(1, 3 * rows);
  const column = (): Column => new Float64Array(rows);
  const [time, open, high, low, close] = [column(), column(), column(), column(), column()];
  let last = 1000;
  for (let i = 0; i < rows; i++) {
    const next = rounded(last * (1 + 0.001 * (random[3 * i]! - 0.5)));
    time[i] = i * MINUTE_MS;
    open[i] = last;
    close[i] = next;
    high[i] = rounded(Math.max(last, next) * (1 + 0.0003 * random[3 * i + 1]!));
    low[i] = rounded(Math.min(last, next) * (1 - 0.0003 * random[3 * i + 2]!));
    last = next;
  }
  return { time, open, high, low, close, volume: new Float64Array(rows).fill(1000), extra: {} };
}

const rounded = (price: number): number => Math.round(price * 1e4) / 1e4;

/** The bars as a file that the page imports. */
export function tenCsv({ time, open, high, low, close, volume }: Bars): string {
  const lines = ['time,open,high,low,close,volume'];
  for (let i = 0; i < time.length; i++)
    lines.push(
      `${new Date(time[i]!).toISOString()},${open[i]},${high[i]},${low[i]},${close[i]},${volume[i]}`,
    );
  return `${lines.join('\n')}\n`;
}

/** What an engine found, and what each round took by the clock. */
export interface TenRun {
  readonly version: string;
  readonly bars: number;
  readonly milliseconds: readonly number[];
  /** Completed ones. */
  readonly trades: number;
  readonly equity: number;
}

/** The run as the page's worker makes it, without the page: script, simulation, metrics, ranges and verdict. */
export function ownTen(bars: Bars, rounds: number): TenRun & { readonly hash: string } {
  const milliseconds: number[] = [];
  let hash = '';
  let trades = NaN;
  let equity = NaN;
  const dataHash = fingerprint(bars);
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const plan = compileOrThrow(SOURCE);
    const { result } = runBacktest({
      plan,
      parameters: {},
      bars,
      dataHash,
      tries: 1,
      instrument: INSTRUMENT,
    });
    milliseconds.push(performance.now() - start);
    hash = result.hash;
    trades = result.trades.filter(({ exitBar }) => !Number.isNaN(exitBar)).length;
    equity = result.series.equity.at(-1) ?? NaN;
  }
  return { version: 'Backtab in Node', bars: barCount(bars), milliseconds, trades, equity, hash };
}
