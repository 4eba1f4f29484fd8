import { readFile } from 'node:fs/promises';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toBacktabError } from '../../core/errors';
import { batch } from '../../indicators/batch';
import { findIndicator } from '../../indicators/catalogue';
import type { Indicator } from '../../indicators/indicator';
import type { ResolvedRequest } from '../../research/indicator-request';
import type { BatchEnd } from '../backend';
import { IndicatorBatches } from './indicator-batch';
import { instantiateKernels, type KernelInstance } from './kernels';

const sma = findIndicator('sma')!;
const close = Float64Array.from({ length: 20_000 }, (_, i) => 100 + ((i * 7919) % 97) / 4);
const OUTPUT_BYTES = close.byteLength;

let module: WebAssembly.Module;
let instance: KernelInstance;

beforeAll(async () => {
  const bytes = await readFile(new URL('../../../build/wasm/kernels.wasm', import.meta.url));
  module = await WebAssembly.compile(bytes);
});

beforeEach(async () => {
  instance = await instantiateKernels(module);
});

const call = (indicator: Indicator, ...params: number[]): ResolvedRequest => ({
  indicator,
  inputs: [close],
  params,
  unstablePeriod: 0,
});

/** An indicator that only its stream can compute: its graph throws. */
const broken: Indicator = {
  ...sma,
  graph: () => {
    throw new RangeError('no such graph');
  },
};

async function ends(batches: IndicatorBatches, calls: readonly ResolvedRequest[]) {
  const taken: { by: string; column: Float64Array }[] = [];
  await batches.compute(calls, (_, end: BatchEnd) => {
    if ('failure' in end) throw end.failure;
    taken.push({ by: end.by, column: end.columns[0]!.slice() });
  });
  return taken;
}

/** What can be compared at once. */
const bits = (taken: readonly { by: string; column: Float64Array }[]): string[] =>
  taken.map(({ by, column }) => by + new TextDecoder('latin1').decode(column));

describe('a batch on WASM', () => {
  it('computes on columns that stay in memory what it computes on copies', async () => {
    const other = close.map((x, i) => x + (i % 5));
    const gaps = close.map((x, i) => (i < 3 || i === 15_000 ? NaN : x));
    const beside = close.map((x) => 2 * x);
    const list = [close, other, gaps, beside].map((x) => ({ ...call(sma, 20), inputs: [x] }));
    const copied = bits(await ends(new IndicatorBatches(instance), list));
    const batches = new IndicatorBatches(await instantiateKernels(module));
    await batches.load([close, other, gaps]);
    for (const round of [0, 1, 2]) {
      for (const [k, one] of list.entries())
        expect(bits(await ends(batches, [one]))[0] === copied[k], `${round} ${k}`).toBe(true);
    }
    expect(bits(await ends(batches, list)).join() === copied.join()).toBe(true);
    await batches.load([beside]);
    expect(bits(await ends(batches, list)).join() === copied.join()).toBe(true);
  });

  it('goes on where columns do not fit into memory', async () => {
    const batches = new IndicatorBatches(instance);
    const [copied] = bits(await ends(batches, [call(sma, 20)]));
    await batches.load([new Float64Array(33 * 2 ** 20), close]);
    expect(bits(await ends(batches, [call(sma, 20)]))[0] === copied).toBe(true);
    expect(batches.failure).toBeNull();
  });

  it('holds no more outputs at a time than it may', async () => {
    const calls = Array.from({ length: 200 }, (_, k) => call(sma, k + 2));
    await ends(new IndicatorBatches(instance, 4 * OUTPUT_BYTES), calls.slice(0, 4));
    const bytes = instance.memory.buffer.byteLength;
    const all = await ends(new IndicatorBatches(instance, 4 * OUTPUT_BYTES), calls);
    expect(all).toHaveLength(200);
    expect(instance.memory.buffer.byteLength).toBeLessThanOrEqual(bytes + 2 * OUTPUT_BYTES);
  });

  it('computes a call that is larger than that alone', async () => {
    const [one] = await ends(new IndicatorBatches(instance, 1), [call(sma, 20), call(sma, 30)]);
    expect(one?.by).toBe('wasm');
  });

  it('leaves only what fails to the twin, and says why', async () => {
    const batches = new IndicatorBatches(instance);
    const calls = [call(sma, 5), call(broken, 7), call(sma, 9), call(sma, 11), call(sma, 13)];
    expect(batches.failure).toBeNull();
    const taken = await ends(batches, calls);
    expect(taken.map(({ by }) => by)).toEqual(['wasm', 'cpu', 'wasm', 'wasm', 'wasm']);
    expect(taken[1]!.column).toEqual(batch(sma, [close], [7])[0]);
    expect(batches.failure?.message).toBe('no such graph');
  });

  it('leaves all to the twins where there is no memory', async () => {
    const grow = (): never => {
      throw new RangeError('out of memory');
    };
    const batches = new IndicatorBatches({ ...instance, memory: Object.assign(instance.memory, { grow }) });
    const taken = await ends(batches, [call(sma, 5), call(sma, 7)]);
    expect(taken.map(({ by }) => by)).toEqual(['cpu', 'cpu']);
    expect(taken[1]!.column).toEqual(batch(sma, [close], [7])[0]);
    expect(toBacktabError(batches.failure).code).toBe('backend_unavailable');
  });

  it('takes batches in turn', async () => {
    const batches = new IndicatorBatches(instance);
    const other = close.map((x) => 2 * x);
    const second = ends(batches, [{ ...call(sma, 5), inputs: [other] }]);
    const [first] = await ends(batches, [call(sma, 5)]);
    expect((await second)[0]!.column).toEqual(first!.column.map((x) => 2 * x));
  });

  it('gives new values for new data in the same place', async () => {
    const batches = new IndicatorBatches(instance);
    const column = close.slice();
    const asked = { ...call(sma, 5), inputs: [column] };
    await ends(batches, [asked]);
    column[19_999] = 400;
    const [after] = await ends(batches, [asked]);
    expect(after!.column.at(-1)).toBeCloseTo(batch(sma, [column], [5])[0]!.at(-1)!, 9);
  });
});
