import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { Arena } from '../../src/compute/wasm/arena';
import { Program } from '../../src/compute/wasm/graph/program';
import { stepsOf } from '../../src/compute/wasm/graph/steps';
import { IndicatorTable } from '../../src/compute/wasm/graph/table';
import { instantiateKernels } from '../../src/compute/wasm/kernels';
import type { Column } from '../../src/core/column';
import { batch } from '../../src/indicators/batch';
import { Graph } from '../../src/indicators/graph/graph';
import { accumulation, windowMax, windowSum } from '../../src/indicators/graph/kernels';
import { Series } from '../../src/indicators/graph/series';
import { macd } from '../../src/indicators/momentum/macd';
import { rsi } from '../../src/indicators/momentum/rsi';
import { ema } from '../../src/indicators/overlap/ema';
import { sma } from '../../src/indicators/overlap/sma';
import { walk } from './data';

const kernels = readFile(new URL('../../build/wasm/kernels.wasm', import.meta.url)).then((bytes) =>
  WebAssembly.compile(bytes),
);

/** Rows before a column's first that a lag may read. */
const GUARD = 8192;

/** Values of expressions over columns, from row 0 on, after so many runs. */
async function computed(
  columns: readonly Column[],
  expressions: (inputs: Series[]) => readonly Series[],
  runs = 1,
): Promise<Column[]> {
  const instance = await instantiateKernels(await kernels);
  const arena = new Arena(instance.memory, instance.kernels.heapBase());
  const rows = columns[0]!.length;
  arena.take(GUARD);
  const inputs = columns.map((column) => {
    const address = arena.take(rows + 8);
    arena.numbers(address, rows).set(column);
    return address;
  });
  const graph = new Graph(columns.length);
  const wanted = expressions(columns.map((_, k) => new Series(graph, graph.column(k, 0), 0)));
  const program = new Program(graph, wanted, inputs, rows, arena, instance);
  for (let run = 0; run < runs; run++) {
    program.outputs.forEach((address) => arena.numbers(address, rows).fill(0.125));
    program.run();
  }
  return wanted.map((_, k) => program.output(k).slice());
}

const ODD = [0, -0, 1, -1, 2.5, -2.5, 0.1, 1e-300, 1e300, Infinity, -Infinity, NaN, 3, 7, -7.5];
const LEFT = Float64Array.from(ODD.flatMap((x) => ODD.map(() => x)));
const RIGHT = Float64Array.from(ODD.flatMap(() => ODD));

describe('elementwise operations', () => {
  const OPERATIONS: [string, (a: Series, b: Series) => Series, (a: number, b: number) => number][] = [
    ['plus', (a, b) => a.plus(b), (a, b) => a + b],
    ['minus', (a, b) => a.minus(b), (a, b) => a - b],
    ['times', (a, b) => a.times(b), (a, b) => a * b],
    ['over', (a, b) => a.over(b), (a, b) => a / b],
    ['abs', (a) => a.abs(), (a) => Math.abs(a)],
    ['negated', (a) => a.negated(), (a) => -a],
    ['sqrt', (a) => a.sqrt(), (a) => Math.sqrt(a)],
    ['floor', (a) => a.floor(), (a) => Math.floor(a)],
    ['ceil', (a) => a.ceil(), (a) => Math.ceil(a)],
    ['below', (a, b) => a.below(b).pick(1, 2), (a, b) => (a < b ? 1 : 2)],
    ['atMost', (a, b) => a.atMost(b).pick(1, 2), (a, b) => (a <= b ? 1 : 2)],
    ['above', (a, b) => a.above(b).pick(a, b), (a, b) => (a > b ? a : b)],
    ['atLeast', (a, b) => a.atLeast(b).pick(a, b), (a, b) => (a >= b ? a : b)],
    ['equals', (a, b) => a.equals(b).pick(1, 2), (a, b) => (a === b ? 1 : 2)],
    ['and', (a, b) => a.below(1).and(b.below(1)).pick(1, 2), (a, b) => (a < 1 && b < 1 ? 1 : 2)],
    ['or', (a, b) => a.below(1).or(b.below(1)).pick(1, 2), (a, b) => (a < 1 || b < 1 ? 1 : 2)],
    ['andNot', (a, b) => a.below(1).andNot(b.below(1)).pick(1, 2), (a, b) => (a < 1 && !(b < 1) ? 1 : 2)],
    ['not', (a) => a.below(1).not().pick(1, 2), (a) => (a < 1 ? 2 : 1)],
    ['constants', (a) => a.times(-0).plus(0.1), (a) => a * -0 + 0.1],
  ];

  it.each(OPERATIONS)('%s has the bits of JavaScript', async (_, expression, plain) => {
    const [actual] = await computed([LEFT, RIGHT], ([a, b]) => [expression(a!, b!)]);
    const expected = LEFT.map((x, i) => plain(x, RIGHT[i]!));
    expect([...actual!]).toEqual([...expected]);
  });

  it.each(['min', 'max'] as const)('%s picks one of two numbers', async (name) => {
    const pairs = [...LEFT].map((x, i) => [x, RIGHT[i]!] as const);
    const numbers = pairs.filter(([a, b]) => !Number.isNaN(a) && !Number.isNaN(b));
    const columns = [0, 1].map((k) => Float64Array.from(numbers, (pair) => pair[k]!));
    const [actual] = await computed(columns, ([a, b]) => [a![name](b!)]);
    // Of two zeros either may be picked: adding 0 takes the sign away.
    expect([...actual!].map((x) => x + 0)).toEqual(numbers.map(([a, b]) => Math[name](a, b) + 0));
  });
});

