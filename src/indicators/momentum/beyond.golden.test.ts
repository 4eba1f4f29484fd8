import { describe, expect, it } from 'vitest';
import metadata from '../../../tests/golden/metadata.json';
import type { Column } from '../../core/column';
import { batch } from '../batch';
import { findIndicator } from '../catalogue';
import type { Indicator } from '../indicator';

/** Of the largest value of an output. */
const TOLERANCE = 1e-12;

interface GoldenCase {
  readonly series: string;
  readonly params: readonly number[];
  readonly begin: number;
  readonly values: readonly string[];
}

const files = import.meta.glob<string>('../../../tests/golden/beyond/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const read = <T>(name: string): T =>
  JSON.parse(files[`../../../tests/golden/beyond/${name}.json`] ?? 'null') as T;

/** Indicators of momentum and volume that tests/golden/beyond_momentum.py has values of. */
const NAMES = Object.entries(metadata)
  .filter(([, { origin }]) => origin === 'tests/golden/beyond_momentum.py')
  .map(([file]) => file.replace(/^beyond\/(.*)\.json$/, '$1'))
  .filter((name) => name !== 'series-momentum');

const SERIES = read<Record<string, Record<string, string>>>('series-momentum');

function decode(text: string): Column {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.codePointAt(0)!);
  return new Float64Array(bytes.buffer);
}

const inputsOf = (indicator: Indicator, series: string): Column[] =>
  indicator.inputs.map(({ source }) => decode(SERIES[series]![source === 'real' ? 'close' : source]!));

describe.each(NAMES)('%s', (name) => {
  const indicator = findIndicator(name)!;
  const { cases } = read<{ cases: GoldenCase[] }>(name);

  it.each(cases)('has the values of its formula: $series $params', ({ series, params, begin, values }) => {
    expect(indicator.lookback(params)).toBe(begin);
    const columns = batch(indicator, inputsOf(indicator, series), params);
    expect(columns.length).toBe(values.length);
    values.forEach((text, k) => {
      const expected = decode(text);
      const largest = expected.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
      expect(columns[k]!.slice(0, begin).every(Number.isNaN)).toBe(true);
      expect(columns[k]!.slice(begin)).toMatchColumn(expected, { atol: TOLERANCE * largest });
    });
  });
});

it('has values of all', () => {
  expect(NAMES.length).toBe(54);
});
