import { describe, expect, it } from 'vitest';
import type { ComputeBackend } from '../../src/compute/backend';
import type { Column } from '../../src/core/column';
import { batch } from '../../src/indicators/batch';
import { INDICATORS } from '../../src/indicators/catalogue';
import { underConvention } from '../../src/indicators/convention';
import type { Indicator } from '../../src/indicators/indicator';
import { isCandlePattern } from '../../src/indicators/pattern/candle-pattern';
import { variantOf } from '../../src/indicators/variant';
import type { ResolvedRequest } from '../../src/research/indicator-request';

import { inputsOf } from './series';

/** More than a block, and none of vectors. */
const ROWS = 4103;
const UNSTABLE = 7;

/** Parameters that an indicator is computed with. */
type ParameterSets = (indicator: Indicator) => number[][];

/** Inputs by what they are, so that calls share columns. */
function columnsFor(rows: number, seed: number): (indicator: Indicator) => readonly Column[] {
  const known = new Map<string, Column>();
  return (indicator) => {
    const made = inputsOf(indicator, rows, seed);
    return indicator.inputs.map(({ name, source }, k) => {
      const key = source === 'real' ? `real ${k} ${name === 'periods'}` : source;
      const column = known.get(key) ?? made[k]!;
      known.set(key, column);
      return column;
    });
  };
}

/** Every indicator in every form: parameters, conventions, unstable periods, other candle settings. */
function everyCall(rows: number, seed: number, setsOf: ParameterSets): ResolvedRequest[] {
  const inputs = columnsFor(rows, seed);
  const call = (indicator: Indicator, params: readonly number[], unstablePeriod = 0): ResolvedRequest => ({
    indicator,
    inputs: inputs(indicator),
    params,
    unstablePeriod,
  });
  return INDICATORS.flatMap((indicator) => {
    const sets = setsOf(indicator);
    const [first = []] = sets;
    const calls = sets.map((params) => call(indicator, params));
    if (indicator.unstable) calls.push(call(indicator, first, UNSTABLE));
    if (indicator.tradingview) calls.push(call(underConvention(indicator, 'tradingview'), first));
    if (isCandlePattern(indicator)) {
      const candleSettings = { bodyDoji: { period: 5 }, bodyLong: { factor: 1.5 } };
      calls.push(call(variantOf(indicator, { candleSettings }), first));
    }
    return calls;
  });
}

/** The columns of each call, in its order. */
async function computed(
  backend: ComputeBackend,
  calls: readonly ResolvedRequest[],
): Promise<readonly (readonly Column[])[]> {
  const results: Column[][] = [];
  await backend.computeIndicators(calls, (index, end) => {
    if ('failure' in end) throw end.failure;
    expect(index).toBe(results.length);
    results.push(end.columns.map((column) => column.slice()));
  });
  return results;
}

const alone = async (backend: ComputeBackend, calls: readonly ResolvedRequest[]) =>
  Promise.all(calls.map(async (call) => (await computed(backend, [call]))[0]!));

/** The same calls in another order, seeded. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const keys = items.map((_, i) => ((i + 1) * seed) % 7919);
  return items
    .map((_, i) => i)
    .toSorted((a, b) => keys[a]! - keys[b]!)
    .map((i) => items[i]!);
}

/** Names of the calls whose values are not those expected, bit for bit. */
function differing(
  calls: readonly ResolvedRequest[],
  actual: readonly (readonly Column[])[],
  expected: readonly (readonly Column[])[],
): string[] {
  return calls.flatMap((call, k) => {
    const isSame = call.indicator.outputs.every((_, j) => isEqual(actual[k]?.[j], expected[k]?.[j]));
    return isSame ? [] : [`${call.indicator.name}(${call.params.join(', ')}) ${call.unstablePeriod}`];
  });
}

const isEqual = (a: Column | undefined, b: Column | undefined): boolean =>
  a !== undefined && a.length === b?.length && a.every((x, i) => Object.is(x, b[i]));

