import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createWasmBackend } from '../../src/compute/wasm/backend';
import type { Column } from '../../src/core/column';
import { batch } from '../../src/indicators/batch';
import { INDICATORS } from '../../src/indicators/catalogue';
import type { Indicator } from '../../src/indicators/indicator';
import { inputsOf } from '../conformance/series';

const ROWS = 260;
/** First row that is bad. */
const BAD = 180;

type Spoil = (columns: ReadonlyMap<string, Column>) => void;

const at =
  (name: string, values: readonly number[]): Spoil =>
  (columns) => {
    for (const [key, column] of columns) {
      if (key === name || name === 'all' || (name === 'prices' && key !== 'volume' && key !== 'time'))
        values.forEach((value, k) => (column[BAD + 7 * k] = value));
    }
  };
const change =
  (names: readonly string[], changed: (x: number, i: number) => number): Spoil =>
  (columns) => {
    for (const [key, column] of columns) {
      if (!names.includes(key) && names.length > 0) continue;
      for (let i = BAD; i < ROWS; i++) column[i] = changed(column[i]!, i);
    }
  };

/** What a broken feed or file may hold. */
const PATTERNS: Readonly<Record<string, Spoil>> = {
  'NaN inside': at('all', [NaN, NaN, NaN]),
  'infinities inside': at('all', [Infinity, -Infinity, Infinity]),
  'negative prices': at('prices', [-5, -0.01, -1e6]),
  'zero prices': at('prices', [0, 0, 0]),
  'high below low'(columns) {
    const [high, low] = [columns.get('high'), columns.get('low')];
    if (!high || !low) return;
    for (let i = BAD; i < BAD + 5; i++) [high[i], low[i]] = [low[i]!, high[i]!];
  },
  'open outside the range': at('open', [1e4, 1e-4, 500]),
  'negative volume': at('volume', [-1, -1e9, -0.5]),
  'volume of 1e18': at('volume', [1e18, 1e18]),
  'a jump by 1,000': change([], (x) => x * 1000),
  'a bar without length': at('prices', [100, 100, 100, 100]),
  'a split': change(['open', 'high', 'low', 'close'], (x) => x / 4),
  'another symbol': change([], (x, i) => 0.01 + Math.abs(x - Math.trunc(x)) / (1 + (i % 5))),
};

const wasm = readFile(new URL('../../build/wasm/kernels.wasm', import.meta.url)).then(async (bytes) =>
  createWasmBackend(await WebAssembly.compile(bytes)),
);

function spoiled(indicator: Indicator, spoil: Spoil): Column[] {
  const columns = inputsOf(indicator, ROWS, 17);
  spoil(
    new Map(
      columns.map((column, k) => {
        const { name, source } = indicator.inputs[k]!;
        return [source === 'real' ? name : source, column];
      }),
    ),
  );
  return columns;
}

/** The first of its promises that an indicator breaks on bad bars; empty when it keeps all. */
function brokenPromise(indicator: Indicator, actual: readonly Column[], clean: readonly Column[]): string {
  if (actual.length !== indicator.outputs.length) return 'outputs are missing';
  for (const [k, column] of actual.entries()) {
    if (column.length !== ROWS) return `${column.length} rows`;
    const changed = column.subarray(0, BAD).findIndex((x, i) => !Object.is(x, clean[k]![i]));
    if (changed >= 0) return `row ${changed} knows of row ${BAD}`;
    const isWhole = (x: number): boolean => Number.isInteger(x) || Number.isNaN(x);
    if (indicator.outputs[k]!.kind === 'integer' && !column.every(isWhole)) return 'a part of a whole number';
  }
  return '';
}

describe.each(Object.entries(PATTERNS))('bars with %s', (_, spoil) => {
  it.each(INDICATORS.map((indicator) => [indicator.name, indicator] as const))(
    '%s',
    async (name, indicator) => {
      const params = indicator.params.map((param) => param.default);
      const backend = await wasm;
      const inputs = spoiled(indicator, spoil);
      const clean = spoiled(indicator, () => undefined);
      const twin = batch(indicator, inputs, params);
      expect(brokenPromise(indicator, twin, batch(indicator, clean, params))).toBe('');
      const fast = await backend.indicator(name, inputs, params);
      const cleanFast = await backend.indicator(name, clean, params);
      expect(brokenPromise(indicator, fast, cleanFast)).toBe('');
      fast.forEach((column, k) => {
        const missing = (x: Column): string => x.map((value) => Number(Number.isNaN(value))).join('');
        expect(missing(column)).toBe(missing(twin[k]!));
      });
    },
  );
});
