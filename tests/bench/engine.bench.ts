import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Bars } from '../../src/core/bars';
import type { OrderRequest } from '../../src/core/order';
import { DEFAULT_SETTINGS } from '../../src/core/run';
import type { AccountView, Strategy } from '../../src/core/strategy';
import { simulate, simulatePortfolio } from '../../src/engine/simulate';
import { GOLDEN_SETTINGS, goldenCross } from '../support/golden-cross';
import { syntheticBars } from './synthetic-bars';

const ROWS = 1_000_000;
const RUNS = 15;
const INSTRUMENTS = 100;
const DAILY_ROWS = 5040;
const DAY_MS = 86_400_000;
const NONE: readonly OrderRequest[] = [];

/** What runs over one instrument. */
const CASES = [
  ['two averages, market orders', (bars: Bars) => marketCross(bars), GOLDEN_SETTINGS],
  ['golden cross, stop and target', (bars: Bars) => goldenCross(bars, 20, 100), GOLDEN_SETTINGS],
  [
    'brackets with a trailing stop, always in the market',
    () => alwaysTrailing(),
    { ...DEFAULT_SETTINGS, capital: 1e9 },
  ],
] as const;

const barsOfCases = (): Bars => syntheticBars(ROWS, 1, 60_000);

/**
 * Speed of the exact engine, columns already computed: the median of several runs, and the least processor time
 * of one, which says more on a machine that others use, also in copies of a column. Each strategy runs in a thread of its
 * own, as it does on a page, where the engine is compiled for it. Memory is what a run holds when it is
 * done, beyond the data, and needs `--expose-gc`.
 */
export async function run(print: (line: string) => void): Promise<void> {
  const bars = barsOfCases();
  const copy = copyTime(bars);
  print(`engine  a copy of one column of the same length, in the same run: ${copy.toFixed(2)} ns a bar`);
  for (const [k, [name]] of CASES.entries()) {
    const { ms, least, trades } = await timedApart(k);
    const speed = `${ms.toFixed(1)} ms, ${(ROWS / ms / 1000).toFixed(1)}M bars/s`;
    const copies = (least * 1e6) / ROWS / copy;
    print(
      `engine  ${name}: ${ROWS} bars, ${trades} trades, ${speed}, least processor time ${least.toFixed(1)} ms (${(ROWS / least / 1000).toFixed(1)}M bars/s), ${copies.toFixed(0)} copies of a column`,
    );
  }
  const markets = Array.from({ length: INSTRUMENTS }, (_, k) => ({
    name: `instrument ${k}`,
    bars: syntheticBars(DAILY_ROWS, 100 + k, DAY_MS),
  }));
  const settings = { ...DEFAULT_SETTINGS, feePercent: 0.1, slippageBps: 1, lotSize: 0.01 };
  const { ms, trades } = timed(
    () => simulatePortfolio({ markets, strategy: rebalance(), settings }).trades.length,
  );
  print(
    `engine  ${INSTRUMENTS} instruments x ${DAILY_ROWS} days, monthly rebalancing: ${trades} trades, ${ms.toFixed(1)} ms`,
  );
  printMemory(print, bars);
}

/** Least time to copy a column, ns a row: how fast this machine is now. */
function copyTime({ close }: Bars): number {
  const to = new Float64Array(close.length);
  let least = Infinity;
  for (let i = 0; i < 50; i++) {
    const start = performance.now();
    to.set(close);
    least = Math.min(least, performance.now() - start);
  }
  return (least * 1e6) / close.length;
}

interface Timed {
  readonly ms: number;
  readonly least: number;
  readonly trades: number;
}

/** Times a case in a thread of its own. */
function timedApart(engineCase: number): Promise<Timed> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { engineCase } });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function timedCase(engineCase: number): Timed {
  const [, strategyOf, settings] = CASES[engineCase]!;
  const bars = barsOfCases();
  const strategy = strategyOf(bars);
  return timed(() => simulate({ bars, strategy, settings }).trades.length);
}

function timed(work: () => number): Timed {
  const times: number[] = [];
  let least = Infinity;
  let trades = 0;
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now();
    const before = process.cpuUsage();
    trades = work();
    const { user, system } = process.cpuUsage(before);
    times.push(performance.now() - start);
    least = Math.min(least, (user + system) / 1000);
  }
  return { ms: times.toSorted((a, b) => a - b)[RUNS >> 1] ?? NaN, least, trades };
}

function printMemory(print: (line: string) => void, bars: Bars): void {
  const { gc } = globalThis;
  if (!gc) return;
  const strategy = goldenCross(bars, 20, 100);
  gc();
  const before = process.memoryUsage();
  const held = simulate({ bars, strategy, settings: GOLDEN_SETTINGS });
  gc();
  const after = process.memoryUsage();
  const bytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  print(
    `engine  memory of a golden cross with ${held.trades.length} trades: ${(bytes / ROWS).toFixed(0)} bytes a bar`,
  );
}

/** Long above, flat below: market orders only. */
function marketCross(bars: Bars): Strategy {
  const { onBar } = goldenCross(bars, 20, 100);
  const strip = (request: OrderRequest): OrderRequest =>
    request.kind === 'enter' ? { kind: 'enter', side: request.side, sizing: request.sizing } : request;
  return {
    name: 'market cross',
    onBar(bar, i, account) {
      const requests = onBar(bar, i, account);
      return requests.length === 0 ? requests : requests.map(strip);
    },
  };
}

/** Enters whenever flat, with a stop, a target and a trailing stop. */
function alwaysTrailing(): Strategy {
  return {
    name: 'always trailing',
    onBar({ close }, _, { positionSize }) {
      if (positionSize !== 0) return NONE;
      return [
        {
          kind: 'enter',
          side: 'buy',
          sizing: { kind: 'percent_of_equity', percent: 95 },
          stop: close * 0.9,
          target: close * 1.1,
          trailing: { kind: 'percent', distance: 5 },
        },
      ];
    },
  };
}

/** Equal weights, restored every 21st bar. */
function rebalance(): Strategy {
  return {
    name: 'rebalance',
    onBar(_, i, account: AccountView) {
      if (i % 21 !== 0) return NONE;
      return account.markets.map((__, market): OrderRequest => ({
        kind: 'target',
        market,
        weight: 0.95 / INSTRUMENTS,
      }));
    },
  };
}

const task = workerData as { readonly engineCase?: number } | null;
if (!isMainThread && task?.engineCase !== undefined) parentPort?.postMessage(timedCase(task.engineCase));