/** What every backend's batches must do. */
export function batchCases(open: () => Promise<ComputeBackend>, sets: ParameterSets): void {
  describe('a batch', () => {
    it('gives each call the bits that it has alone, in any order', async () => {
      const backend = await open();
      const calls = everyCall(ROWS, 3, sets);
      const singles = new Map((await alone(backend, calls)).map((columns, k) => [calls[k]!, columns]));
      for (const order of [calls, shuffled(calls, 31)]) {
        const together = await computed(backend, order);
        expect(
          differing(
            order,
            together,
            order.map((call) => singles.get(call)!),
          ),
        ).toEqual([]);
      }
      backend.close();
    }, 60_000);

    it('gives the same where columns begin late and hold odd numbers', async () => {
      const backend = await open();
      const calls = everyCall(400, 5, sets);
      const columns = [...new Set(calls.flatMap(({ inputs }) => inputs))];
      columns.forEach((column, k) => {
        column.fill(NaN, 0, k % 3);
        if (k % 2 === 0) column[300 + k] = k % 4 === 0 ? Infinity : 1e200;
      });
      const together = await computed(backend, calls);
      expect(differing(calls, together, await alone(backend, calls))).toEqual([]);
      backend.close();
    });

    it('does as single calls do', async () => {
      const backend = await open();
      const calls = everyCall(700, 7, sets).filter(
        ({ indicator, unstablePeriod }) => INDICATORS.includes(indicator) && unstablePeriod === 0,
      );
      const singles = await Promise.all(
        calls.map(({ indicator, inputs, params }) => backend.indicator(indicator.name, inputs, params)),
      );
      expect(differing(calls, await computed(backend, calls), singles)).toEqual([]);
      backend.close();
    });

    it('blanks unstable periods as its twin does', async () => {
      const backend = await open();
      const calls = everyCall(300, 9, sets).filter(({ unstablePeriod }) => unstablePeriod > 0);
      expect(calls.length).toBeGreaterThan(10);
      const results = await computed(backend, calls);
      for (const [k, { indicator, inputs, params, unstablePeriod }] of calls.entries()) {
        const twin = batch(indicator, inputs, params, unstablePeriod);
        twin.forEach((column, j) =>
          expect(results[k]![j]!).toMatchColumn(column, { rtol: 1e-9, atol: 1e-9 }),
        );
      }
      backend.close();
    });

    it('answers bad calls with their failures and goes on, on columns of any length', async () => {
      const backend = await open();
      const sma = INDICATORS.find(({ name }) => name === 'sma')!;
      const atr = INDICATORS.find(({ name }) => name === 'atr')!;
      const [long, short, none] = [
        new Float64Array(9).fill(2),
        Float64Array.of(1, 2, 4),
        new Float64Array(0),
      ];
      const call = (
        indicator: Indicator,
        inputs: readonly Column[],
        params: number[],
        unstablePeriod = 0,
      ) => ({
        indicator,
        inputs,
        params,
        unstablePeriod,
      });
      const calls = [
        call(sma, [long], [0]),
        call(sma, [long], [2]),
        call(sma, [short], [2]),
        call(sma, [none], [2]),
        call(atr, [long, long, short], [2]),
        call(sma, [], [2]),
        call(sma, [long], [2], 3),
        call(atr, [short, short, short], [1]),
      ];
      const ends: unknown[] = [];
      await backend.computeIndicators(calls, (_, end) => {
        ends.push('failure' in end ? end.failure.code : [...end.columns[0]!]);
      });
      expect(ends).toEqual([
        'parameter_out_of_range',
        [NaN, ...Array<number>(8).fill(2)],
        [NaN, 1.5, 3],
        [],
        'length_mismatch',
        'length_mismatch',
        'parameter_out_of_range',
        [NaN, 1, 2],
      ]);
      backend.close();
    });

    it('waits for each end to be taken, and ends where that fails', async () => {
      const backend = await open();
      const calls = everyCall(50, 3, sets).slice(0, 5);
      const order: string[] = [];
      const stop = new Error('enough');
      const done = backend.computeIndicators(calls, async (index) => {
        order.push(`begin ${index}`);
        await Promise.resolve();
        order.push(`end ${index}`);
        if (index === 2) throw stop;
      });
      await expect(done).rejects.toBe(stop);
      expect(order).toEqual([0, 1, 2].flatMap((index) => [`begin ${index}`, `end ${index}`]));
      expect(await computed(backend, calls)).toHaveLength(5);
      backend.close();
    });
  });
}
