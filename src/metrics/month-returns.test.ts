import fc from 'fast-check';
import { expect, it } from 'vitest';
import { monthReturns } from './month-returns';

const column = (...values: number[]): Float64Array<ArrayBuffer> => Float64Array.from(values);
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

it('measures each month from the close before it', () => {
  const time = column(
    ...['1969-12-30', '1969-12-31', '1970-01-02', '1970-01-30', '1970-03-02', '1970-03-31'].map(day),
  );
  const rows = monthReturns(time, column(100, 110, 99, 121, 121, 121), column(1, 1, 1, 1, 0, 0));
  expect(rows.map((row) => row.year)).toEqual([1969, 1970]);
  expect(rows[0]?.months[11]).toBe(110 / 100 - 1);
  expect(rows[1]?.months.slice(0, 4)).toEqual([121 / 110 - 1, null, 0, null]);
  expect(rows[1]?.flat.slice(0, 4)).toEqual([false, false, true, false]);
  expect(rows[1]?.total).toBeCloseTo(121 / 110 - 1, 14);
});

it('tells a month that ended where it began with a position from a flat one', () => {
  const time = column(day('2020-01-31'), day('2020-02-03'), day('2020-02-28'));
  expect(monthReturns(time, column(100, 90, 100), column(0, 1, 0))[0]?.flat[1]).toBe(false);
  expect(monthReturns(time, column(100, 100, 100), null)[0]?.flat[1]).toBe(false);
});

it('has no rows without bars, and one for a single bar', () => {
  expect(monthReturns(column(), column(), null)).toEqual([]);
  expect(monthReturns(column(day('2020-05-05')), column(100), null)[0]?.months[4]).toBe(0);
});

it('compounds to the total return', () => {
  const step = fc.record({
    days: fc.integer({ min: 1, max: 90 }),
    equity: fc.integer({ min: 50, max: 200 }),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
      let at = day('1968-11-20');
      const time = column(...steps.map(({ days }) => (at += days * 86_400_000)));
      const equity = column(...steps.map((s) => s.equity));
      const growth = monthReturns(time, equity, null).reduce((product, row) => product * (1 + row.total), 1);
      expect(growth).toBeCloseTo(equity[equity.length - 1]! / equity[0]!, 10);
    }),
    { seed: 1, numRuns: 200 },
  );
});
