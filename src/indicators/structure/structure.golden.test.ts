import { describe, expect, it } from 'vitest';
import type { Column } from '../../core/column';
import { batch } from '../batch';
import type { Indicator } from '../indicator';
import { STRUCTURE } from './all';

/** Of the largest value of an output. */
const TOLERANCE = 1e-12;

type Value = number | null;

interface Case {
  readonly series: string;
  readonly params: readonly number[];
  /** Whole columns, or pairs of a row and the value from there on. */
  readonly outputs: Readonly<Record<string, readonly Value[] | readonly (readonly [number, Value])[]>>;
}

const files = import.meta.glob<unknown>('/tests/golden/beyond/*.json', { import: 'default', eager: true });
const read = <T>(name: string): T => files[`/tests/golden/beyond/${name}.json`] as T;
const SERIES =
  read<Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>>('series-structure');

const inputsOf = ({ inputs }: Indicator, series: string): Column[] =>
  inputs.map(({ source }) => Float64Array.from(SERIES[series]![source === 'real' ? 'close' : source]!));

function wholeColumn(stored: Case['outputs'][string], rows: number): Value[] {
  if (!Array.isArray(stored[0])) return [...(stored as readonly Value[])];
  const column = Array<Value>(rows).fill(null);
  for (const [row, value] of stored as readonly (readonly [number, Value])[]) column.fill(value, row);
  return column;
}

describe.each(STRUCTURE)('$name', (indicator) => {
  it.each(read<readonly Case[]>(indicator.name))(
    'agrees with its reference on $series with $params',
    ({ series, params, outputs }) => {
      const columns = batch(indicator, inputsOf(indicator, series), params);
      expect(Object.keys(outputs)).toEqual(indicator.outputs.map(({ name }) => name));
      indicator.outputs.forEach(({ name, kind }, k) => {
        const expected = wholeColumn(outputs[name]!, columns[k]!.length);
        const largest = expected.reduce<number>((most, x) => Math.max(most, Math.abs(x ?? 0)), 0);
        expect(columns[k]).toMatchColumn(expected, { atol: kind === 'integer' ? 0 : TOLERANCE * largest });
      });
    },
  );
});
