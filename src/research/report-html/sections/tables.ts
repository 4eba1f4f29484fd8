import { formatFigure, type FigureUnit } from '../../../core/figure';
import { formatInteger, formatNumber, formatPercent } from '../../../core/format';
import { isoDate, isoInstant } from '../../../core/time';
import { markup, type Markup, type Part } from '../markup';

/** A cell with its class; a text alone stands at the right. */
export interface StyledCell {
  readonly text: Part;
  readonly look: string;
}

export type TableCell = Part | StyledCell;

/** A table: heads of columns, and rows whose first cell names the row. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly TableCell[])[],
  caption: string | null = null,
): Markup {
  return markup`<div class="scroll" tabindex="0"><table>${caption !== null && markup`<caption>${caption}</caption>`}
<thead><tr>${heads.map((head, i) => markup`<th scope="col"${i > 0 ? markup` class="num"` : null}>${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => tableRow(row))}</tbody></table></div>`;
}

const tableRow = ([name = '', ...cells]: readonly TableCell[]): Markup =>
  markup`<tr><th scope="row">${textOf(name)}</th>${cells.map(cellMarkup)}</tr>
`;

const cellMarkup = (cell: TableCell): Markup => {
  const look = isStyled(cell) ? cell.look : '';
  return look === '' ? markup`<td>${textOf(cell)}</td>` : markup`<td class="${look}">${textOf(cell)}</td>`;
};

const isStyled = (cell: TableCell): cell is StyledCell =>
  typeof cell === 'object' && cell !== null && 'look' in cell;

const textOf = (cell: TableCell): Part => (isStyled(cell) ? cell.text : cell);

/** A section with its heading. */
export const card = (title: string, body: Part, look = ''): Markup =>
  markup`<section${look === '' ? null : markup` class="${look}"`}><h2>${title}</h2>${body}</section>`;

/** A gain or a loss, coloured by its sign, which is printed too. */
export const signed = (value: number | null, unit: FigureUnit, currency: string): TableCell => ({
  text: formatFigure(value, unit, currency, { signed: true }),
  look: value === null || value === 0 ? '' : value > 0 ? 'gain' : 'loss',
});

/** The date, with the time of day where bars are within days. */
export const dateOf = (time: number | null, daily: boolean): string => {
  if (time === null || Number.isNaN(time)) return '';
  return daily ? isoDate(time) : isoInstant(time).slice(0, 16).replace('T', ' ');
};

/** Tick words of fractions: `−20 %`. */
export const percentTick = (value: number): string =>
  formatPercent(value, { decimals: Math.abs(value * 100 - Math.round(value * 100)) > 1e-9 ? 1 : 0 });

/** Tick words of plain numbers: as many decimals as it takes. */
export const numberTick = (value: number): string =>
  formatNumber(value, { decimals: Number.isInteger(value) ? 0 : Math.abs(value) < 0.1 ? 2 : 1 });

const THOUSANDS = [
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const;

/** Tick words of money: `$150k`. */
export function moneyTick(value: number, symbol: string): string {
  for (const [size, letter] of THOUSANDS) {
    if (Math.abs(value) >= size) return `${sign(value)}${symbol}${trimmed(Math.abs(value) / size)}${letter}`;
  }
  return `${sign(value)}${symbol}${formatInteger(Math.abs(value))}`;
}

const sign = (value: number): string => (value < 0 ? '\u2212' : '');
const trimmed = (value: number): string => String(Math.round(value * 100) / 100);
