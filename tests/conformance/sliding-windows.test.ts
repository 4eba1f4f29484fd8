import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createWasmBackend } from '../../src/compute/wasm/backend';
import type { Column } from '../../src/core/column';
import { batch } from '../../src/indicators/batch';
import { findIndicator } from '../../src/indicators/catalogue';
import { uniforms } from '../../src/core/random/uniforms';

const kernels = readFile(new URL('../../build/wasm/kernels.wasm', import.meta.url)).then((bytes) =>
  WebAssembly.compile(bytes),
);

const ROWS = 6000;
/** In the middle of a lane, at the ends of lanes and blocks, and soon after each other. */
const SPIKES = [3, 127, 128, 700, 2047, 2048, 2300, 2302, 2420, 4444];

const calm = (seed: number, level: number): Column => uniforms(seed, ROWS).map((u) => level + u);

function spiked(series: Column, size: number): Column {
  const rows = series.slice();
  for (const row of SPIKES) rows[row] = size;
  return rows;
}

/** Rows whose window holds no spike and whose block of the window did not either. */
const isClear = (row: number, reach: number): boolean =>
  SPIKES.every((spike) => row < spike || row > spike + reach);

/** Largest distance from the twin, as a share of each value or of 1. */
async function compare(
  name: string,
  inputs: readonly Column[],
  params: readonly number[],
  isCompared: (row: number) => boolean,
  size: 'each' | 1,
): Promise<number> {
  const backend = await createWasmBackend(await kernels);
  const [actual] = await backend.indicator(name, inputs, params);
  const [twin] = batch(findIndicator(name)!, inputs, params);
  backend.close();
  let worst = 0;
  for (let i = 0; i < ROWS; i++) {
    if (!isCompared(i)) continue;
    expect(Number.isNaN(actual![i]!)).toBe(Number.isNaN(twin![i]!));
    if (!Number.isNaN(twin![i]!)) {
      const scale = size === 'each' ? Math.abs(twin![i]!) : size;
      worst = Math.max(worst, Math.abs(actual![i]! - twin![i]!) / scale);
    }
  }
  return worst;
}

describe.each([5, 9, 20, 65, 300, 1500])('a window of %i rows', (period) => {
  it('gives each variance to 1e-12 of itself, whatever has left it', async () => {
    for (const size of [1e3, 1e9]) {
      const rows = spiked(calm(1, 100), size);
      const worst = await compare('var', [rows], [period, 1], (row) => isClear(row, 2 * period), 'each');
      expect(worst).toBeLessThan(1e-12);
    }
  });

  it('gives each point and slope of a line to 1e-12 of what is calm, whatever has left it', async () => {
    for (const size of [1e3, 1e9]) {
      const rows = spiked(calm(6, 100), size);
      for (const name of ['linearreg', 'linearreg_slope', 'wma']) {
        const worst = await compare(name, [rows], [period], (row) => isClear(row, 2 * period), 1);
        expect({ name, isExact: worst < (name === 'linearreg_slope' ? 1e-12 : 1e-10) }).toEqual({
          name,
          isExact: true,
        });
      }
    }
  });

  it('keeps its digits far from zero', async () => {
    expect(await compare('var', [calm(2, 1e6)], [period, 1], () => true, 'each')).toBeLessThan(1e-12);
  });

  it('forgets rows that are far away, covariances too', async () => {
    const rows = spiked(calm(3, 50), 1e8);
    const other = calm(4, 20).map((x, i) => x + rows[i]! / 8);
    const worst = await compare('correl', [rows, other], [period], (row) => isClear(row, 2 * period), 1);
    expect(worst).toBeLessThan(1e-12);
  });

  it('forgets returns that are no number', async () => {
    const rows = calm(5, 50);
    for (const row of [40, 1000, 2048]) rows[row] = 1e-308;
    const worst = await compare('rolling_sharpe', [rows], [period, 252, 0], () => true, 1);
    expect(worst).toBeLessThan(1e-12);
  });
});
