import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createWasmBackend } from '../../src/compute/wasm/backend';
import type { Column } from '../../src/core/column';
import { uniforms } from '../../src/core/random/uniforms';
import { batch } from '../../src/indicators/batch';
import { MOST_PROFILED } from '../../src/indicators/graph/structure-kernels';
import { volumeProfile } from '../../src/indicators/structure/volume-profile';

const kernels = readFile(new URL('../../build/wasm/kernels.wasm', import.meta.url)).then((bytes) =>
  WebAssembly.compile(bytes),
);

const ROWS = 3000;
const PARAMS = [
  [100, 24, 70],
  [20, 3, 100],
  [7, 200, 0],
  [1, 5, 50],
];

/** Bars on a coarse grid, so that prices lie on the edges of bins and ranges stay; `volumeOf` takes a number within (0, 1). */
function bars(volumeOf: (u: number) => number): Column[] {
  const steps = uniforms(11, ROWS);
  const spans = uniforms(12, ROWS);
  const volumes = uniforms(13, ROWS);
  const close = new Float64Array(ROWS);
  let price = 100;
  for (let i = 0; i < ROWS; i++) close[i] = price += Math.round((steps[i]! - 0.5) * 4) / 4;
  const high = close.map((x, i) => x + Math.round(spans[i]! * 4) / 4);
  const low = close.map((x, i) => x - Math.round(spans[ROWS - 1 - i]! * 4) / 4);
  return [high, low, close, volumes.map(volumeOf)];
}

/** What the fast form gives. */
async function fast(inputs: readonly Column[], params: readonly number[]): Promise<readonly Column[]> {
  const backend = await createWasmBackend(await kernels);
  const columns = await backend.indicator('volume_profile', inputs, params);
  backend.close();
  return columns;
}

describe.each(PARAMS)('volume_profile with a period of %i, %i bins and %i %%', (...params) => {
  it('finds equal volumes equal, though tenths of a unit add up with rounding', async () => {
    const inputs = bars((u) => Math.floor(u * 5) / 10);
    expect(await fast(inputs, params)).toEqual(batch(volumeProfile, inputs, params));
  });

  it('carries volumes of very different size', async () => {
    const inputs = bars((u) => (u < 0.1 ? 1e12 * u : u / 3));
    expect(await fast(inputs, params)).toEqual(batch(volumeProfile, inputs, params));
  });

  it('goes on after windows without a range or without volume', async () => {
    const inputs = bars((u) => Math.round(u * 100));
    inputs.slice(0, 3).forEach((column) => column.fill(100.5, 1000, 1200));
    inputs[3]!.fill(0, 2000, 2200);
    expect(await fast(inputs, params)).toEqual(batch(volumeProfile, inputs, params));
  });

  it('comes to an end where volumes are below zero', async () => {
    const inputs = bars((u) => Math.round((u - 0.5) * 1000));
    expect(await fast(inputs, params)).toEqual(batch(volumeProfile, inputs, params));
  });
});

it('leaves windows that are too long to be gone through to the twin', async () => {
  const inputs = bars((u) => u);
  const params = [MOST_PROFILED + 1, 24, 70];
  expect(volumeProfile.graph!([], params)).toBeUndefined();
  expect(await fast(inputs, params)).toEqual(batch(volumeProfile, inputs, params));
});
