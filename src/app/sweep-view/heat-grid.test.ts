import { describe, expect, it } from 'vitest';
import { sweepOutcome } from '../../../tests/support/sweep-outcome';
import {
  bandWords,
  headerStep,
  heatGrid,
  neighbourCell,
  othersWords,
  outlineOf,
  plainView,
  shareOf,
  type MapView,
} from './heat-grid';

/** fast 5, 10 by slow 40, 50, 60; 10/40 skipped. */
const outcome = sweepOutcome(
  [
    { name: 'fast', values: [5, 10] },
    { name: 'slow', values: [40, 50, 60] },
  ],
  [0.1, 0.2, 0.9, null, 0.4, 0.5],
  { skipReason: 'fast is not below slow', best: 2, plateau: [2, 5], plateauFloor: 0.5 },
);

const grid = heatGrid(outcome, outcome.trials.figures.sharpe);
const band = (value: number) => ({ low: value, high: value });

describe('heatGrid', () => {
  it('stands with the greatest value of the first axis on top', () => {
    expect(grid.rows).toEqual([band(10), band(5)]);
    expect(grid.cells.map(({ value }) => value)).toEqual([null, 0.4, 0.5, 0.1, 0.2, 0.9]);
    expect(grid.cells.map(({ place }) => place)).toEqual([3, 4, 5, 0, 1, 2]);
  });

  it('keeps range and medians of what was run', () => {
    expect([grid.low, grid.high]).toEqual([0.1, 0.9]);
    expect(grid.rowMedians).toEqual([0.45, 0.2]);
    expect(grid.columnMedians[0]).toBe(0.1);
    expect(grid.columnMedians[1]).toBeCloseTo(0.3, 12);
    expect(shareOf(grid, 0.5)).toBeCloseTo(0.5, 12);
    expect(shareOf({ low: 1, high: 1 }, 1)).toBe(0.5);
  });

  it('is one row for one parameter', () => {
    const one = sweepOutcome([{ name: 'slow', values: [40, 50, 60] }], [0.1, 0.2, 0.9]);
    const line = heatGrid(one, one.trials.figures.sharpe);
    expect(line.rows).toHaveLength(1);
    expect(line.cells.map(({ value }) => value)).toEqual([0.1, 0.2, 0.9]);
  });
});

describe('a map of a sweep of three parameters', () => {
  // fast 5, 10 by slow 40, 50, 60 by stop 1, 2; the figure tells the place, 10/60/2 was not run
  const axes = [...outcome.axes, { name: 'stop', values: [1, 2] }];
  const sharpes = axes[0]!.values.flatMap((fast) =>
    axes[1]!.values.flatMap((slow) =>
      axes[2]!.values.map((stop) =>
        fast === 10 && slow === 60 && stop === 2 ? null : fast * 100 + slow + stop / 10,
      ),
    ),
  );
  const cube = sweepOutcome(axes, sharpes);
  const map = (view: Partial<MapView>) =>
    heatGrid(cube, cube.trials.figures.sharpe, { ...plainView(cube), ...view });
  const values = (view: Partial<MapView>) => map(view).cells.map(({ value }) => value);

  it('holds the third one at a value', () => {
    expect(values({ places: [0, 0, 1] })).toEqual([1040.2, 1050.2, null, 540.2, 550.2, 560.2]);
    expect(map({ places: [0, 0, 1] }).cells.map(({ place }) => place)).toEqual([7, 9, 11, 1, 3, 5]);
  });

  it('shows any two of them, either way round', () => {
    expect(map({ rows: 2, columns: 0, places: [0, 2, 0] })).toMatchObject({
      rowName: 'stop',
      columnName: 'fast',
      rows: [band(2), band(1)],
      columns: [band(5), band(10)],
    });
    expect(values({ rows: 2, columns: 0, places: [0, 2, 0] })).toEqual([560.2, null, 560.1, 1060.1]);
  });

  it('takes the best or the median over the third one, and stands for the best', () => {
    expect(values({ others: 'best' })).toEqual([1040.2, 1050.2, 1060.1, 540.2, 550.2, 560.2]);
    const medians = map({ others: 'median' });
    expect(medians.cells[0]).toMatchObject({ place: 7, value: (1040.1 + 1040.2) / 2 });
    expect(medians.cells[2]).toMatchObject({ place: 10, value: 1060.1 });
  });

  it('says what it does with the third one', () => {
    expect(othersWords(outcome, plainView(outcome))).toBe('');
    expect(othersWords(cube, { ...plainView(cube), places: [0, 0, 1] })).toBe('stop 2');
    expect(othersWords(cube, { ...plainView(cube), others: 'best' })).toBe('best over stop');
  });
});