describe('programs', () => {
  const { close, high, low } = walk(30_000, 5);

  it('reads what was some rows ago, also of what is computed', async () => {
    const [direct, computedAgo] = await computed([close, high], ([x, y]) => [
      x!.lag(3).plus(y!),
      windowSum(x!.times(2), 7).minus(y!).lag(11),
    ]);
    for (const i of [17, 2048, 5000, 29_999]) {
      expect(direct![i]).toBe(close[i - 3]! + high[i]!);
      const sum = close.slice(i - 17, i - 10).reduce((total, x) => total + 2 * x, 0);
      expect(computedAgo![i]).toBeCloseTo(sum - high[i - 11]!, 9);
    }
    expect(computedAgo!.slice(0, 17).every(Number.isNaN)).toBe(true);
    expect(computedAgo![17]).not.toBeNaN();
  });

  it('keeps long windows of what is computed on the way', async () => {
    const [actual, whole] = await computed([high, low], ([x, y]) => {
      const spread = x!.minus(y!);
      return [windowMax(windowSum(spread, 4000), 5000), accumulation(spread)];
    });
    const spread = high.map((x, i) => x - low[i]!);
    const sums = batch(sma, [spread], [4000])[0]!.map((x) => x * 4000);
    for (const i of [8998, 9000, 16_384, 29_999]) {
      expect(actual![i]! / Math.max(...sums.slice(i - 4999, i + 1))).toBeCloseTo(1, 12);
    }
    expect(whole![29_999]! / spread.reduce((total, x) => total + x, 0)).toBeCloseTo(1, 11);
  });

  it('parts a loop that is too large, and gives the same', async () => {
    const terms = (x: Series, k: number): Series =>
      Array.from({ length: 300 }, (_, i) => x.times(i + k).plus(1)).reduce((a, b) => a.plus(b));
    const [one, two] = await computed([close], ([x]) => [terms(x!, 0), terms(x!, 1)]);
    const value = (x: number, k: number): number =>
      Array.from({ length: 300 }, (_, i) => x * (i + k) + 1).reduce((a, b) => a + b);
    expect(one![777]).toBe(value(close[777]!, 0));
    expect(two![777]).toBe(value(close[777]!, 1));
  });
});

