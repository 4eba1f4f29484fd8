import { expect, it } from 'vitest';
import { columnLayout, type ShownColumn } from './column-layout';

const column = (label: string, value: number, beside: number | null = null): ShownColumn => ({
  label,
  words: label,
  value,
  beside,
});

it('draws gains up and losses down from zero', () => {
  const { columns, zero } = columnLayout(
    [column('a', 0.2), column('b', -0.1), column('c', 0)],
    300,
    100,
    false,
  );
  const [gain, loss, none] = columns.map(({ own }) => own);
  expect((gain?.y ?? 0) + (gain?.height ?? 0)).toBeCloseTo(zero, 9);
  expect(loss?.y).toBeCloseTo(zero, 9);
  expect(gain?.height).toBeCloseTo(2 * (loss?.height ?? 0), 9);
  expect(none?.height).toBe(0);
});

it('stands the benchmark beside the run, and over it where columns are joined', () => {
  const pair = columnLayout([column('a', 0.2, 0.3)], 100, 100, false).columns[0];
  expect(pair?.beside?.x).toBeGreaterThan((pair?.own.x ?? 0) + (pair?.own.width ?? 0));
  const joined = columnLayout([column('a', 4, 6)], 100, 100, true).columns[0];
  expect(joined?.beside?.x).toBe(joined?.own.x);
  expect(joined?.beside?.height).toBeCloseTo(1.5 * (joined?.own.height ?? 0), 9);
});

it('stays within its width and leaves out labels that have no room', () => {
  const many = Array.from({ length: 60 }, (_, k) => column(String(k), k));
  const { columns } = columnLayout(many, 300, 100, false);
  const last = columns.at(-1)?.own;
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(300);
  expect(columns.filter(({ label }) => label !== null).length).toBeLessThan(15);
  expect(columns[0]?.label).toBe('0');
});

it('leaves out what is not known', () => {
  const { columns } = columnLayout([column('a', NaN, NaN), column('b', 1)], 100, 100, false);
  expect(columns[0]?.own.height).toBe(0);
  expect(columns[0]?.beside).toBeNull();
});

it('has an empty layout for no columns', () => {
  expect(columnLayout([], 100, 100, false).columns).toEqual([]);
});
