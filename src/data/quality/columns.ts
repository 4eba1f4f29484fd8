import type { QualityNote } from '../../core/dataset';
import { ROWS_KEPT, type Check, type Facts } from './facts';
import { counted, listed } from './words';

/** Bars without volume. */
export const zeroVolume: Check = ({ bars }) => {
  const rows: number[] = [];
  for (let i = 0; i < bars.volume.length; i++) if (bars.volume[i] === 0) rows.push(i);
  if (rows.length === 0) return null;
  const all = rows.length === bars.volume.length;
  return {
    code: 'zero_volume',
    level: 'info',
    count: rows.length,
    title: all ? 'No volume' : 'Bars without volume',
    detail: all
      ? 'The file has no volume; 0 stands in its place. Volume indicators have nothing to work on.'
      : `${counted(rows.length, 'bar')} without volume: closed markets, halts or an index without turnover.`,
    rows: rows.slice(0, ROWS_KEPT),
  };
};

/** Extra columns that repeat the close or each other in every row. */
export function columnCopies({ bars }: Facts): QualityNote | null {
  const names = Object.keys(bars.extra);
  const copies = names.filter((name) => bars.extra[name]!.every((value, i) => value === bars.close[i]));
  if (copies.length === 0) return null;
  const adjusted = copies.some((name) => /adj/i.test(name));
  const consequence = adjusted ? 'this file carries no dividends or splits' : 'they add nothing';
  return {
    code: 'column_copies',
    level: 'info',
    count: bars.close.length,
    title: 'A column repeats the close',
    detail: `${listed(copies)} ${copies.length === 1 ? 'equals' : 'equal'} close in every row: ${consequence}.`,
    rows: [],
  };
}