describe('columns of any length', () => {
  const series = (rows: number): Column[] => [
    Float64Array.from({ length: rows }, (_, i) => (i % 1013) + 1),
    Float64Array.from({ length: rows }, (_, i) => (i % 911) - 455),
  ];

  // At lengths that neither stretches nor vectors divide; each run goes the other way than the last one.
  it.each([
    [2 ** 18, 1],
    [2 ** 18, 2],
    [2 ** 18 + 1, 1],
    [2 ** 18 + 1, 2],
    [300_003, 2],
    [300_003, 3],
    [13, 1],
    [13, 2],
  ])('of %i rows have the values of each row, run %i', async (rows, runs) => {
    const [x, y] = series(rows);
    const late = Math.max(0, rows - 20);
    const expressions = ([a, b]: Series[]): Series[] => [
      a!.times(b!).plus(0.5),
      a!.minus(b!.lag(7)).abs(),
      a!.over(2).from(late),
    ];
    const [both, lagged, few] = await computed([x!, y!], expressions, runs);
    const firstOther = (column: Column, value: (i: number) => number): number =>
      column.findIndex((actual, i) => !Object.is(actual, value(i)));
    expect(firstOther(both!, (i) => x![i]! * y![i]! + 0.5)).toBe(-1);
    expect(firstOther(lagged!, (i) => (i < 7 ? NaN : Math.abs(x![i]! - y![i - 7]!)))).toBe(-1);
    expect(firstOther(few!, (i) => (i < late ? NaN : x![i]! / 2))).toBe(-1);
  });

  it('have the bits of short ones behind kernels, too', async () => {
    const columns = series(270_001);
    const short = columns.map((column) => column.slice(0, 20_001));
    const mixed = ([a, b]: Series[]): Series[] => [windowSum(a!.plus(b!), 7).minus(b!.lag(3)).times(a!)];
    const [long] = await computed(columns, mixed);
    const [prefix] = await computed(short, mixed);
    expect(long!.slice(0, 20_001)).toEqual(prefix);
  });
});

describe('graphs', () => {
  it('have equal parts once', () => {
    const graph = new Graph(1);
    const x = new Series(graph, graph.column(0, 0), 0);
    expect(windowSum(x.times(2), 5).id).toBe(windowSum(x.times(2), 5).id);
    expect(windowSum(x.times(2), 5).id).not.toBe(windowSum(x.times(2).from(3), 5).id);
    expect(graph.calls).toHaveLength(2);
  });

  it('write what is kept once, and read it at every lag', () => {
    const graph = new Graph(1);
    const kept = new Series(graph, graph.column(0, 0), 0).over(3).kept();
    const { steps } = stepsOf(graph, [kept.change()], false);
    expect(steps.map((step) => step.kind === 'loop' && step.code.columns)).toEqual([
      [{ column: 0, back: 0 }],
      [{ column: 1, back: 1 }],
    ]);
  });

  it('compute only what is asked for', () => {
    const graph = new Graph(1);
    const x = new Series(graph, graph.column(0, 0), 0);
    windowSum(x, 9);
    const { steps } = stepsOf(graph, [windowSum(x.abs(), 5)], false);
    expect(steps.map(({ kind }) => kind)).toEqual(['loop', 'kernel']);
  });
});

describe('tables', () => {
  const bars = walk(3000, 9);
  const call = (indicator: typeof sma, params: number[], input = 0) => ({
    indicator,
    inputs: [input],
    params,
  });

  it('give each call of a batch the bits that it has alone', async () => {
    const calls = [
      call(sma, [20]),
      call(ema, [12]),
      call(macd, [12, 26, 9]),
      call(rsi, [14], 1),
      call(sma, [20], 1),
    ];
    const instance = await instantiateKernels(await kernels);
    const run = (chosen: typeof calls): Column[][] => {
      const prepared = new IndicatorTable(instance, [bars.close, bars.high]).prepare(chosen);
      prepared.run();
      return prepared.outputs();
    };
    const together = run(calls);
    calls.forEach((one, k) => expect(run([one])[0]).toEqual(together[k]));
    expect(run(calls.toReversed()).toReversed()).toEqual(together);
  });

  it('leave rows from the first odd one on to the twin', async () => {
    const close = bars.close.slice();
    close[100] = 1e150;
    const instance = await instantiateKernels(await kernels);
    const prepared = new IndicatorTable(instance, [close]).prepare([call(sma, [3])]);
    prepared.run();
    expect(prepared.composed).toBe(1);
    expect(prepared.outputs()[0]![0]!.subarray(100)).toEqual(batch(sma, [close], [3])[0]!.subarray(100));
    const without = new IndicatorTable(instance, [close.slice(0, 100)]).prepare([call(sma, [3])]);
    without.run();
    expect(without.outputs()[0]![0]).toEqual(prepared.outputs()[0]![0]!.slice(0, 100));
  });

  it('run again to the same bits', async () => {
    const instance = await instantiateKernels(await kernels);
    const prepared = new IndicatorTable(instance, [bars.close]).prepare([call(macd, [12, 26, 9])]);
    prepared.run();
    const first = prepared.outputs();
    prepared.run();
    expect(prepared.outputs()).toEqual(first);
  });
});
