import { describe, expect, it } from 'vitest';
import { drawnRows, rowsWithin } from './chosen-rows';

const all = (count: number) => Uint32Array.from({ length: count }, (_, row) => row);

describe('rowsWithin', () => {
  const trades = Float64Array.of(5, 30, NaN, 80);
  const test = { read: (row: number) => trades[row]!, range: { low: 30, high: 80 } };

  it('keeps the rows whose values lie in all ranges, ends included', () => {
    expect([...rowsWithin(all(4), [test])]).toEqual([1, 3]);
    expect([...rowsWithin(all(4), [test, { ...test, range: { low: 0, high: 79 } }])]).toEqual([1]);
    expect([...rowsWithin(all(4), [])]).toEqual([0, 1, 2, 3]);
  });
});

describe('drawnRows', () => {
  const scores = Float64Array.from({ length: 1000 }, (_, row) => (row === 3 ? NaN : (row * 37) % 1000));

  it('draws all of few rows, the best last', () => {
    expect([...drawnRows(Uint32Array.of(1, 2, 3, 4), scores, 10)]).toEqual([3, 1, 2, 4]);
  });

  it('draws the best of many, and of the rest some from everywhere', () => {
    const drawn = [...drawnRows(all(1000), scores, 100)];
    expect(new Set(drawn).size).toBe(100);
    const shown = drawn.map((row) => scores[row]!);
    expect(shown.slice(50)).toEqual(Array.from({ length: 50 }, (_, k) => 950 + k));
    expect(Math.min(...shown.slice(0, 50).filter((score) => !Number.isNaN(score)))).toBeLessThan(40);
    expect(Math.max(...shown.slice(0, 50).filter((score) => !Number.isNaN(score)))).toBe(949);
  });
});
