import { describe, expect, it } from 'vitest';
import type { KernelBackend } from '../../src/core/backend';
import type { Column } from '../../src/core/column';
import { batch } from '../../src/indicators/batch';
import { INDICATORS } from '../../src/indicators/catalogue';
import type { Indicator } from '../../src/indicators/indicator';
import { parameterSets } from './parameter-sets';
import { inputsOf } from './series';

/** Lengths around the ends of vectors, groups and blocks. */
const LENGTHS = [0, 1, 2, 5, 31, 64, 257, 4095, 4096, 4097, 4103];
const LONG = 8300;
/** Longer than what is kept of a column on the way. */
const VERY_LONG = 40_000;

/** Largest distance of a column from the twin's, as a share of its largest value; Infinity where only one is a number. */
function distance(actual: Column, twin: Column): number {
  if (actual.length !== twin.length) return Infinity;
  let size = 0;
  let worst = 0;
  for (const x of twin) if (Number.isFinite(x)) size = Math.max(size, Math.abs(x));
  for (let i = 0; i < twin.length; i++) {
    if (Object.is(actual[i], twin[i]) || actual[i] === twin[i]) continue;
    const gap = Math.abs(actual[i]! - twin[i]!);
    worst = Math.max(worst, Number.isNaN(gap) ? Infinity : gap);
  }
  return worst === 0 ? 0 : worst / size;
}

/** What computes an indicator's columns, as the method of a backend does for one of the catalogue. */
export type Compute = (
  indicator: Indicator,
  inputs: readonly Column[],
  params: readonly number[],
) => Promise<readonly Column[]>;

/**
 * What indicators must do, whatever computes them.
 *
 * @param open  called anew for each test
 * @param sets  parameters of each indicator: where the twins themselves run the defaults are enough
 */
export function agreementCases(
  indicators: readonly Indicator[],
  open: () => Promise<{ compute: Compute; close(): void }>,
  sets: (indicator: Indicator) => number[][] = parameterSets,
): void {
  describe.each(indicators.map((indicator) => ({ name: indicator.name, indicator })))(
    '$name',
    ({ indicator }) => {
      it('agrees with its twin at every length', async () => {
        const { compute, close } = await open();
        const whole = inputsOf(indicator, LONG, 3);
        for (const params of sets(indicator)) {
          for (const rows of [...LENGTHS, LONG]) {
            const inputs = whole.map((column) => column.slice(0, rows));
            expect(await disagreement(compute, indicator, inputs, params)).toBe('');
          }
        }
        close();
      });

      it('agrees with its twin on a very long column', async () => {
        const { compute, close } = await open();
        const [params = []] = sets(indicator);
        const inputs = inputsOf(indicator, VERY_LONG, 13);
        expect(await disagreement(compute, indicator, inputs, params)).toBe('');
        close();
      });

      it('gives the same bits whatever follows', async () => {
        const { compute, close } = await open();
        for (const params of sets(indicator))
          expect(await changedPrefixes(compute, indicator, params)).toEqual([]);
        close();
      });

      it('treats odd numbers as its twin does', async () => {
        const { compute, close } = await open();
        const [params = []] = sets(indicator);
        for (const odd of [NaN, Infinity, -Infinity, 1e200]) {
          for (const holes of [[0, 1, 2], [0, 290], [241], [240, 241, 242, 243, 260], [299]]) {
            const inputs = inputsOf(indicator, 300, 7);
            for (const hole of holes) inputs[hole % inputs.length]![hole] = odd;
            expect(await disagreement(compute, indicator, inputs, params)).toBe('');
          }
        }
        close();
      });

      it('settles on flat data as its twin does', async () => {
        const { compute, close } = await open();
        // Where all values lie on the flat stretch there is nothing but rounding errors to compare.
        for (const params of sets(indicator).filter((values) => indicator.lookback(values) < 900)) {
          const inputs = inputsOf(indicator, 1400, 9);
          inputs.forEach((column, k) => column.fill(inputs[k]![1000]!, 1000));
          expect(await disagreement(compute, indicator, inputs, params)).toBe('');
        }
        close();
      });
    },
  );
}

/** For the backend of the twins, which only hands on: what they are is tested in `src/indicators` and `tests/golden`. */
export const SOME_INDICATORS = INDICATORS.filter((_, k) => k % 12 === 0);

/** What every backend's indicators must do. */
export function indicatorCases(
  open: () => Promise<KernelBackend>,
  sets: (indicator: Indicator) => number[][] = parameterSets,
  indicators: readonly Indicator[] = INDICATORS,
): void {
  const opened = async () => {
    const backend = await open();
    const compute: Compute = ({ name }, inputs, params) => backend.indicator(name, inputs, params);
    return { compute, close: () => backend.close() };
  };
  agreementCases(indicators, opened, sets);

  it('refuses bad names, parameters and columns', async () => {
    const backend = await open();
    const close = new Float64Array(9);
    const mismatch = { code: 'length_mismatch' };
    await expect(backend.indicator('smaa', [close], [2])).rejects.toMatchObject({
      code: 'indicator_unknown',
    });
    await expect(backend.indicator('rsi', [close], [1])).rejects.toMatchObject({
      code: 'parameter_out_of_range',
    });
    await expect(backend.indicator('sma', [close], [])).rejects.toMatchObject(mismatch);
    await expect(backend.indicator('sma', [], [3])).rejects.toMatchObject(mismatch);
    const uneven = [close, close, new Float64Array(8)];
    await expect(backend.indicator('atr', uneven, [3])).rejects.toMatchObject(mismatch);
    backend.close();
  });
}

/** All short lengths, then those around a block's end. */
function prefixLengths(most: number): number[] {
  const short = Array.from({ length: 40 }, (_, i) => i);
  const late = Array.from({ length: 9 }, (_, i) => 4092 + i);
  return [...short, 255, 256, 257, 511, ...late, most - 1];
}

/** Lengths of prefixes whose values have other bits than the whole column's. */
async function changedPrefixes(
  compute: Compute,
  indicator: Indicator,
  params: readonly number[],
): Promise<number[]> {
  const inputs = inputsOf(indicator, 4150, 5);
  const whole = await compute(indicator, inputs, params);
  const changed: number[] = [];
  for (const rows of prefixLengths(4150)) {
    const prefix = inputs.map((column) => column.slice(0, rows));
    const part = await compute(indicator, prefix, params);
    const isSame = part.every(
      (column, k) => column.length === rows && column.every((x, i) => Object.is(x, whole[k]![i])),
    );
    if (!isSame) changed.push(rows);
  }
  return changed;
}

/** Where columns are further from the twin's than they may be; empty where they are not. */
async function disagreement(
  compute: Compute,
  indicator: Indicator,
  inputs: readonly Column[],
  params: readonly number[],
): Promise<string> {
  const actual = await compute(indicator, inputs, params);
  const twin = batch(indicator, inputs, params);
  const limits = indicator.outputs.map(({ kind }) => (kind === 'integer' ? 0 : 1e-12));
  const distances = actual.map((column, k) => distance(column, twin[k]!));
  const isGood = actual.length === twin.length && distances.every((x, k) => x <= limits[k]!);
  return isGood
    ? ''
    : `${indicator.name}(${params.join(', ')}) on ${inputs[0]?.length} rows: ${distances.join(', ')}`;
}
