import { describe, expect, it } from 'vitest';
import type { Column } from '../../core/column';
import { batch } from '../batch';
import type { Indicator } from '../indicator';
import { OVERLAP } from './all';

/** Of the largest value of an output. */
const TOLERANCE = 1e-12;

type Series = Readonly<Record<string, readonly number[]>>;

/** One run: every `stride`-th row of each output from `begin` on. */
interface GoldenCase {
  readonly series: string;
  readonly params: readonly number[];
  readonly begin: number;
  readonly stride: number;
  readonly values: readonly (readonly number[])[];
}

const files = import.meta.glob<{ cases: readonly GoldenCase[] }>('/tests/golden/beyond/*.json', {
  import: 'default',
  eager: true,
});
const SERIES = files['/tests/golden/beyond/series-overlap.json'] as unknown as Readonly<
  Record<string, Series>
>;

const casesOf = ({ name }: Indicator): readonly GoldenCase[] =>
  files[`/tests/golden/beyond/${name}.json`]?.cases ?? [];

function inputsOf(indicator: Indicator, series: Series): Column[] {
  return indicator.inputs.map(({ source }) =>
    Float64Array.from(series[source === 'real' ? 'close' : source] ?? []),
  );
}

const KNOWN = OVERLAP.filter((indicator) => casesOf(indicator).length > 0);

it('has reference values of every average, band and stop that TA-Lib lacks', () => {
  expect(KNOWN).toHaveLength(29);
});

describe.each(KNOWN)('$name', (indicator) => {
  it.each(casesOf(indicator))('has the reference values: $series $params', (golden) => {
    const { params, begin, stride, values } = golden;
    const outputs = batch(indicator, inputsOf(indicator, SERIES[golden.series]!), params);
    expect(indicator.lookback(params)).toBe(begin);
    outputs.forEach((output, k) => {
      const expected = values[k]!;
      const got = output.subarray(begin).filter((_, i) => i % stride === 0);
      const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      expect(output.subarray(0, begin).every(Number.isNaN)).toBe(true);
      expect(got).toMatchColumn(expected, { atol: TOLERANCE * largest });
    });
  });
});
