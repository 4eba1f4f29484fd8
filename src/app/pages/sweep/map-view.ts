import type { SweepAxis, SweepOutcome } from '../../../research/outcome';
import type { MapView } from '../../sweep-view/heat-grid';
import { placesOf } from '../../sweep-view/places';

/** What the user chose to see of a sweep of many parameters, by their names. */
export interface MapChoice {
  readonly rows: string;
  readonly columns: string;
  readonly others: MapView['others'];
  /** Value at which a parameter that is not on the map is held. */
  readonly held: Readonly<Record<string, number>>;
}

/** Before anything is chosen. */
export const NO_CHOICE: MapChoice = { rows: '', columns: '', others: 'slice', held: {} };

/** The map of a choice; what it does not name, or what the sweep does not have, is as on the best cell. */
export function mapViewOf({ axes, best }: Pick<SweepOutcome, 'axes' | 'best'>, choice: MapChoice): MapView {
  if (axes.length < 2) return { rows: null, columns: 0, others: 'slice', places: [0] };
  const indexOf = (name: string): number => axes.findIndex((axis) => axis.name === name);
  const rows = Math.max(0, indexOf(choice.rows));
  const wanted = indexOf(choice.columns);
  const columns = wanted >= 0 && wanted !== rows ? wanted : rows === 1 ? 0 : 1;
  const start = best === null ? axes.map(() => 0) : placesOf({ axes }, best);
  const places = axes.map(({ name, values }, k) => {
    const place = values.indexOf(choice.held[name] ?? NaN);
    return place < 0 ? (start[k] ?? 0) : place;
  });
  return { rows, columns, others: choice.others, places };
}

/** Parameters that a map does not show, with their places. */
export const othersOf = (
  axes: readonly SweepAxis[],
  { rows, columns, places }: MapView,
): readonly { readonly axis: SweepAxis; readonly place: number }[] =>
  axes.flatMap((axis, k) => (k === rows || k === columns ? [] : [{ axis, place: places[k] ?? 0 }]));

/** The choice with a parameter on the rows or the columns; where it is on the other side, both change places. */
export function withAxis(
  axes: readonly SweepAxis[],
  view: MapView,
  choice: MapChoice,
  side: 'rows' | 'columns',
  name: string,
): MapChoice {
  const rows = axes[view.rows ?? 0]?.name ?? '';
  const columns = axes[view.columns]?.name ?? '';
  if (side === 'rows') return { ...choice, rows: name, columns: name === columns ? rows : columns };
  return { ...choice, columns: name, rows: name === rows ? columns : rows };
}
