import { barCount, type Bars } from '../core/bars';
import { BacktabError } from '../core/errors';

/** @throws BacktabError `data_insufficient` below two rows */
export function checkRows(work: string, bars: Bars): void {
  const rows = barCount(bars);
  if (rows < 2) throw new BacktabError('data_insufficient', { work, rows, needed: 2 });
}
