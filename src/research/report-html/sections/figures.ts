import { formatFigure, type FigureUnit } from '../../../core/figure';
import type { Figure, FigureGroup, FigureInterval, FigureValue, SideGroup } from '../../tearsheet/shape';
import { markup, type Markup } from '../markup';
import { card, table, type TableCell } from './tables';

/** The figures of one group: value, interval where there is one, and the reason where there is no value. */
export function figureCard({ title, figures }: FigureGroup, currency: string): Markup {
  const hasIntervals = figures.some(({ interval }) => interval !== null);
  const heads = hasIntervals ? ['Figure', 'Value', '95 % interval'] : ['Figure', 'Value'];
  const rows = figures.map((figure): TableCell[] => {
    const cells = [named(figure), valueCell(figure, figure.unit, currency)];
    return hasIntervals ? [...cells, intervalWords(figure.interval, figure.unit, currency)] : cells;
  });
  return card(title, table(heads, rows));
}

/** Figures in three columns: all, long and short trades. */
export function sideCard({ title, rows }: SideGroup, currency: string, note: string | null = null): Markup {
  const cells = rows.map((row): TableCell[] => [
    named(row),
    valueCell(row.all, row.unit, currency),
    valueCell(row.long, row.unit, currency, true),
    valueCell(row.short, row.unit, currency, true),
  ]);
  return card(
    title,
    markup`${table(['Figure', 'All', 'Long', 'Short'], cells)}${note !== null && markup`<p class="note">${note}</p>`}`,
    'long',
  );
}

/** The name, with its formula for those who point at it. */
const named = ({ name, formula }: Pick<Figure, 'name' | 'formula'>): Markup =>
  markup`<span title="${formula}">${name}</span>`;

/** @param brief  whether a reason is only told to those who point at it, where columns are narrow */
function valueCell(
  { value, reason }: FigureValue,
  unit: FigureUnit,
  currency: string,
  brief = false,
): TableCell {
  if (value !== null) return formatFigure(value, unit, currency);
  return brief
    ? { text: markup`<span title="${reason ?? ''}">n/a</span>`, look: 'reason' }
    : { text: reason ?? '', look: 'reason' };
}

const intervalWords = (interval: FigureInterval | null, unit: FigureUnit, currency: string): string =>
  interval === null
    ? ''
    : `${formatFigure(interval.low, unit, currency)} to ${formatFigure(interval.high, unit, currency)}`;
