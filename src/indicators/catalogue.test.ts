import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../tests/golden/indicators.json';
import type { Column } from '../core/column';
import { batch } from './batch';
import { findIndicator, INDICATORS } from './catalogue';
import type { Indicator } from './indicator';

const RUNS = { seed: 1, numRuns: 60 };

type Series = Record<string, number[]>;
const SERIES: Record<string, Series> = golden.series;

/** The smallest lookbacks a property can be tried on: every period short. */
const shortParams = (indicator: Indicator): fc.Arbitrary<number[]> =>
  fc.tuple(
    ...indicator.params.map(({ kind, min }) =>
      kind === 'integer' ? fc.integer({ min, max: 9 }) : fc.double({ min: -3, max: 3, noNaN: true }),
    ),
  );

const price = fc.double({ min: 1, max: 1e6, noNaN: true });
/** Input columns in the order high, low, close; one column where the indicator takes any series. */
const inputsOf = (indicator: Indicator): fc.Arbitrary<Column[]> =>
  fc.array(fc.tuple(price, price, price), { minLength: 40, maxLength: 120 }).map((bars) => {
    const sorted = bars.map((bar) => [...bar].sort((a, b) => a - b));
    const columns = [2, 0, 1].map((k) => Float64Array.from(sorted, (bar) => bar[k]!));
    return indicator.inputs.length === 1 ? [columns[2]!] : columns;
  });

const caseOf = (indicator: Indicator) => fc.tuple(inputsOf(indicator), shortParams(indicator));

const inputsFrom = (indicator: Indicator, series: Series): Column[] =>
  indicator.inputs.map(({ source }) => Float64Array.from(series[source === 'real' ? 'close' : source]!));

describe.each(INDICATORS)('$name', (indicator) => {
  const cases = golden.cases.filter((c) => c.indicator === indicator.name);

  it.each(cases)('agrees with TA-Lib: $series $params', ({ series, params, outputs }) => {
    const actual = batch(indicator, inputsFrom(indicator, SERIES[series]!), params);
    expect(actual.length).toBe(outputs.length);
    // Differences of averages lose digits of the averages: hence the absolute part, at the scale of prices.
    actual.forEach((column, k) => expect(column).toMatchColumn(outputs[k]!, { rtol: 1e-12, atol: 1e-11 }));
  });

  it('is NaN during its lookback and nowhere else', () => {
    fc.assert(
      fc.property(caseOf(indicator), ([inputs, params]) => {
        const first = batch(indicator, inputs, params).map((column) =>
          column.findIndex((x) => !Number.isNaN(x)),
        );
        expect(first).toEqual(indicator.outputs.map(() => indicator.lookback(params)));
      }),
      RUNS,
    );
  });

  it('never looks ahead: a prefix of the input gives the same bits', () => {
    fc.assert(
      fc.property(caseOf(indicator), fc.integer({ min: 0, max: 40 }), ([inputs, params], length) => {
        const whole = batch(indicator, inputs, params);
        const part = batch(
          indicator,
          inputs.map((column) => column.slice(0, length)),
          params,
        );
        part.forEach((column, k) => expect(column).toEqual(whole[k]!.slice(0, length)));
      }),
      RUNS,
    );
  });

  it('begins at the first number when NaN rows lead', () => {
    fc.assert(
      fc.property(caseOf(indicator), fc.integer({ min: 1, max: 9 }), ([inputs, params], gap) => {
        const shifted = inputs.map((column) => Float64Array.of(...Array<number>(gap).fill(NaN), ...column));
        const plain = batch(indicator, inputs, params);
        batch(indicator, shifted, params).forEach((column, k) => expect(column.slice(gap)).toEqual(plain[k]));
      }),
      RUNS,
    );
  });

  it('gives no number from a window that holds a NaN', () => {
    fc.assert(
      fc.property(caseOf(indicator), fc.integer({ min: 1, max: 39 }), ([inputs, params], hole) => {
        const broken = inputs.map((column) => column.slice());
        for (const column of broken) column[hole] = NaN;
        const isWarm = hole >= indicator.lookback(params);
        const values = batch(indicator, broken, params).map((column) => column[hole]!);
        expect(values).toEqual(values.map(() => NaN));
        const before = batch(indicator, inputs, params).map((column) => column[hole]!);
        expect(before.every((x) => !Number.isNaN(x))).toBe(isWarm);
      }),
      RUNS,
    );
  });

  it('gives nothing for nothing', () => {
    const defaults = indicator.params.map((parameter) => parameter.default);
    const empty = indicator.inputs.map(() => new Float64Array());
    expect(batch(indicator, empty, defaults)).toEqual(indicator.outputs.map(() => new Float64Array()));
  });

  it('refuses parameters outside their range', () => {
    indicator.params.forEach(({ kind, min, max, default: standard }, k) => {
      const others = indicator.params.map((parameter) => parameter.default);
      const bad = [min - 1 - Math.abs(min), max * 2, NaN, ...(kind === 'integer' ? [standard + 0.5] : [])];
      for (const value of bad) {
        expect(() => indicator.stream(others.with(k, value))).toThrow(
          expect.objectContaining({ code: 'parameter_out_of_range' }),
        );
      }
    });
  });

  it('refuses too few parameters and columns of different lengths', () => {
    const defaults = indicator.params.map((parameter) => parameter.default);
    const inputs = indicator.inputs.map(() => new Float64Array(9));
    const mismatch = expect.objectContaining({ code: 'length_mismatch' });
    expect(() => indicator.stream(defaults.slice(1))).toThrow(mismatch);
    expect(() => batch(indicator, [], defaults)).toThrow(mismatch);
    expect(() => batch(indicator, [...inputs, new Float64Array(8)], defaults)).toThrow(mismatch);
  });
});

describe('catalogue', () => {
  it('finds an indicator by its name', () => {
    expect(findIndicator('macd')?.title).toBe('Moving Average Convergence/Divergence');
    expect(findIndicator('MACD')).toBeUndefined();
  });

  it('has every name once', () => {
    expect(new Set(INDICATORS.map(({ name }) => name)).size).toBe(INDICATORS.length);
  });
});
