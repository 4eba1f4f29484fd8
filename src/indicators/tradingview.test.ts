import { describe, expect, it } from 'vitest';
import type { Column } from '../core/column';
import { batch } from './batch';
import { INDICATORS } from './catalogue';
import { dependsOnConvention, underConvention } from './convention';
import type { Indicator } from './indicator';

/** Of the largest value of an output. */
const TOLERANCE = 1e-12;

/**
 * The second stochastic of stc divides by the reach of a first one that stays near one end: the rounding of two
 * close averages grows a hundredfold twice.
 */
const ILL_CONDITIONED: ReadonlyMap<string, number> = new Map([['stc', 1e-11]]);

type Series = Readonly<Record<string, readonly number[]>>;

interface Case {
  readonly series: string;
  readonly params: readonly number[];
  readonly outputs: Readonly<Record<string, readonly (number | null)[]>>;
}

const files = import.meta.glob<unknown>('../../tests/golden/tradingview/*.json', {
  import: 'default',
  eager: true,
});
const read = <T>(name: string): T => files[`../../tests/golden/tradingview/${name}.json`] as T;
const SERIES = read<Readonly<Record<string, Series>>>('series');

function inputsOf({ inputs }: Indicator, series: Series): Column[] {
  return inputs.map(({ name, source }) => {
    const close = series['close']!;
    if (name === 'periods') return Float64Array.from(close, (_, i) => 2 + (i % 40));
    return Float64Array.from(source === 'real' ? close : series[source]!);
  });
}

const VARIANTS = INDICATORS.filter(dependsOnConvention);

describe.each(VARIANTS)("$name under TradingView's convention", (entry) => {
  const indicator = underConvention(entry, 'tradingview');
  const cases = read<readonly Case[] | undefined>(entry.name) ?? [];

  it('has golden data', () => {
    expect(cases.length).toBeGreaterThan(1);
  });

  it.each(cases)('agrees on $series with $params', ({ series, params, outputs }) => {
    const columns = batch(indicator, inputsOf(indicator, SERIES[series]!), params);
    indicator.outputs.forEach(({ name }, k) => {
      const expected = outputs[name]!;
      const largest = expected.reduce<number>((most, x) => Math.max(most, Math.abs(x ?? 0)), 0);
      const tolerance = ILL_CONDITIONED.get(entry.name) ?? TOLERANCE;
      expect(columns[k]).toMatchColumn(expected, { atol: tolerance * largest });
    });
  });

  it('differs from the default', () => {
    const agreeing = cases.filter(({ series, params }) => {
      const inputs = (one: Indicator) => inputsOf(one, SERIES[series]!);
      const [ours, theirs] = [entry, indicator].map((one) => batch(one, inputs(one), params));
      return ours!.every((column, k) => column.every((x, i) => Object.is(x, theirs![k]![i])));
    });
    expect(agreeing.length).toBeLessThan(cases.length);
  });
});

it('leaves indicators alone on which the conventions agree', () => {
  const same = INDICATORS.filter((indicator) => !dependsOnConvention(indicator));
  expect(same.map((indicator) => underConvention(indicator, 'tradingview'))).toEqual(same);
});