it('outlines joined cells on their outer sides', () => {
  const area = new Set(outcome.plateau.map((place) => grid.cellOf(place) ?? -1));
  expect(area).toEqual(new Set([5, 2]));
  expect(outlineOf(grid, 2, area)).toEqual({ top: true, right: true, bottom: false, left: true });
  expect(outlineOf(grid, 5, area)).toEqual({ top: false, right: true, bottom: true, left: true });
  expect(outlineOf(grid, 0, area)).toBeNull();
});

describe('a map of more than 2,500 cells', () => {
  const up = Array.from({ length: 90 }, (_, k) => k + 1);
  const across = Array.from({ length: 130 }, (_, k) => 10 * k);
  const large = sweepOutcome(
    [
      { name: 'up', values: up },
      { name: 'across', values: across },
    ],
    up.flatMap((u) => across.map((a) => (u > 88 && a > 1200 ? null : Math.sin(u) + Math.cos(a)))),
  );
  const { sharpe } = large.trials.figures;

  it('joins neighbours to blocks that stand for their best setting', () => {
    const map = heatGrid(large, sharpe);
    expect(map.cells.length).toBeLessThanOrEqual(2500);
    expect(map.cells).toHaveLength(map.rows.length * map.columns.length);
    const { place, row, column, value } = map.cells.at(map.columns.length + 3)!;
    expect(map.cellOf(place)).toBe(map.columns.length + 3);
    const inside = (known: { low: number; high: number }, one: number) =>
      one >= known.low && one <= known.high;
    let best = -Infinity;
    large.trials.place.forEach((at, k) => {
      const [u, a] = [up[Math.floor(at / 130)]!, across[at % 130]!];
      if (inside(map.rows[row]!, u) && inside(map.columns[column]!, a)) best = Math.max(best, sharpe[k]!);
    });
    expect(value).toBe(best);
    expect(bandWords(map.rows.at(-1)!)).toBe(`1 to ${map.block.rows}`);
  });

  it('shows medians where it is asked to', () => {
    const map = heatGrid(large, sharpe, { ...plainView(large), others: 'median' });
    expect(map.low).toBeGreaterThan(
      heatGrid(
        large,
        sharpe.map((value) => -value),
      ).low,
    );
    expect(map.cells.every(({ value, run }) => (value !== null) === run)).toBe(true);
  });
});

it('knows a setting that was run without a figure from one that was not run', () => {
  const some = sweepOutcome([{ name: 'fast', values: [5, 10, 15] }], [NaN, null, 0.5]);
  expect(heatGrid(some, some.trials.figures.sharpe).cells).toMatchObject([
    { run: true, value: null },
    { run: false, value: null },
    { run: true, value: 0.5 },
  ]);
});

describe('neighbourCell', () => {
  it('moves within the grid and stops at its edges', () => {
    expect(neighbourCell(grid, 0, 'ArrowRight', false)).toBe(1);
    expect(neighbourCell(grid, 2, 'ArrowRight', false)).toBe(2);
    expect(neighbourCell(grid, 1, 'ArrowDown', false)).toBe(4);
    expect(neighbourCell(grid, 4, 'Home', false)).toBe(3);
    expect(neighbourCell(grid, 1, 'End', true)).toBe(5);
    expect(neighbourCell(grid, 1, 'x', false)).toBeNull();
  });
});

it('thins out headers that have no room', () => {
  expect(headerStep(22, 32, 24)).toBe(1);
  expect(headerStep(200, 4, 24)).toBe(10);
});
