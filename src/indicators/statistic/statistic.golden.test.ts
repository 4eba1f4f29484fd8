import { describe, expect, it } from 'vitest';
import { TALIB_FACTS } from '../../../tests/support/talib-golden';
import type { Column } from '../../core/column';
import { batch } from '../batch';
import type { Indicator } from '../indicator';
import { VOLATILITY } from '../volatility/all';
import { STATISTIC } from './all';

interface GoldenCase {
  readonly series: string;
  readonly inputs: readonly string[];
  readonly params: readonly number[];
  /** Row of the first value. */
  readonly begin: number;
  /** Per output, the values from there on, little-endian f64 in base64. */
  readonly values: readonly string[];
}

const files = import.meta.glob<string>('../../../tests/golden/beyond/*.json', {
  query: '?raw',
  import: 'default',
});

async function read<T>(name: string): Promise<T> {
  const load = files[`../../../tests/golden/beyond/${name}.json`];
  if (!load) throw new RangeError(`no golden data of ${name}`);
  return JSON.parse(await load()) as T;
}

function decode(text: string): Column {
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  return new Float64Array(bytes.buffer);
}

/** Of the largest value of an output. */
const TOLERANCE = 1e-12;

const OURS = [...STATISTIC, ...VOLATILITY].filter(({ name }) => !TALIB_FACTS.has(name));

describe.each(OURS)('$name', (indicator) => {
  it('has the values of its oracle', async () => {
    const series = await read<Record<string, Record<string, string>>>('series-statistic');
    const { cases } = await read<{ cases: GoldenCase[] }>(indicator.name);
    expect(cases.length).toBeGreaterThan(1);
    const found = cases.flatMap((one) => {
      const inputs = one.inputs.map((column) => decode(series[one.series]![column]!));
      return differences(indicator, one, inputs);
    });
    expect(found).toEqual([]);
  });
});

/** One sentence per output that differs. */
function differences(indicator: Indicator, one: GoldenCase, inputs: readonly Column[]): string[] {
  const label = `${one.series} [${one.params.join(', ')}]`;
  const lookback = indicator.lookback(one.params);
  if (lookback !== one.begin) return [`${label}: lookback ${lookback}, begins at ${one.begin}`];
  return batch(indicator, inputs, one.params).flatMap((output, k) => {
    const found = firstDifference(output, one.begin, decode(one.values[k]!));
    return found === null ? [] : [`${label} ${indicator.outputs[k]!.name}: ${found}`];
  });
}

function firstDifference(output: Column, begin: number, values: Column): string | null {
  if (output.length !== begin + values.length) return `${output.length - begin} values, not ${values.length}`;
  if (output.subarray(0, begin).some((value) => !Number.isNaN(value))) return 'a value in warm-up';
  const largest = values.filter(Number.isFinite).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (const [i, want] of values.entries()) {
    const got = output[begin + i]!;
    if (got === want || Math.abs(got - want) <= TOLERANCE * largest) continue;
    const error = Math.abs(got - want) / largest;
    return `row ${begin + i} is ${got}, not ${want}: ${error.toExponential(1)} of ${largest}`;
  }
  return null;
}
