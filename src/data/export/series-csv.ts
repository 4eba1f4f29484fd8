import type { Column } from '../../core/column';
import { headerText } from './csv';

const LINE = '\r\n';

/** Named columns of one length as CSV without loss: numbers in their shortest form, NaN and infinities as nothing. */
export function seriesCsv(series: Readonly<Record<string, Column>>): string {
  const columns = Object.values(series);
  const lines = [Object.keys(series).map(headerText).join(',')];
  for (let row = 0; row < (columns[0]?.length ?? 0); row++) {
    lines.push(
      columns.map((column) => (Number.isFinite(column[row]!) ? String(column[row]!) : '')).join(','),
    );
  }
  return lines.join(LINE) + LINE;
}
