import { describe, expect, it } from 'vitest';
import { mapViewOf, NO_CHOICE, othersOf, withAxis } from './map-view';

const axes = [
  { name: 'fast', values: [5, 10] },
  { name: 'slow', values: [40, 50, 60] },
  { name: 'stop', values: [1, 2] },
];
/** fast 10, slow 50, stop 2. */
const best = 1 * 6 + 1 * 2 + 1;

describe('the map of a sweep', () => {
  it('shows the first two parameters and holds the others where the best cell is', () => {
    expect(mapViewOf({ axes, best }, NO_CHOICE)).toEqual({
      rows: 0,
      columns: 1,
      others: 'slice',
      places: [1, 1, 1],
    });
    expect(mapViewOf({ axes, best: null }, NO_CHOICE).places).toEqual([0, 0, 0]);
  });

  it('shows what was chosen, as far as the sweep has it', () => {
    const choice = { rows: 'stop', columns: 'fast', others: 'best', held: { slow: 60, gone: 3 } } as const;
    expect(mapViewOf({ axes, best }, choice)).toEqual({
      rows: 2,
      columns: 0,
      others: 'best',
      places: [1, 2, 1],
    });
    expect(mapViewOf({ axes, best }, { ...choice, rows: 'gone', columns: 'fast' })).toMatchObject({
      rows: 0,
      columns: 1,
    });
    expect(mapViewOf({ axes, best }, { ...choice, held: { slow: 55 } }).places).toEqual([1, 1, 1]);
  });

  it('has one row for one parameter', () => {
    expect(mapViewOf({ axes: axes.slice(1, 2), best: 2 }, NO_CHOICE)).toMatchObject({
      rows: null,
      columns: 0,
    });
  });

  it('lists the parameters that it does not show', () => {
    const view = mapViewOf({ axes, best }, NO_CHOICE);
    expect(othersOf(axes, view)).toEqual([{ axis: axes[2], place: 1 }]);
  });

  it('changes sides where a parameter is chosen for both', () => {
    const view = mapViewOf({ axes, best }, NO_CHOICE);
    expect(withAxis(axes, view, NO_CHOICE, 'rows', 'slow')).toMatchObject({ rows: 'slow', columns: 'fast' });
    expect(withAxis(axes, view, NO_CHOICE, 'columns', 'stop')).toMatchObject({
      rows: 'fast',
      columns: 'stop',
    });
  });
});
