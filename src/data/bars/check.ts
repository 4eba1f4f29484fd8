import { BAR_COLUMNS, type Bars } from '../../core/bars';
import { checkLength } from '../../core/check';
import { BacktabError } from '../../core/errors';

/**
 * Checks that a table may be stored: columns of one length, times finite and strictly increasing.
 *
 * @throws BacktabError `length_mismatch` | `setting_invalid`
 */
export function checkBars(bars: Bars): void {
  const rows = bars.time.length;
  for (const name of BAR_COLUMNS) checkLength(name, bars[name].length, rows);
  for (const [name, column] of Object.entries(bars.extra)) checkLength(name, column.length, rows);
  let previous = -Infinity;
  for (const time of bars.time) {
    if (!(time > previous && time < Infinity)) {
      throw new BacktabError('setting_invalid', {
        name: 'time',
        value: String(time),
        expected: 'times that increase from row to row',
      });
    }
    previous = time;
  }
}
