import { formatFigure, type FigureUnit } from '../../../core/figure';
import type { FigureInterval, FigureWords } from '../../../research/tearsheet/shape';

/** Units of the ends of a range: the time they count by stands at the figure. */
const RANGE_UNITS: Partial<Record<FigureUnit, FigureUnit>> = {
  'fraction a year': 'fraction',
  'fraction a bar': 'fraction',
  'times a year': 'ratio',
};

/** `−0.14 to +0.67`, in the unit of the figure. */
export function intervalText(interval: FigureInterval, unit: FigureUnit, currency: string): string {
  const write = (value: number): string =>
    formatFigure(value, RANGE_UNITS[unit] ?? unit, currency, { signed: true });
  return `${write(interval.low)} to ${write(interval.high)}`;
}

/** Formula, least sample and source, for the tooltip of a figure. */
export function aboutFigure({ formula, needs, reference }: FigureWords): string {
  const least = needs === 'nothing' ? '' : ` Needs ${needs}.`;
  return `${formula}.${least}${reference ? ` ${reference}.` : ''}`;
}

/**
 * The figures that a search means: every word of it stands in the name, the key, the formula, the source or
 * the title of the section. An empty search means all.
 */
export function findFigures<Row extends FigureWords>(
  rows: readonly Row[],
  query: string,
  section: string,
): readonly Row[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = [row.name, row.key, row.formula, row.reference ?? '', section].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
