import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { IndicatorTable } from '../../src/compute/wasm/graph/table';
import { instantiateKernels } from '../../src/compute/wasm/kernels';
import type { Column } from '../../src/core/column';
import { uniforms } from '../../src/core/random/uniforms';
import { batch } from '../../src/indicators/batch';
import { findIndicator } from '../../src/indicators/catalogue';

const kernels = readFile(new URL('../../build/wasm/kernels.wasm', import.meta.url)).then((bytes) =>
  WebAssembly.compile(bytes),
);

const ROWS = 6000;
const random = uniforms(17, ROWS);
const rows = (valueOf: (i: number) => number): Column =>
  Float64Array.from({ length: ROWS }, (_, i) => valueOf(i));

/** Series that fill, part, join and empty the buckets of an order in different ways. */
const SERIES: readonly (readonly [string, Column])[] = [
  ['a random series', random],
  ['a rising series', rows((i) => i / 7)],
  ['a falling series', rows((i) => -i / 7)],
  ['a series of few values', rows((i) => Math.floor(random[i]! * 5))],
  ['a flat series', rows(() => 3.5)],
  ['a wave', rows((i) => Math.abs((i % 1400) - 700) + random[i]! / 8)],
  ['a series that changes its level', rows((i) => (Math.floor(i / 900) % 2 === 0 ? 1e6 : 1) + random[i]!)],
  [
    'a series whose spread shrinks and grows',
    rows((i) => (random[i]! - 0.5) * 10 ** (6 * Math.cos(i / 500))),
  ],
];

const CALLS: readonly (readonly [string, (period: number) => readonly number[]])[] = [
  ['quantile', (period) => [period, 0.3]],
  ['quantile', (period) => [period, 1]],
  ['rolling_median', (period) => [period]],
  ['rolling_mad', (period) => [period]],
  ['percent_rank', (period) => [period]],
];

/** Values by the graph, which has to be there; none of the twin's. */
async function composed(name: string, column: Column, params: readonly number[]): Promise<Column> {
  const table = new IndicatorTable(await instantiateKernels(await kernels), [column]);
  const prepared = table.prepare([{ indicator: findIndicator(name)!, inputs: [0], params }]);
  expect(prepared.composed).toBe(1);
  prepared.run();
  return prepared.outputs()[0]![0]!;
}

describe.each(SERIES)('of %s', (_, series) => {
  it.each(CALLS)('%s over long windows has the bits of its twin', async (name, paramsOf) => {
    for (const period of [513, 2021]) {
      const params = paramsOf(period);
      expect([...(await composed(name, series, params))]).toEqual([
        ...batch(findIndicator(name)!, [series], params)[0]!,
      ]);
    }
  });
});

it('gives the bits that a prefix has', async () => {
  const whole = await composed('rolling_median', random, [700]);
  for (const length of [701, 1500, 4095, 4097, 5999]) {
    const part = await composed('rolling_median', random.slice(0, length), [700]);
    expect(part).toEqual(whole.slice(0, length));
  }
});

it('ranks changes over long windows for Connors RSI as its twin does', async () => {
  const prices = random.map((u) => 90 + 20 * u);
  const params = [3, 2, 900];
  const actual = await composed('connors_rsi', prices, params);
  const twin = batch(findIndicator('connors_rsi')!, [prices], params)[0]!;
  const far = [...twin.keys()].filter(
    (i) => !(Math.abs(actual[i]! - twin[i]!) <= 1e-10 || Object.is(actual[i], twin[i])),
  );
  expect(far).toEqual([]);
});

describe.each([129, 500, 1024])('mean deviations of %i rows', (period) => {
  const flat = random.map((u, i) => (i > 2500 && i < 4500 ? 0.1 : u));
  const twinOf = (series: Column): Column => batch(findIndicator('avgdev')!, [series], [period])[0]!;

  it('are as exact as the twin', async () => {
    for (const series of [random, flat, random.map((u) => 1e6 + u)]) {
      const actual = await composed('avgdev', series, [period]);
      const twin = twinOf(series);
      const isNear = (i: number): boolean => Math.abs(actual[i]! - twin[i]!) <= 1e-12 * (1 + series[i]!);
      expect([...twin.keys()].filter((i) => i >= period - 1 && !isNear(i))).toEqual([]);
    }
  });

  it('have its bits on a flat stretch', async () => {
    const actual = await composed('avgdev', flat, [period]);
    expect(actual.slice(3600, 4400)).toEqual(twinOf(flat).slice(3600, 4400));
  });
});
