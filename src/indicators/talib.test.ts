import { describe, expect, it } from 'vitest';
import {
  TALIB_FACTS,
  talibCases,
  talibInputs,
  type TalibCase,
  type TalibFacts,
} from '../../tests/support/talib-golden';
import type { Column } from '../core/column';
import { batch } from './batch';
import { INDICATORS } from './catalogue';
import type { Indicator } from './indicator';

/** Of the largest value of an output. */
const TOLERANCE = 1e-12;

/**
 * Functions that differ from TA-Lib by more than `TOLERANCE`. It takes the variance of stddev, var, correl and
 * bbands as the small difference of two large sums, and a root enlarges what is wrong near zero; ours measure
 * from a row of the window (`statistic.test.ts` holds the statistic ones to the exact value). For beta and
 * ht_sine it is not proven whose rounding it is.
 */
const ILL_CONDITIONED: ReadonlyMap<string, number> = new Map([
  ['beta', 1e-11],
  ['correl', 1e-10],
  ['stddev', 1e-9],
  ['var', 1e-11],
  ['ht_sine', 1e-11],
  ['bbands', 1e-10],
]);

const KNOWN = INDICATORS.filter(({ name }) => TALIB_FACTS.has(name));

describe.each(KNOWN)('$name', (indicator) => {
  it('has the facts of TA-Lib', () => {
    expect(factsOf(indicator)).toEqual(comparable(TALIB_FACTS.get(indicator.name)!));
  });

  it('has the values of TA-Lib 0.7.1', () => {
    const cases = talibCases(indicator.name);
    expect(cases.length).toBeGreaterThan(5);
    expect(cases.flatMap((one) => differences(indicator, one))).toEqual([]);
  });
});

const GROUPS: Readonly<Record<string, string>> = {
  'Overlap Studies': 'overlap',
  'Momentum Indicators': 'momentum',
  'Volume Indicators': 'volume',
  'Volatility Indicators': 'volatility',
  'Price Transform': 'price_transform',
  'Cycle Indicators': 'cycle',
  'Statistic Functions': 'statistic',
  'Math Transform': 'math_transform',
  'Math Operators': 'math_operator',
  'Pattern Recognition': 'pattern',
};

function factsOf(indicator: Indicator): object {
  return {
    group: indicator.group,
    unstable: indicator.unstable,
    inputs: indicator.inputs.map(({ name, source }) => (source === 'real' ? name : [source])),
    params: indicator.params,
    outputs: indicator.outputs.map(({ name, kind }) => ({ name, kind })),
    lookback: indicator.lookback(indicator.params.map((param) => param.default)),
  };
}

function comparable({ group, unstable, inputs, params, outputs, lookback }: TalibFacts): object {
  const flat = inputs.flatMap<string | readonly string[]>((input) =>
    typeof input === 'string' ? [input] : input.map((name) => [name]),
  );
  return { group: GROUPS[group], unstable, inputs: flat, params, outputs, lookback };
}

/** One sentence per output that differs. */
function differences(indicator: Indicator, one: TalibCase): string[] {
  const { series, params, unstablePeriod, begin } = one;
  const label = `${series} [${params.join(', ')}]${unstablePeriod > 0 ? ` unstable ${unstablePeriod}` : ''}`;
  const lookback = indicator.lookback(params) + unstablePeriod;
  if (lookback !== begin) return [`${label}: lookback ${lookback}, begins at ${begin}`];
  const outputs = batch(indicator, talibInputs(indicator, series), params, unstablePeriod);
  return outputs.flatMap((output, k) => {
    const isInteger = indicator.outputs[k]?.kind === 'integer';
    const bound = isInteger ? 0 : (ILL_CONDITIONED.get(indicator.name) ?? TOLERANCE);
    const difference = firstDifference(output, begin, one.values[k]!, bound);
    return difference === null ? [] : [`${label} ${indicator.outputs[k]?.name}: ${difference}`];
  });
}

function firstDifference(output: Column, begin: number, values: Column, bound: number): string | null {
  const warmUp = Math.min(begin, output.length);
  if (output.length !== warmUp + values.length)
    return `${output.length - warmUp} values, not ${values.length}`;
  if (output.subarray(0, warmUp).some((value) => !Number.isNaN(value))) return 'a value in warm-up';
  const sizes = values.filter((value) => Number.isFinite(value)).map(Math.abs);
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
  for (const [i, want] of values.entries()) {
    const got = output[begin + i]!;
    if (got === want || (Number.isNaN(got) && Number.isNaN(want))) continue;
    const error = Math.abs(got - want) / largest;
    if (!(error <= bound))
      return `row ${begin + i} is ${got}, not ${want}: ${error.toExponential(1)} of ${largest}`;
  }
  return null;
}
