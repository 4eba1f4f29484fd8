import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { IndicatorTable } from '../../src/compute/wasm/graph/table';
import { instantiateKernels } from '../../src/compute/wasm/kernels';
import type { Column } from '../../src/core/column';
import { sin } from '../../src/core/math/sin';
import { batch } from '../../src/indicators/batch';
import { INDICATORS } from '../../src/indicators/catalogue';
import type { Indicator } from '../../src/indicators/indicator';
import { walk } from './data';

const kernels = readFile(new URL('../../build/wasm/kernels.wasm', import.meta.url)).then(async (bytes) =>
  instantiateKernels(await WebAssembly.compile(bytes)),
);

const named = (name: string): Indicator => INDICATORS.find((indicator) => indicator.name === name)!;

/** Columns of the graph, and of the twin. */
async function bothOf(name: string, inputs: readonly Column[], params: readonly number[]) {
  const indicator = named(name);
  const prepared = new IndicatorTable(await kernels, inputs).prepare([
    { indicator, inputs: inputs.map((_, k) => k), params },
  ]);
  expect(prepared.composed).toBe(1);
  prepared.run();
  return { graph: prepared.outputs()[0]!, twin: batch(indicator, inputs, params) };
}

/** Rows that stand still from `from` on. */
const held = (column: Column, from: number): Column => column.map((x, i) => (i < from ? x : column[from]!));

const ROWS = 9000;
const { high, low, close } = walk(ROWS, 11);

describe('stops have their twin’s bits', () => {
  const bars: Record<string, readonly Column[]> = {
    walk: [high, low],
    'a market that stands still': [held(high, 300), held(low, 300)],
    'bars without range': [close.map(Math.round), close.map(Math.round)],
    'whole prices': [high.map(Math.round), low.map(Math.round)],
  };
  const settings: readonly (readonly [string, readonly number[]])[] = [
    ['sar', [0.02, 0.2]],
    ['sar', [0, 0]],
    ['sar', [0.5, 0.1]],
    ['sar', [3, 5]],
    ['sarext', [0, 0, 0.02, 0.02, 0.2, 0.02, 0.02, 0.2]],
    ['sarext', [90, 0.05, 0.01, 0.03, 0.2, 0.05, 0.02, 0.1]],
    ['sarext', [-130, 0.1, 0.02, 0.02, 0.2, 0.5, 0.02, 0.2]],
  ];
  const cases = Object.entries(bars).flatMap(([on, inputs]) =>
    settings.map(([name, params]) => ({ on, inputs, name, params })),
  );

  it.each(cases)('$name($params) on $on', async ({ name, inputs, params }) => {
    const { graph, twin } = await bothOf(name, inputs, params);
    expect(graph).toEqual(twin);
  });
});

describe('cycles agree with their twin', () => {
  const rows: Record<string, Column> = {
    'a walk': close,
    'waves of changing length': close.map((_, i) => 100 + 10 * sin(i / (2 + (i % 5000) / 600))),
    'a market that stands still': held(close, 3000),
    'one price': close.map(() => 100),
    'a line': close.map((_, i) => i),
    'a line through whole prices': close.map(Math.round),
    'two prices in turn': close.map((_, i) => (i % 2) - 0.5),
    nothing: close.map(() => 0),
  };
  const names = ['ht_dcperiod', 'ht_dcphase', 'ht_phasor', 'ht_sine', 'ht_trendline', 'ht_trendmode', 'mama'];
  const cases = Object.entries(rows).flatMap(([on, column]) => names.map((name) => ({ on, column, name })));

  it.each(cases)('$name on $on', async ({ name, column }) => {
    const { params, outputs } = named(name);
    const { graph, twin } = await bothOf(
      name,
      [column],
      params.map((param) => param.default),
    );
    graph.forEach((actual, k) => {
      const size = Math.max(...twin[k]!.filter((x) => !Number.isNaN(x)).map(Math.abs));
      const share = outputs[k]!.kind === 'integer' ? 0 : 1e-12;
      expect(actual).toMatchColumn(twin[k]!, { rtol: 0, atol: share * size });
    });
  });
});
